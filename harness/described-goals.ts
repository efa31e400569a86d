import type { Language } from '../lib/language/languages.ts';

/** A goal with a description as people write it, and what of it must reach a task; written down without a look at the planner. */
export type DescribedGoal = {
  language: Language;
  title: string;
  description: string;
  /** One pattern a fact: a task's title or description has it. */
  facts: readonly string[];
  /** Patterns that no task may have: wrong uses of the words. */
  never?: readonly string[];
  /** The plan's last day, where the words could mislead. Stated on Saturday 28 November 2026. */
  end?: string;
  /** Days that have a task whose title has the pattern. */
  on?: readonly (readonly [day: string, pattern: string])[];
};

const inLanguage =
  (language: Language) =>
  (
    title: string,
    description: string,
    facts: readonly string[],
    right: Partial<DescribedGoal> = {},
  ): DescribedGoal => ({
    language,
    title,
    description,
    facts,
    ...right,
  });
const en = inLanguage('en');
const de = inLanguage('de');
const fr = inLanguage('fr');
const es = inLanguage('es');
const pt = inLanguage('pt');
const it = inLanguage('it');
const nl = inLanguage('nl');

export const DESCRIBED_GOALS: readonly DescribedGoal[] = [
  en('Build a raised bed for vegetables', 'Small balcony, no car, and my budget is 150 euros. My brother Tom helps.', [
    'balcony',
    'car\\b',
    '150 euros',
    'brother Tom',
  ]),
  en(
    'Throw a surprise party for my mum',
    'She turns 60. Max 400 euros. My sister Anna will help. The guests come on 6 March.',
    ['400 euros', 'sister Anna'],
    { end: '2027-03-06' },
  ),
  en('Sew a dress', 'I already have the fabric. I get bored quickly.', ['fabric', 'bored'], {
    never: ['[Bb]uy the fabric'],
  }),
  en(
    'Learn to play the ukulele',
    "I tried twice and quit after two weeks. Thin walls and grumpy neighbours. I'd practise after 8 pm.",
    ['two weeks|last time', 'quiet hours|neighbours'],
  ),
  en(
    'Move into my new flat',
    'Viewing is on 12 December, we must be out by 31 January. Two cats. No car.',
    ['12 December', 'cats|animals', 'car\\b'],
    { end: '2027-01-31', on: [['2026-12-12', '12 December']] },
  ),
  en(
    'Pass the theory test for my driving licence',
    'I work nights and can only study on the train, 40 minutes each way. The test is on 20 January.',
    ['night|shifts', 'train'],
    { end: '2027-01-20' },
  ),
  en(
    'Paint the living room',
    "I can't lift heavy things because of my back. My husband can help on weekends. We rent.",
    ['lift|back', 'husband', 'landlord|rent'],
  ),
  en('Bake my own bread every week', 'No oven, only a small pan and a hotplate. I have about 10 euros a week.', [
    'oven',
  ]),
  en(
    'Start a podcast',
    "I already bought a microphone. My friend Lena does it with me. I'm a perfectionist and never publish.",
    ['microphone', 'friend Lena', 'perfect'],
  ),
  en(
    'Organise a weekend hike with friends',
    'We are based in Lyon, none of us has a car. One of us is vegetarian. Budget of 120 euros each.',
    ['Lyon', 'car\\b', 'vegetarian', '120 euros'],
  ),
  en(
    'Get my French to B1',
    'Two small kids at home, I only have time after they are asleep. I gave up after three weeks last year.',
    ['kids|children', 'three weeks'],
    { never: ['year old'] },
  ),
  en(
    'Digitise our family photos',
    'There are 14 albums. My mother knows who is in the pictures and will help. I have no scanner.',
    ['14 albums', 'mother', 'scanner'],
  ),
  en('Find a dentist', "I'm terrified of dentists and live in Bristol. I don't drive.", [
    'Bristol',
    'car|drive|get there',
    'afraid|fear|terrified',
  ]),
  en(
    'Knit a sweater',
    'I already have the wool and needles. Want it done by Christmas, my grandma can show me the difficult parts.',
    ['wool', 'grandma|grandmother'],
    { end: '2026-12-25' },
  ),
  en(
    'Apply for a new passport',
    'I fly on 10 January. Photo appointment on 5 December. I lost the old one.',
    ['5 December', 'lost'],
    { end: '2027-01-10', on: [['2026-12-05', '5 December']] },
  ),
  en(
    'Clean out the garage',
    'We cannot lift more than 17 kg. Our neighbour lends us his trailer. The skip comes on 14 December.',
    ['17 kg|to lift', 'neighbour'],
    { end: '2026-12-14' },
  ),
  en('Run a 10k', 'I work shifts and have a toddler. I always quit after a month.', [
    'shift',
    'toddler|child',
    'month',
  ]),
  en(
    'Cook at home more',
    'My kitchen is tiny and I have no freezer. I am allergic to nuts. Not more than 60 euros a week.',
    ['kitchen|small', 'freezer', 'nuts', '60 euros'],
  ),
  en('Grow tomatoes', 'I only have a north-facing balcony. My cat eats everything. I got seeds from my aunt already.', [
    'balcony',
    '\\bcat\\b',
    'seeds',
  ]),
  en(
    'Write a short story',
    'I procrastinate a lot. Competition deadline is 15 February, my writing group meets on 20 January.',
    ['procrastinat|putting off|put it off', '20 January'],
    { end: '2027-02-15' },
  ),
  en(
    'Renovate the bathroom',
    'We have 6,000 euros at most. The plumber comes on 11 January. My dad, a tiler, helps us. Should be done by 28 February.',
    ['6,000 euros', '11 January', '\\bdad\\b|father'],
    { end: '2027-02-28', on: [['2027-01-11', '11 January']] },
  ),
  en(
    'Plan our wedding',
    'About 50 guests, 8,000 euros, on 12 June. My aunt Carol bakes the cake. No dancing, my fiancé is in a wheelchair.',
    ['8,000', 'aunt Carol', 'wheelchair|step-free|access'],
    { end: '2027-06-12' },
  ),
  en('Get fit again', "Bad knees, and I can't afford a gym. I live in a small flat with neighbours below.", [
    'knee',
    'afford|without paying|free of charge|cost',
    'flat|quiet|neighbours',
  ]),
  en(
    'Teach my dog to walk on the lead',
    'He is 2 years old and pulls. My wife walks him in the mornings. We live next to a busy road.',
    ['wife'],
  ),
  en(
    'Make a photo book for my parents',
    'Their anniversary is on 19 February. My brother has half of the pictures. Under 80 euros.',
    ['80 euros', 'brother'],
    { end: '2027-02-19' },
  ),
  en(
    'Learn to swim',
    "I'm afraid of deep water. The course starts on 11 January. Pool is only open on Tuesdays and Thursdays.",
    ['afraid|fear', '11 January'],
  ),
  en(
    'Declutter the attic',
    "My sister wants to be there when we go through our parents' things. She visits on 19 December. I get overwhelmed easily.",
    ['sister', '19 December', 'overwhelm|too much'],
  ),
  en('Build a bookshelf', 'No power tools and no workshop, I live on the third floor without a lift. 100 euros max.', [
    'tools',
    'workshop|floor|stairs',
    '100 euros',
  ]),
  en('Save for a trip to Japan', 'Need 3,000 euros. I spend too much on takeaways.', ['3,000 euros']),
  en('Read more', 'I fall asleep when I read in bed. I already own 30 unread books. Commute by train every day.', [
    '30 unread books|books that you have',
    'train',
  ]),
  en(
    'Host a games night',
    'There will be 8 of us in a tiny living room on 19 December. My roommate helps. Two people are vegan.',
    ['roommate', 'vegan'],
    { end: '2026-12-19' },
  ),
  en(
    'Learn basic Python',
    'My laptop is old. My colleague Priya can answer questions. I tried before and gave up after the first chapters.',
    ['colleague Priya', 'last time|gave up|stopped'],
  ),
  en(
    'Make candles as gifts',
    'I need 12 of them by 20 December. No thermometer. I already have wax.',
    ['12', 'thermometer', 'wax'],
    { end: '2026-12-20' },
  ),
  en(
    'Restore an old chair',
    "It was my grandfather's. I have no garage, just a balcony. Sanding dust is a problem with the baby.",
    ['balcony', 'baby'],
  ),
  en('Visit more museums', 'I live in Vienna. Max 20 euros a month. My daughter (9) comes along.', [
    'Vienna',
    '20 euros',
    'daughter',
  ]),
  en(
    'Set up a home office',
    'We rent, so no drilling. Budget 350 euros. New job starts on 1 February.',
    ['landlord|rent', '350 euros', '1 February'],
    { end: '2027-02-01' },
  ),
  en('Learn to juggle', 'Low ceilings. I already have three balls.', ['balls|ceiling']),
  en(
    'Cancel my gym contract',
    'I moved away in May. They never answer emails. Notice period ends 31 December.',
    ['emails|answer'],
    { end: '2026-12-31' },
  ),
  en(
    'Get a cat',
    'I live alone and travel for work two days a week. My landlord has to agree. 300 euros for the start.',
    ['landlord', '300 euros', 'travel|away'],
  ),
  en('Make new friends', "I just moved to Leeds and I'm shy. I work from home.", ['Leeds', 'shy']),

  de('Hochbeet bauen', 'Nur ein kleiner Balkon, kein Auto, höchstens 120 Euro. Mein Bruder Jan hilft mir.', [
    'Balkon|balcony',
    'car\\b',
    '120 euros',
    'brother Jan',
  ]),
  de(
    'Gitarre lernen',
    'Habe zweimal angefangen und nach drei Wochen aufgehört. Ich arbeite im Schichtdienst. Die Wände sind dünn.',
    ['three weeks|3 weeks', 'shift', 'quiet hours|neighbours'],
  ),
  de(
    'Wohnzimmer streichen',
    'Wir wohnen zur Miete. Die Farbe habe ich schon. Wegen Rücken kann ich nicht schwer heben.',
    ['landlord', 'Farbe', 'lift|heav'],
  ),
  de(
    'Umzug nach Köln',
    'Besichtigung am 12. Dezember, Schlüssel bis 31. Januar. Zwei Katzen.',
    ['12 December', 'animals|Katzen'],
    { end: '2027-01-31' },
  ),
  fr(
    'Organiser une fête pour mes parents',
    "Budget de 500 euros maximum. Ma sœur Julie m'aide. Les invités arrivent le 6 mars.",
    ['500 euros', 'sister Julie'],
    { end: '2027-03-06' },
  ),
  fr(
    'Apprendre la couture',
    "J'ai déjà une machine à coudre. J'ai abandonné au bout de deux semaines la dernière fois. J'habite à Lyon.",
    ['machine', 'two weeks|2 weeks', 'Lyon'],
  ),
  fr('Faire un potager', "Je n'ai qu'un petit balcon, pas de voiture. J'ai mal au dos.", [
    'balcon',
    'car\\b',
    'back|to lift',
  ]),
  es(
    'Aprender a tocar el piano',
    'Trabajo por turnos y tengo dos niños pequeños. Lo dejé después de un mes. Vivo en Sevilla.',
    ['shift', 'child', 'month', 'Sevilla'],
  ),
  es('Pintar el piso', 'Vivimos de alquiler. Como mucho 200 euros. Mi hermano nos ayuda.', [
    'landlord',
    '200 euros',
    'brother',
  ]),
  es(
    'Preparar una cena para diez amigos',
    'No tengo horno. Uno es vegetariano. La cena es el 19 de diciembre.',
    ['oven|horno', 'vegetarian'],
    { end: '2026-12-19' },
  ),
  pt('Fazer um vestido', 'Já tenho o tecido. A minha avó ajuda. Moro num apartamento pequeno.', [
    'tecido',
    'grandmother',
    'small|pequeno',
  ]),
  pt('Correr 5 km', 'Trabalho à noite e tenho um bebê. Desisti depois de duas semanas.', [
    'night|shift',
    'bab|child',
    'two weeks|2 weeks',
  ]),
  pt(
    'Organizar a mudança',
    'Não tenho carro. No máximo 300 euros. Visita ao apartamento no dia 12 de dezembro, mudança até 31 de janeiro.',
    ['car\\b', '300 euros', '12 December'],
    { end: '2027-01-31' },
  ),
  it('Imparare a cucinare', 'Non ho il forno e la cucina è piccola. Sono allergico alle noci. Vivo a Torino.', [
    'oven|forno',
    'small|kitchen',
    'allerg',
    'Torino',
  ]),
  it('Costruire una libreria', 'Ho già il legno. Mio padre mi aiuta. Massimo 80 euro.', [
    'legno',
    'father',
    '80 euros',
  ]),
  it(
    'Studiare per la patente',
    'Ho provato due volte e ho mollato dopo due settimane. Lavoro a turni. Esame il 20 gennaio.',
    ['two weeks|2 weeks', 'shift'],
    { end: '2027-01-20' },
  ),
  nl('Een feest organiseren voor mijn moeder', 'Maximaal 300 euro. Mijn zus Eva helpt mee. We hebben geen auto.', [
    '300 euros',
    'sister Eva',
    'car\\b',
  ]),
  nl('Leren breien', 'Ik heb al wol. Ik ben na twee weken gestopt vorige keer. Ik verveel me snel.', [
    'wol\\b',
    'two weeks|2 weeks',
    'bored',
  ]),
  nl('Moestuin beginnen', 'Klein balkon, twee katten. Mijn buurvrouw helpt. Ik woon in Utrecht.', [
    'balcon|balkon',
    'cats|katten',
    'neighbour',
    'Utrecht',
  ]),
  nl('De zolder opruimen', 'Ik kan niet zwaar tillen. De container komt op 14 december.', ['lift|heav'], {
    end: '2026-12-14',
  }),
];
