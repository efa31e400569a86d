import { inLanguage, type JudgedGoal } from './judged-goal.ts';

const [en, de, fr, es] = [inLanguage('en'), inLanguage('de'), inLanguage('fr'), inLanguage('es')];
const [pt, it, nl] = [inLanguage('pt'), inLanguage('it'), inLanguage('nl')];

/** Goals about home, family, feasts and papers, and what is right for them. */
export const familyGoals: JudgedGoal[] = [
  en(
    'Help my mom who has dementia stay at home',
    "She's 79, my brother lives abroad. I work full time.",
    'elder-care',
    {
      weeks: [6, 26],
      says: ['power', 'brother', 'doctor', 'your own hour'],
      never: ['your dad', 'nursing degree'],
      care: 'unjudged',
    },
  ),
  en('Get ready for our first baby', '24 weeks pregnant, due 20 March. Budget around 2,000 dollars.', 'baby', {
    end: ['2027-03-19', '2027-03-20'],
    says: ['seat', 'bag', 'sleeping place', '400 dollars|\\$400'],
    answered: ['due date'],
    care: 'unjudged',
  }),
  en('Get through my divorce', 'two kids 6 and 9, house with a mortgage, we agree mostly', 'divorce', {
    weeks: [8, 26],
    says: ['lawyer', 'parenting plan', 'mediator', 'budget'],
  }),
  en('Buy a used car under 8000', 'by 15 January for a new job, 60 km commute each way', 'car-purchase', {
    end: ['2027-01-14', '2027-01-15'],
    says: ['7,050', 'inspected', 'contract'],
    answered: ['what is it for'],
    never: ['bike'],
  }),
  en('Change the brake pads and the oil on my Golf myself', 'never done it', 'car-repair', {
    weeks: [2, 8],
    says: ['stands', 'torque', 'experience'],
    answered: ['which model'],
  }),
  en('Keep my house clean', 'ADHD, 2 kids, stuff everywhere', 'housework', {
    weeks: [3, 10],
    says: ['timer', 'reset'],
  }),
  en('Get my 15 year old to stop gaming until 3am', 'grades dropped, we yell', 'family-screens', {
    weeks: [4, 12],
    says: ['your son|your child', 'kitchen', 'teacher'],
  }),
  en('Figure out what to do with retirement', 'Retiring 31 March after 38 years as a teacher', 'retiring', {
    end: ['2027-03-30', '2027-03-31'],
    says: ['people'],
  }),
  en('Start a community garden on the empty lot', 'The city owns it, 10 neighbours, no money', 'community garden', {
    weeks: [12, 52],
    says: ['town|city', 'liability', 'soil', '10'],
  }),
  en('Coparent with my ex without fighting by text', 'Divorced 14 months, kids 6 and 9', 'coparenting', {
    weeks: [4, 14],
    says: ['calendar', 'swap'],
    never: ['file the divorce'],
  }),
  en('Get the house ready to sell by April', '22 things on the list, budget 8k', 'house-sale', {
    end: ['2027-03-31', '2027-04-30'],
    says: ['22', '8,000', 'photos'],
  }),
  de('Meine Mutter pflegen', 'Demenz, wohnt allein, ich arbeite Vollzeit', 'elder-care', {
    weeks: [6, 26],
    says: ['your mother', 'benefit'],
    care: 'unjudged',
  }),
  de('Garten naturnah umgestalten', '300 qm Rasen, Lehmboden, Budget 1500 Euro', 'nature-garden', {
    weeks: [12, 52],
    says: ['300 m²', '1,500 euros', '[Cc]lay'],
    never: ['weed ?and ?feed'],
  }),
  de('Einbürgerung beantragen', 'Seit 2019 in Deutschland, B1 habe ich', 'visa', { says: ['official'] }),
  fr('Préparer l’arrivée de bébé', 'terme prévu le 22 mai, budget 1500 euros', 'baby', {
    end: ['2027-05-21', '2027-05-22'],
    says: ['300 euros', 'midwife'],
    care: 'unjudged',
  }),
  es('Sacar a mi hijo de las pantallas', 'tiene 13 años, juega hasta las 2 de la mañana', 'family-screens', {
    weeks: [4, 12],
    says: ['your son', 'kitchen'],
  }),
  pt('Cuidar da minha mãe', 'teve um AVC, vai morar connosco', 'elder-care', {
    weeks: [6, 26],
    says: ['your mother', 'therapist', 'weak arm'],
    care: 'unjudged',
  }),
  it('Festa per i 50 anni di matrimonio dei miei genitori', '12 giugno 2027, 45 persone, 1.800 euro', 'event', {
    end: ['2027-06-12', '2027-06-12'],
    says: ['45', '1,800'],
    never: ['vows', 'registry office'],
  }),
  nl('Mijn zoon van 8 helpen met lezen', 'School denkt aan dyslexie, wordt boos als we oefenen', 'child-learning', {
    weeks: [6, 14],
    says: ['your son', 'teacher', 'test'],
    never: ['book 1'],
  }),
];
