import { inLanguage, type JudgedGoal } from './judged-goal.ts';
import { familyGoals } from './judged-goals-family.ts';

export type { JudgedGoal };

const [en, de, fr, es] = [inLanguage('en'), inLanguage('de'), inLanguage('fr'), inLanguage('es')];
const [pt, it, nl] = [inLanguage('pt'), inLanguage('it'), inLanguage('nl')];

const usual = { weeks: [3, 26] } as const;

export const judgedGoals: JudgedGoal[] = [
  // --- English: body --------------------------------------------------------------------------------------------------------
  en('couch to 5k', 'never ran in my life, 30yo, no injuries', 'running', {
    weeks: [8, 10],
    says: ['walk', '5 km|30 minutes'],
  }),
  en('Run a half marathon on 9 May 2027', 'currently doing 8k twice a week', 'running', {
    end: ['2027-05-09', '2027-05-09'],
    says: ['8 km', '1[5-9](?:\\.\\d)? km|18 km'],
    answered: ['longest run', 'how far'],
  }),
  en('Sub-50 10k', 'PB is 53:40 from last spring. 12 weeks', 'running', { weeks: [12, 12], says: ['10 km'] }),
  en('run a marathon in october', 'running 25 km a week right now, longest run 12km', 'running', {
    end: ['2027-10-01', '2027-10-31'],
    says: ['12 km'],
    never: ['first steps'],
  }),
  en('5k for charity in three weeks, help!!', 'I can jog about 10 minutes', 'running', { weeks: [3, 3] }),
  en('Swim 1 km without stopping', 'I can do 4 lengths of crawl then im dead. pool 2x a week', 'endurance swimming', {
    ...usual,
    says: ['swim|length|metre'],
  }),
  en('First sprint triathlon, 16 weeks', 'decent runner, own a road bike, weak swimmer', 'endurance triathlon', {
    weeks: [16, 16],
    says: ['swim', 'bike|ride|cycl', 'run'],
  }),
  en('100 mile bike ride in June', 'longest so far is 35 miles', 'endurance cycling', {
    end: ['2027-06-01', '2027-06-30'],
    says: ['ride|bike|cycl'],
  }),
  en('do 10 pull ups', 'I can do 1', 'strength', { ...usual, says: ['pull-?up'], never: ['barbell', 'deadlift'] }),
  en('100 pushups in a row', 'at 25 now, no gym', 'strength', { ...usual, says: ['push-?up', '100'] }),
  en('squat 140kg', '3 days a week in the gym, at 110x3 now. 20 weeks', 'strength', {
    weeks: [20, 20],
    says: ['squat', '140|110'],
  }),
  en('get stronger at home w dumbbells', '2x 10kg dumbbells and a mat', 'strength', { ...usual, never: ['barbell'] }),
  en('lose 20 lbs', '6 months, work at a desk all day', 'weight', { weeks: [26, 27], says: ['20|lbs|pounds|9 kg'] }),
  en('lose 30 pounds by easter', 'F, 31, 5ft6, 190 lbs', 'weight', { end: ['2027-03-27', '2027-03-29'] }),
  en('Lose 10 kg in 3 weeks for a wedding', '', 'doctor-first weight', {
    weeks: [3, 3],
    never: ['1,?000 k?cal', 'skip (?:meals|dinner)'],
    care: 'unjudged',
  }),
  en('stop eating takeaway every night', 'usually too tired after work to cook', 'eating habit cooking', { ...usual }),
  en('quit sugar', '', 'eating habit', { ...usual }),
  en('drink less', 'bottle of wine most evenings with my wife, want to get to weekends only', 'drinking-less', {
    ...usual,
    says: ['drink|wine|alcohol|dry'],
  }),
  en('quit smoking for good', '15 a day since college', 'quit-smoking', {
    ...usual,
    says: ['smok|cigarette'],
    answered: ['how many'],
  }),
  en('stop vaping by march', '', 'quit-smoking', {
    end: ['2027-02-28', '2027-03-31'],
    says: ['vap|nicotine|without|smok'],
  }),
  en('touch my toes', 'stiff as a board, office job', 'mobility', { ...usual, says: ['stretch|toe|hamstring|mobil'] }),
  en('Do the splits', 'got 6 months', 'mobility', { weeks: [26, 27], says: ['split|stretch|hip'] }),
  en('Fall asleep before midnight', 'doomscroll till 2 every night', 'sleep early-rising screens', {
    ...usual,
    says: ['bed|sleep|phone|screen'],
  }),
  en('meditate 10 min every day', 'for 30 days', 'calm habit meditation', {
    end: ['2026-12-27', '2026-12-28'],
    says: ['10 minutes|10 min'],
  }),
  en('Less stress!!', 'two kids, new job, waking up at 4 am', 'stress', { ...usual }),
  en('spend less time on my phone', 'screen time says 6h a day lol', 'screens habit', {
    ...usual,
    says: ['phone|screen'],
  }),
  en('Wake up at 6', 'now its more like 8:30 and 5 snoozes', 'early-rising', { ...usual, says: ['6(?::00)?|up|bed'] }),
  en('stop biting my nails', '', 'breaking-habit', { ...usual, says: ['nail|hand|bit'] }),
  // --- English: home and money ----------------------------------------------------------------------------------------------
  en('Emergency fund of $3,000', 'have 400, can put away around 250 a month', 'saving', {
    weeks: [26, 60],
    says: ['3,000', '250|58|115'],
    answered: ['how much.*month', 'have now'],
  }),
  en('save 12k for a car in 18 months', '', 'saving', { weeks: [77, 80], says: ['12,000'] }),
  en('Save €600 for christmas gifts next year', '', 'saving', { end: ['2027-11-01', '2027-12-31'], says: ['600'] }),
  en('pay off my credit cards', '$4,200 on one at 24%, 1,100 on another at 19%. I can pay 350 a month', 'debt', {
    weeks: [50, 95],
    says: ['4,200|1,100|350'],
    answered: ['interest|rate', 'each balance|how much do you owe'],
  }),
  en('Be debt free in 3 years', 'about 15k student loan', 'debt', { weeks: [156, 158], says: ['15,000'] }),
  en('stick to a budget', 'no idea where the money goes tbh', 'budget', { ...usual, says: ['spend|budget'] }),
  en('Buy our first house', 'saved 40k so far, looking at ~350k, hopefully by end of 2027', 'house house-purchase', {
    end: ['2027-12-31', '2027-12-31'],
    says: ['lender|mortgage|offer', '350|40'],
  }),
  en('move to a new apartment', 'lease is up jan 31, moving across town, renting a van', 'moving', {
    end: ['2027-01-31', '2027-01-31'],
    says: ['box', 'van|key|meter'],
  }),
  en('declutter garage', 'want the car back in it', 'declutter', {
    ...usual,
    says: ['garage'],
    never: ['wardrobe', 'somebody who has died'],
  }),
  en(
    'Clean out my moms house',
    'she passed in september, no rush but has to be sold next year',
    'declutter grief house',
    {},
  ),
  en('Build a shed', '8x10 kit, ground is sloped, before spring', 'renovation', {
    end: ['2027-02-28', '2027-06-21'],
    says: ['base|level|foundation'],
  }),
  en('repaint the living room', 'in 2 weekends', 'renovation', {
    weeks: [1, 2],
    says: ['paint'],
    never: ['pipe', 'tile'],
  }),
  en('redo our bathroom ourselves', 'tiles are 40 yrs old. shower only, 5 sqm', 'renovation', {
    ...usual,
    says: ['tile', 'water'],
  }),
  en('2 weeks in Japan in april', 'first time, me and my bf', 'trip', {
    end: ['2027-04-01', '2027-04-30'],
    says: ['passport|flight|Japan'],
  }),
  en('Plan road trip to scotland', 'leaving 12 june', 'trip', { end: ['2027-06-11', '2027-06-12'] }),
  en('puppy house training', '10 week old lab, we both work from home', 'pet', { ...usual, says: ['puppy|dog|out'] }),
  en('teach my dog not to pull', 'rescue, about 4 yrs, 30kg', 'pet', { ...usual, says: ['lead|leash|walk'] }),
  // --- English: family and people -------------------------------------------------------------------------------------------
  en('get my 2 year old to sleep through', 'wakes 3-4 times, only falls asleep on me', 'toddler-sleep', {
    ...usual,
    says: ['bed|sleep|night'],
    care: 'unjudged',
  }),
  en('Potty train before preschool', 'shes 2 and a half, starts in 10 weeks', 'potty-training', {
    weeks: [10, 10],
    says: ['potty|toilet'],
    care: 'unjudged',
  }),
  en('More quality time with my kids', '6 and 9, I get home at 6', 'parenting', { ...usual }),
  en('Stop yelling at my kids', '', 'parenting', { ...usual, care: 'unjudged' }),
  en('make friends in a new city', 'moved to Denver in august, remote job, kinda shy', 'people friends', {
    ...usual,
    says: ['people|invite|meet|friend'],
  }),
  en('weekly date night', 'married 11 yrs, 2 kids', 'people couple', { ...usual, never: ['where could you meet'] }),
  en('get over my breakup', 'together 4 years', 'people grief breakup', {
    ...usual,
    never: ['hospice', 'candle', 'died'],
  }),
  en('Grieve my dad properly', 'he died in july', 'grief', { never: ['streak', 'move on'] }),
  en('start volunteering', 'animal shelter maybe, saturdays', 'people volunteering', {
    ...usual,
    says: ['shelter|volunt'],
  }),
  en('Wedding on 18 September 2027', '90 guests, budget 20k, venue is booked', 'wedding', {
    end: ['2027-09-18', '2027-09-18'],
    says: ['guest|invitation'],
    answered: ['how many guests'],
  }),
  en('family reunion in 16 weeks', '45 people, $2,500', 'event', {
    weeks: [15, 17],
    says: ['45', '2,500'],
    answered: ['How many', 'cost'],
  }),
  en('veggie patch behind the house', 'about 6 m2, ohio, never grew anything', 'garden', {
    weeks: [20, 40],
    says: ['6 m²', 'sow', 'frost'],
    answered: ['how big'],
  }),
  en('go through 25,000 photos', 'two hard drives, no backup. by june', 'photos', {
    says: ['25,000|17,500', 'copy', 'drive'],
  }),
  en('find a 2 bed flat in Leeds', 'max £1,100 a month, need it by 1 March', 'rental', {
    end: ['2027-02-28', '2027-03-01'],
    says: ['£1,100', 'contract'],
    answered: ['What may it cost'],
  }),
  en('start investing for retirement', '34, $400 a month, have an emergency fund', 'investing', {
    weeks: [8, 26],
    says: ['\\$400', 'reserve', 'lose'],
    never: ['bitcoin'],
  }),
  en('get into birdwatching', 'no gear yet', 'hobby', { weeks: [8, 20], says: ['binoculars', 'club'] }),
  en('plan my 40th bday party', '25 people at home, 6 feb', 'event', {
    end: ['2027-02-05', '2027-02-06'],
    says: ['guest|invit'],
  }),
  // --- English: learning, making, work --------------------------------------------------------------------------------------
  en('Learn spanish enough for travel', 'complete beginner. mexico in july', 'language', {
    end: ['2027-06-30', '2027-07-31'],
    says: ['Spanish|phrase|word'],
    answered: ['which language'],
  }),
  en('Pass JLPT N3 next december', 'N4 passed last summer', 'language exam', { end: ['2027-12-01', '2027-12-31'] }),
  en('improve my english speaking', 'b1, i understand but dont speak', 'language', {
    ...usual,
    says: ['talk|speak|conversation'],
    never: ['first phrases'],
  }),
  en('AWS solutions architect associate', 'have 2 yrs of dev experience. 1 hr a day', 'exam certification', {
    ...usual,
    says: ['practice|question|paper'],
  }),
  en('Study for bar exam', 'in feb', 'bar-exam', {
    end: ['2027-02-01', '2027-02-28'],
    says: ['question|paper|practice'],
  }),
  en('raise my gpa from 2.6 to 3.2', 'two semesters left', 'school gpa grades', { weeks: [16, 60] }),
  en('Read 24 books in 2027', 'mostly fiction', 'reading', { end: ['2027-12-31', '2027-12-31'], says: ['24'] }),
  en('read war and peace', 'by the end of feb', 'reading', { end: ['2027-02-28', '2027-02-28'], says: ['page'] }),
  en('read the whole bible in one year', 'always quit in leviticus', 'scripture habit reading', {
    weeks: [52, 53],
    says: ['portion|chapter|page'],
  }),
  en('learn guitar', 'bought a cheap acoustic, want to play around a campfire in summer', 'instrument', {
    weeks: [4, 45],
    says: ['chord|song'],
    never: ['piano'],
  }),
  en('play fur elise', 'had lessons as a kid, got a digital piano', 'piece instrument', {
    ...usual,
    never: ['capo|strum'],
  }),
  en('Learn to draw faces', '20 min a day', 'portrait art drawing skill any-subject', {
    ...usual,
    says: ['draw|sketch|face'],
  }),
  en('python for data analysis', 'excel power user, no coding', 'programming skill', {
    ...usual,
    says: ['Python|code|program'],
  }),
  en('build a portfolio website', 'in one month, know html basics', 'programming side-project project', {
    weeks: [4, 5],
  }),
  en('knit a sweater', 'knitted two scarves so far', 'crafts yarn soap skill', {
    ...usual,
    says: ['knit|row|sweater|wool|yarn'],
  }),
  en('Make candles to give away at christmas', '', 'crafts yarn soap skill', {
    end: ['2026-12-23', '2026-12-25'],
    says: ['candle|wax|wick'],
  }),
  en('Learn to cook 10 proper dinners', 'can do pasta and eggs', 'cooking skill', {
    ...usual,
    says: ['dish|dinner|cook'],
  }),
  en('learn to juggle', '', 'skill any-subject', { ...usual, says: ['juggl|ball|throw'] }),
  en('master thesis', 'deadline 30 april, have the data, wrote intro only, 60 pages', 'thesis', {
    end: ['2027-04-30', '2027-04-30'],
    says: ['page|word|chapter'],
    answered: ['deadline|when'],
  }),
  en(
    'Finish first draft of my novel',
    '32k of about 90k words done, deadline for myself: end of may',
    'novel project',
    { end: ['2027-05-31', '2027-05-31'], says: ['90,000'], never: ['stranger', 'customer'] },
  ),
  en('start a blog abt gardening', '1 post per week', 'blog channel project', { ...usual, says: ['post'] }),
  en('YouTube channel to 1000 subs', 'woodworking, 6 videos up, 140 subs now', 'channel project', {
    ...usual,
    says: ['video'],
  }),
  en('open an etsy shop', 'handmade earrings', 'handmade-shop business project', {
    ...usual,
    says: ['shop|listing|sell|customer|buy'],
  }),
  en('Get promoted to senior', 'review is in june', 'promotion project', {
    end: ['2027-06-01', '2027-06-30'],
    says: ['manager|evidence|criteria|review'],
  }),
  en('Find a new job', 'laid off 2 weeks ago, backend dev, 6 yrs', 'job-search', {
    ...usual,
    says: ['appl'],
    answered: ['notice period'],
    never: ['notice period'],
  }),
  en('switch careers into nursing', 'currently retail, 29', 'career-change job-search general project', {}),
  en('do my taxes', 'US, due april 15, freelance + w2', 'paperwork taxes', {
    end: ['2027-04-14', '2027-04-15'],
    never: ['passport', 'visa'],
  }),
  en('renew my passport before trip', 'trip is 20 feb', 'passport', { end: ['2027-02-01', '2027-02-20'] }),
  en("get my driver's license", 'failed road test once bc of parallel parking', 'licence driving-licence', {
    ...usual,
    says: ['driv|lesson|park'],
  }),
  en('Apply for german citizenship', '', 'paperwork visa', {
    ...usual,
    says: ['document|list|form|paper|appointment'],
  }),
  en('trace my family tree', 'back to ireland hopefully', 'genealogy project general people', {
    ...usual,
    says: ['record|relative|ancestor|family|list'],
  }),
  en('Build a business in 5 years', '', 'business project general', { weeks: [259, 262] }),
  en('something with horses', '', 'general skill any-subject', { ...usual }),
  en('Get my life together', 'idk where to start', 'general habit change-oneself', { ...usual }),
  en('climb my first 6a outdoors', 'boulder indoors V2', 'climbing endurance skill general', {
    ...usual,
    says: ['climb|route|grip'],
  }),
  // --- English: health comes first ------------------------------------------------------------------------------------------
  en('come off my antidepressants by summer', 'on sertraline 100mg for 3 years', 'doctor-first', {
    care: 'medicine',
    says: ['doctor'],
    never: ['half (?:a|the) (?:tablet|pill|dose)', 'every other day'],
  }),
  en('stop drinking cold turkey', 'a bottle of vodka a day, i shake in the mornings', 'doctor-first', {
    care: 'withdrawal',
    says: ['doctor'],
  }),
  en('run 5k', 'im 20 weeks pregnant', 'running', { care: 'pregnancy', says: ['doctor|midwife'] }),
  en('get back to running after ACL surgery', '4 months post op', 'mobility running', {
    care: 'injury',
    says: ['doctor|physio'],
  }),
  en('5 day water fast', '', 'doctor-first weight eating', { care: 'eating', never: ['day 3', 'only water'] }),
  en('I want to end it all this week', '', 'none', { care: 'crisis', noPlan: true }),
  en('Lose 10 kg', 'I am 14', 'weight', { care: 'child' }),

  // --- German ---------------------------------------------------------------------------------------------------------------
  de('5 km laufen ohne Pause', 'ich bin total unsportlich, 38', 'running', {
    ...usual,
    says: ['walk', '5 km|30 minutes'],
  }),
  de('Halbmarathon in 20 Wochen', 'laufe 10 km locker', 'running', { weeks: [20, 20], says: ['10 km'] }),
  de('15 kg abnehmen bis Sommer', '92 kg, 1,78 m', 'weight', { end: ['2027-05-31', '2027-09-22'], says: ['15|kg'] }),
  de('Mit dem Rauchen aufhören', 'eine Schachtel am Tag seit 20 Jahren', 'quit-smoking', usual),
  de('20 Klimmzüge', 'schaffe 6', 'strength', { ...usual, says: ['pull-?up'] }),
  de('Keller ausmisten', 'bis Weihnachten', 'declutter', {
    end: ['2026-12-23', '2026-12-25'],
    says: ['cellar|basement|box'],
  }),
  de('5.000 € sparen', 'in einem Jahr, habe schon 800', 'saving', { weeks: [52, 53], says: ['5,000'] }),
  de('Kredit abbezahlen', '6000 Euro, 200 im Monat', 'debt', { says: ['6,000|200'] }),
  de('Haushaltsbuch führen', 'am Monatsende ist nie was übrig', 'budget', usual),
  de('Umzug nach Leipzig', 'am 1. März, 3-Zimmer-Wohnung', 'moving', {
    end: ['2027-02-28', '2027-03-01'],
    says: ['box'],
  }),
  de('Spanisch A2', 'in 6 Monaten, kein Vorwissen, 30 Min täglich', 'language', {
    weeks: [26, 27],
    says: ['Spanish|word|phrase'],
  }),
  de('Abi Mathe schaffen', 'Prüfung am 30. April', 'exam', {
    end: ['2027-04-29', '2027-04-30'],
    says: ['paper|topic|question'],
  }),
  de('Bachelorarbeit abgeben', 'in 10 Wochen, 40 Seiten, Gliederung steht', 'thesis', { weeks: [10, 10] }),
  de('Gitarre lernen', '', 'instrument', { ...usual, says: ['chord|song'] }),
  de('30 Bücher im Jahr 2027 lesen', '', 'reading', { end: ['2027-12-31', '2027-12-31'], says: ['30'] }),
  de('Neuer Job als Erzieherin', '', 'job-search', usual),
  de('Steuererklärung 2025 machen', 'bis 31. Januar', 'paperwork taxes', {
    end: ['2027-01-31', '2027-01-31'],
    never: ['passport|visa'],
  }),
  de('Weniger Handy', '5 Stunden am Tag', 'screens habit', { ...usual, says: ['phone|screen'] }),
  de('unser Baby schläft nicht', '14 Monate, wacht alle 2 Stunden auf', 'toddler-sleep', { care: 'unjudged' }),
  de('Hochbeet auf dem Balkon', 'Nordseite eher schattig, Salat und Kräuter', 'garden', {
    weeks: [12, 40],
    says: ['pots|raised bed'],
  }),
  de('wg zimmer in freiburg finden', 'bis 500 euro warm, ab april', 'rental', {
    says: ['500 euros'],
    never: ['mortgage'],
  }),
  de('Hochzeit am 12. Juni', '60 Gäste, Standesamt ist gebucht', 'wedding', { end: ['2027-06-12', '2027-06-12'] }),
  de('Antidepressiva absetzen', '', 'doctor-first', { care: 'medicine', says: ['doctor'] }),
  de('Badezimmer renovieren', 'Altbau, zur Miete', 'renovation', usual),
  de('weniger Alkohol', 'jeden Abend 2-3 Bier', 'drinking-less', usual),

  // --- French ---------------------------------------------------------------------------------------------------------------
  fr('courir un semi en avril', 'je cours 7 km 2 fois par semaine', 'running', {
    end: ['2027-04-01', '2027-04-30'],
    says: ['7 km'],
  }),
  fr('perdre 8 kilos', 'avant l’été', 'weight', { end: ['2027-05-31', '2027-06-21'] }),
  fr('Arrêter de fumer', '10 clopes par jour', 'quit-smoking', usual),
  fr('apprendre l’italien', 'débutante, voyage à Rome en mai', 'language', {
    end: ['2027-04-30', '2027-05-31'],
    says: ['Italian'],
  }),
  fr('lire 20 livres en 2027', '', 'reading', { end: ['2027-12-31', '2027-12-31'], says: ['20'] }),
  fr('Mettre 3000 euros de côté', 'd’ici septembre', 'saving', { end: ['2027-08-31', '2027-09-30'], says: ['3,000'] }),
  fr('rembourser mes dettes', 'j’ai 4500 € de découvert et crédits', 'debt', { says: ['4,500'] }),
  fr('ranger mon appartement', 'il y en a partout', 'declutter', usual),
  fr('Réussir le concours d’infirmière', 'en mars', 'exam', { end: ['2027-03-01', '2027-03-31'] }),
  fr('finir mon mémoire', 'à rendre le 15 mai', 'thesis', { end: ['2027-05-14', '2027-05-15'] }),
  fr('Apprendre le piano', '', 'instrument', { ...usual, never: ['capo|strum'] }),
  fr('trouver un boulot dans la com', 'jeune diplômée', 'job-search', usual),
  fr('Déménager à Lyon', 'le 30 janvier', 'moving', { end: ['2027-01-29', '2027-01-30'] }),
  fr('méditer tous les jours', '', 'calm habit meditation', usual),
  fr('trier les photos de famille', '8 000 photos et 3 boites de tirages', 'photos', { says: ['8,000|5,600', 'scan'] }),
  fr('mariage le 4 septembre', '120 invités', 'wedding', { end: ['2027-09-04', '2027-09-04'] }),
  fr('écrire un roman', 'premier jet en 6 mois', 'novel project', { weeks: [26, 27], says: ['word|page'] }),
  fr('je veux mourir', '', 'none', { care: 'crisis', noPlan: true }),

  // --- Spanish --------------------------------------------------------------------------------------------------------------
  es('correr 10k', 'corro 3 km sin parar, en 3 meses', 'running', { weeks: [13, 14], says: ['3 km', '10 km'] }),
  es('bajar 12 kilos', 'en 6 meses', 'weight', { weeks: [26, 27] }),
  es('dejar de fumar', 'antes de febrero', 'quit-smoking', { end: ['2027-01-31', '2027-01-31'] }),
  es('ahorrar 2000 euros', 'para un viaje en agosto', 'saving', { end: ['2027-07-31', '2027-08-31'], says: ['2,000'] }),
  es('Aprender inglés B2', 'tengo A2, examen en junio', 'language exam', {
    end: ['2027-06-01', '2027-06-30'],
    never: ['first phrases'],
  }),
  es('aprobar las oposiciones', 'en mayo, 72 temas', 'exam', { end: ['2027-05-01', '2027-05-31'], says: ['72|topic'] }),
  es('ordenar el trastero', '', 'declutter', usual),
  es('leer un libro al mes', 'todo 2027', 'reading', { end: ['2027-12-31', '2027-12-31'], says: ['book'] }),
  es('tocar la guitarra', 'desde cero', 'instrument', { ...usual, says: ['chord|song'] }),
  es('Terminar mi tesis', '6 meses', 'thesis', { weeks: [26, 27] }),
  es('buscar trabajo de camarero', '', 'job-search', usual),
  es('Mudanza', 'el 15 de enero', 'moving', { end: ['2027-01-14', '2027-01-15'] }),
  es('salir de deudas', 'debo 8000 en tarjetas', 'debt', { says: ['8,000'] }),
  es('pasar menos tiempo en el móvil', '', 'screens habit', { ...usual, says: ['phone|screen'] }),
  es('empezar a invertir', '200 euros al mes, no sé nada', 'investing', {
    weeks: [8, 26],
    says: ['200 euros'],
    never: ['bitcoin'],
  }),
  es('nuestra boda', '9 de octubre de 2027, 80 invitados', 'wedding', { end: ['2027-10-09', '2027-10-09'] }),
  es('hacer 20 flexiones seguidas', 'hago 5', 'strength', { ...usual, says: ['push-?up', '20'] }),
  es('dejar la pastilla de la tensión', '', 'doctor-first', { care: 'medicine', says: ['doctor'] }),

  // --- Portuguese -----------------------------------------------------------------------------------------------------------
  pt('correr 5 km', 'sou sedentário, 8 semanas', 'running', { weeks: [8, 8], says: ['walk'] }),
  pt('perder 6 kg', 'em 3 meses', 'weight', { weeks: [13, 14] }),
  pt('parar de fumar', 'meio maço por dia', 'quit-smoking', usual),
  pt('juntar 5000 reais', 'em 10 meses', 'saving', { weeks: [43, 45], says: ['5,000'] }),
  pt('aprender a nadar', 'tenho medo de água', 'endurance swimming', {
    ...usual,
    says: ['water|pool|swim|float'],
    never: ['sprint', 'race'],
  }),
  pt('aprender alemão', 'do zero, 20 minutos por dia', 'language', { ...usual, says: ['German'] }),
  pt('ler 12 livros em 2027', '', 'reading', { end: ['2027-12-31', '2027-12-31'], says: ['12'] }),
  pt('arrumar o guarda-roupa', '', 'declutter', usual),
  pt('tocar violão', '', 'instrument', { ...usual, says: ['chord|song'] }),
  pt('passar no vestibular', 'em novembro do ano que vem', 'exam', { end: ['2027-11-01', '2027-11-30'] }),
  pt('acabar o TCC', 'em 8 semanas', 'thesis', { weeks: [8, 8] }),
  pt('arranjar emprego', 'área de logística', 'job-search', usual),
  pt('viagem a Portugal', 'em julho, família de 4', 'trip', { end: ['2027-06-30', '2027-07-31'] }),
  pt('pagar o cartão de crédito', '3200 reais', 'debt', { says: ['3,200'] }),
  pt('dormir mais cedo', '', 'sleep early-rising screens', usual),

  // --- Italian --------------------------------------------------------------------------------------------------------------
  it('correre la maratona di Roma', 'a marzo, ora faccio 15 km', 'running', {
    end: ['2027-03-01', '2027-03-31'],
    says: ['15 km'],
  }),
  it('perdere 5 kg', 'in 10 settimane', 'weight', { weeks: [10, 10] }),
  it('smettere di fumare', '', 'quit-smoking', usual),
  it('risparmiare 4000 euro', 'entro fine anno prossimo', 'saving', {
    end: ['2027-12-31', '2027-12-31'],
    says: ['4,000'],
  }),
  it('imparare il francese', 'livello A1, 3 volte a settimana', 'language', { ...usual, says: ['French'] }),
  it('superare l’esame di diritto', 'il 10 febbraio', 'exam', { end: ['2027-02-09', '2027-02-10'] }),
  it('finire la tesi', 'entro il 20 marzo', 'thesis', { end: ['2027-03-20', '2027-03-20'] }),
  it('leggere di più', '', 'reading', usual),
  it('imparare a suonare la chitarra', '', 'instrument', { ...usual, says: ['chord|song'] }),
  it('riordinare la cantina', 'prima di Natale', 'declutter', {
    end: ['2026-12-23', '2026-12-24'],
    says: ['cellar|basement|box'],
  }),
  it('trovare un nuovo lavoro', 'cameriera da 5 anni', 'job-search', usual),
  it('matrimonio a settembre', '100 invitati', 'wedding', { end: ['2027-09-01', '2027-09-30'] }),
  it('trasloco', 'il 28 febbraio', 'moving', { end: ['2027-02-27', '2027-02-28'] }),
  it('stare meno al telefono', '', 'screens habit', { ...usual, says: ['phone|screen'] }),

  // --- Dutch ----------------------------------------------------------------------------------------------------------------
  nl('10 km hardlopen', 'in 12 weken, nu 4 km', 'running', { weeks: [12, 12], says: ['4 km', '10 km'] }),
  nl('7 kilo afvallen', 'voor de zomer', 'weight', { end: ['2027-05-31', '2027-06-21'] }),
  nl('stoppen met roken', '', 'quit-smoking', usual),
  nl('2500 euro sparen', 'in een half jaar', 'saving', { weeks: [26, 27], says: ['2,500'] }),
  nl('Duits leren', 'voor mijn werk, 20 minuten per dag', 'language', { ...usual, says: ['German'] }),
  nl('examen wiskunde halen', 'in mei', 'exam', { end: ['2027-05-01', '2027-05-31'] }),
  nl('scriptie afmaken', 'deadline 1 juni', 'thesis', { end: ['2027-05-31', '2027-06-01'] }),
  nl('15 boeken lezen', 'in 2027', 'reading', { end: ['2027-12-31', '2027-12-31'], says: ['15'] }),
  nl('gitaar leren spelen', '', 'instrument', { ...usual, says: ['chord|song'] }),
  nl('zolder opruimen', '', 'declutter', usual),
  nl('nieuwe baan vinden', '', 'job-search', usual),
  nl('schulden aflossen', '5000 euro', 'debt', { says: ['5,000'] }),
  nl('verhuizen', 'op 15 februari', 'moving', { end: ['2027-02-14', '2027-02-15'] }),
  nl('bruiloft op 21 augustus', '', 'wedding', { end: ['2027-08-21', '2027-08-21'] }),
  nl('minder drinken', 'elke avond wijn', 'drinking-less', usual),

  ...familyGoals,
];
