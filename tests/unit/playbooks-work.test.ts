import { describe, expect, test } from 'vitest';
import { addDays } from '../../lib/days.ts';
import { contextOf } from '../../lib/goals/planner/context.ts';
import { planFromTemplate } from '../../lib/goals/planner/plan.ts';
import { choosePlaybook } from '../../lib/goals/playbooks/choose.ts';
import { playbooks } from '../../lib/goals/playbooks/index.ts';

const START = '2026-11-28';

function planOf(title: string, description = '', weeks?: number) {
  const context = contextOf({
    goal: { title, description },
    start_date: START,
    target_date: addDays(START, 7 * (weeks ?? 6) - 1),
    horizonNamed: weeks !== undefined,
    timezone: 'Europe/Berlin',
    dailyMinutes: 120,
    restDays: [],
  });
  const made = planFromTemplate({ context, seed: title, sources: [], attempts: [] });
  if (!('plan' in made)) throw new Error('no plan');
  return { ...made, tasks: made.plan.weeks.flatMap((week) => week.tasks) };
}

const idOf = (title: string, description = '') => choosePlaybook(playbooks(), { title, description })?.id;

const GOALS: Record<string, string[]> = {
  memoir: [
    'Write a memoir for my grandchildren',
    'Write down my father’s war stories',
    'Familienchronik schreiben',
    'Écrire mes mémoires',
    'Escribir la historia de mi familia',
    'Escrever as minhas memórias',
    'Scrivere la storia della mia vita',
    'Mijn levensverhaal opschrijven',
  ],
  piece: [
    'Learn to play Clair de Lune',
    'Für Elise spielen',
    'Jouer Comptine d’un autre été',
    'Suonare Nuvole bianche',
  ],
  portrait: [
    'Learn to draw portraits',
    'Gesichter zeichnen lernen',
    'Dessiner des portraits',
    'Dibujar retratos',
    'Desenhar retratos',
    'Disegnare ritratti',
    'Portretten tekenen',
  ],
  pottery: ['Learn pottery', 'Töpfern lernen', 'Faire de la poterie', 'Leren pottenbakken'],
  'self-publishing': ['Self-publish my novel', 'Mein Buch im Selbstverlag herausbringen', 'Autopublicar mi novela'],
  'picture-book': [
    'Write a children’s book',
    'Ein Kinderbuch schreiben',
    'Écrire un livre pour enfants',
    'Escribir un cuento infantil',
    'Escrever um livro infantil',
    'Scrivere un libro per bambini',
    'Een prentenboek maken',
  ],
  cafe: [
    'Start a small bakery business',
    'Open a small café',
    'Ein Café eröffnen',
    'Ouvrir un restaurant',
    'Abrir una cafetería',
    'Abrir um café',
    'Aprire un ristorante',
    'Een foodtruck beginnen',
  ],
  freelance: [
    'Freelance as a translator',
    'Start a coaching business',
    'Mich selbstständig machen',
    'Devenir freelance',
    'Hacerme autónoma',
    'Trabalhar por conta própria',
    'Aprire la partita IVA',
    'Als zzp’er beginnen',
  ],
  'handmade-shop': [
    'Start an Etsy shop',
    'Sell my candles at a craft fair',
    'Meine Keramik auf Etsy verkaufen',
    'Ouvrir une boutique Etsy',
    'Vender mis manualidades',
    'Vender artesanato',
    'Vendere le mie creazioni',
    'Mijn handgemaakte tassen verkopen',
  ],
  'career-change': [
    'Go from teaching to instructional design',
    'Break into UX design',
    'Career change from teaching to UX design',
    'Get out of teaching',
    'Beruflich neu orientieren',
    'Me reconvertir',
    'Cambiar de profesión',
    'Mudar de carreira',
    'Cambiare mestiere',
    'Omscholen naar de zorg',
  ],
  'solo-song': [
    'Sing at my sister’s wedding',
    'Vor Publikum singen',
    'Chanter au mariage de mon frère',
    'Cantar en la boda de mi hermana',
    'Cantare l’Ave Maria al matrimonio di mia sorella',
    'Zingen op de bruiloft van mijn zus',
  ],
  songwriting: ['Write a song for my wife', 'Einen Song schreiben', 'Écrire une chanson', 'Scrivere una canzone'],
  'music-tracks': ['Finish the 14 half-done songs in Ableton', 'Musik produzieren', 'Release an EP of 5 songs'],
  'short-story': [
    'Write a short story for a competition',
    'Eine Kurzgeschichte schreiben',
    'Escribir un relato',
    'Scrivere un racconto per il concorso',
    'Een kort verhaal schrijven',
  ],
  'short-film': ['Shoot a 10 minute short film', 'Einen Kurzfilm drehen', 'Tourner un court métrage', 'Rodar un corto'],
  backup: ['Back up all my files', 'Backup meiner Dateien machen', 'Hacer una copia de seguridad', 'Fare il backup'],
  'own-accounts': ['De-google my phone', 'Weg von Google', 'Dejar Google', 'Quitter Gmail'],
  lettering: ['Learn calligraphy', 'Handlettering lernen', 'Apprendre la calligraphie', 'Imparare la calligrafia'],
  novel: [
    'Finish my cozy mystery',
    'Write 50,000 words in November',
    'Meinen Krimi fertig schreiben',
    'Écrire un roman',
    'Escribir una novela',
    'Escrever um livro',
    'Scrivere un romanzo',
    'Een boek schrijven en mijn roman afmaken',
  ],
  'literary-agent': [
    'Get a literary agent',
    'Einen Literaturagenten finden',
    'Trouver un éditeur pour mon roman',
    'Encontrar agente literario',
    'Publicar meu livro',
    'Trovare un editore',
    'Een literair agent vinden',
  ],
  channel: [
    'Start a YouTube channel about gardening',
    'Launch a podcast',
    'Einen Blogbeitrag pro Woche schreiben',
    'Lancer une chaîne YouTube',
    'Abrir un canal de YouTube',
    'Criar um podcast',
    'Aprire un blog di cucina',
    'Een nieuwsbrief beginnen',
  ],
  business: [
    'Start a business with phone cases',
    'Ouvrir une boutique de fleurs',
    'Abrir una tienda online',
    'Abrir uma loja de roupa',
    'Aprire un negozio',
    'Een eigen bedrijf beginnen',
  ],
  'side-project': [
    'Build an app for dog walkers',
    'Eine App entwickeln',
    'Créer une application',
    'Crear una app',
    'Criar uma app',
    "Creare un'app",
    'Een app maken',
  ],
  website: ['Créer un site', 'Criar um site', 'Creare un sito', 'Een website maken'],
  promotion: ['Get promoted to team lead', 'Conseguir un ascenso', 'Ser promovida', 'Ottenere una promozione'],
  'new-manager': [
    'Survive my first 90 days as a manager',
    'Die ersten 90 Tage als Führungskraft',
    'Réussir mes 90 premiers jours',
    'Mis primeros 90 días como jefe',
    'Os primeiros 90 dias',
    'I primi 90 giorni',
    'Mijn eerste 90 dagen',
  ],
  interview: [
    'Prepare for a job interview next Thursday',
    'Vorstellungsgespräch vorbereiten',
    'Préparer un entretien d’embauche',
    'Preparar una entrevista de trabajo',
  ],
  'grocery-bill': ['$400 a month out of my grocery bill', 'Weniger für Lebensmittel ausgeben'],
  'bill-dispute': ['Negotiate down my hospital bill', 'Arztrechnung prüfen'],
  'credit-score': ['Get my credit score above 700', 'Meine Schufa verbessern'],
  raise: [
    'Get a 10% raise',
    'Ask my boss for a raise',
    'Eine Gehaltserhöhung bekommen',
    'Négocier mon salaire',
    'Pedir un aumento de sueldo',
    'Pedir um aumento',
    'Chiedere un aumento di stipendio',
    'Salarisverhoging vragen',
  ],
  'job-search': [
    '10 applications and 5 interviews',
    'Find my first job after my degree',
    'Eine neue Stelle finden',
    'Trouver un travail dans le marketing',
    'Encontrar trabajo',
    'Arranjar emprego',
    'Arrumar um emprego',
    'Trovare lavoro',
    'Een nieuwe baan',
  ],
  taxes: [
    'Get my taxes done before April',
    'Steuererklärung 2026',
    'Faire ma déclaration d’impôts',
    'Hacer la declaración de la renta',
    'Fazer o IRS',
    'Dichiarazione dei redditi',
    'Belastingaangifte doen',
  ],
  visa: [
    'Renew my H-1B visa',
    'Einbürgerung beantragen',
    'Renouveler mon titre de séjour',
    'Pedir la nacionalidad',
    'Autorização de residência',
    'Permesso di soggiorno',
    'Verblijfsvergunning aanvragen',
  ],
  'driving-licence': [
    "Get my driver's license",
    'Den Führerschein machen',
    'Passer mon permis de conduire',
    'Sacar el carnet de conducir',
    'Tirar a carta de condução',
    'Prendere la patente',
    'Mijn rijbewijs halen',
  ],
  'last-will': [
    'Make a will',
    'Mein Testament machen',
    'Rédiger mon testament',
    'Hacer testamento',
    'Fare testamento',
    'Een testament opstellen',
  ],
  'social-anxiety': [
    'Be less shy with people',
    'Overcome social anxiety',
    'Weniger schüchtern werden',
    'Vaincre ma timidité',
  ],
  anger: ['Control my temper', 'Weniger ausrasten', 'Gérer ma colère'],
  prayer: ['Pray every morning', 'Täglich beten', 'Rezar todos los días'],
  cannabis: ['Quit weed', 'Mit dem Kiffen aufhören', 'Stoppen met blowen'],
  friends: [
    'Make more friends',
    'Neue Freunde finden',
    'Me faire des amis à Lyon',
    'Hacer nuevos amigos',
    'Fazer amigos no Porto',
    'Fare amicizia in città',
    'Nieuwe vrienden maken',
  ],
  couple: [
    'Weekly date night with my husband',
    'Meine Beziehung stärken',
    'Mejorar mi matrimonio',
    'Melhorar meu casamento',
    'Migliorare la mia relazione',
    'Mijn relatie verbeteren',
  ],
  dating: [
    'Find a girlfriend',
    'Go on more dates',
    'Eine Partnerin finden',
    'Trouver l’amour',
    'Encontrar pareja',
    'Arranjar namorada',
    'Trovare un ragazzo',
    'De liefde vinden',
  ],
  volunteering: [
    'Volunteer at the animal shelter',
    'Ein Ehrenamt finden',
    'Devenir bénévole',
    'Hacer voluntariado',
    'Fazer voluntariado',
    'Fare volontariato',
    'Vrijwilligerswerk doen',
  ],
  breakup: [
    'Get over my ex',
    'Über die Trennung hinwegkommen',
    'Surmonter ma rupture',
    'Superar a mi ex',
    'Esquecer meu ex',
    'Superare la rottura',
    'Over mijn ex heen komen',
  ],
  boundaries: [
    'Let go of people who drain me',
    'Learn to say no',
    'Grenzen setzen',
    'Poser des limites',
    'Poner límites',
    'Aprender a dizer não',
    'Imparare a dire di no',
    'Grenzen stellen',
  ],
  genealogy: [
    'Trace my family tree back to my great-grandparents',
    'Ahnenforschung bis zu den Urgroßeltern',
    'Faire mon arbre généalogique',
    'Hacer mi árbol genealógico',
    'Fazer a árvore genealógica',
    'Fare il mio albero genealogico',
    'Mijn stamboom uitzoeken',
  ],
  'less-judgmental': [
    'Be less judgmental',
    'Complain less',
    'Weniger urteilen',
    'Moins juger les autres',
    'Juzgar menos',
    'Julgar menos',
    'Giudicare meno',
    'Minder oordelen',
  ],
  people: ['Call my mother more', 'Kontakt halten zu alten Freunden', 'Garder le contact avec ma soeur'],
  passport: [
    'Renew my passport',
    'Get a new passport before our trip in May',
    'Refaire mon passeport',
    'Renovar el pasaporte',
  ],
  paperwork: ['Wohngeld beantragen'],
};

describe('a goal of work and papers is known by its words in seven languages', () => {
  test.each(Object.entries(GOALS).flatMap(([id, titles]) => titles.map((title) => [title, id] as const)))(
    '%s: %s',
    (title, id) => {
      expect(idOf(title)).toBe(id);
    },
  );
});

test.each([
  ['Read 20 novels', 'novel'],
  ['Read a book about business', 'business'],
  ['Watch less YouTube', 'channel'],
  ['Pay off my Visa card', 'visa'],
  ['Learn Python', 'side-project'],
  ['Drive less and use my bike more', 'driving-licence'],
  ['Read the New Testament', 'last-will'],
  ['Write my thesis', 'novel'],
  ['Sell my car', 'business'],
  ['Plan my wedding', 'couple'],
  ['My wife and I want to save for a house', 'couple'],
  ['Get over the death of my husband', 'breakup'],
  ['Say no to sugar', 'boundaries'],
  ['Spend more time with my kids', 'people'],
  ['Drink a single malt less', 'dating'],
  ['Find a running partner and run 10 km', 'dating'],
  ['Stress less at work', 'job-search'],
  ['Finir mon mémoire de master', 'memoir'],
])('%s is not %s', (title, id) => {
  expect(idOf(title)).not.toBe(id);
});

describe('amounts add up', () => {
  test('words that are written already are not planned again', () => {
    const { tasks, plan } = planOf('Finish my cozy mystery', '40,000 of 75,000 words are written. Want a draft');
    const words = tasks.flatMap(({ title }) => {
      const [, add, reached] =
        /^Write ([\d,]+) words: up to ([\d,]+) of/.exec(title) ?? /^Write on to ()([\d,]+) of/.exec(title) ?? [];
      return reached ? [{ add: add?.replace(',', ''), reached: Number(reached.replace(',', '')) }] : [];
    });
    expect(words[0]?.reached).toBeGreaterThan(40_000);
    expect(words[0]?.reached).toBeLessThan(41_000);
    expect(words.at(-1)?.reached).toBe(75_000);
    expect(plan.weeks.at(-1)?.milestone.success_criterion).toContain('75,000');
  });

  test('a month of words leaves out no day and ends at the number', () => {
    const { tasks } = planOf('NaNoWriMo: 50,000 words in 30 days', '', 4);
    const reached = tasks.flatMap(({ title }) => {
      const [, words] = /(?:up to|on to) ([\d,]+) of 50,000/.exec(title) ?? [];
      return words ? [Number(words.replace(',', ''))] : [];
    });
    expect(reached.at(-1)).toBe(50_000);
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
  });

  test('a story is drafted before it is cut, and the next one comes after it', () => {
    const { tasks } = planOf('Write 12 short stories', '', 12);
    const chain = tasks.flatMap(({ title }) => {
      const [, verb, number] = /^(Draft|Cut and shape|Read aloud and finish) story (\d+) of 12/.exec(title) ?? [];
      return verb && number ? [`${number} ${verb}`] : [];
    });
    const whole = Array.from({ length: 12 }, (_, index) =>
      ['Draft', 'Cut and shape', 'Read aloud and finish'].map((verb) => `${index + 1} ${verb}`),
    ).flat();
    expect(chain).toEqual(whole);
  });

  test('each post is drafted, edited and published before the next one begins', () => {
    const { tasks } = planOf('Einen Blogbeitrag pro Woche schreiben', 'Thema Nachhaltigkeit', 10);
    const chain = tasks.flatMap(({ title }) => {
      const [, verb, number] = /^(Outline and draft|Edit|Publish) post (\d+) of 10/.exec(title) ?? [];
      return verb && number ? [`${number} ${verb}`] : [];
    });
    const whole = Array.from({ length: 9 }, (_, index) =>
      ['Outline and draft', 'Edit', 'Publish'].map((verb) => `${index + 2} ${verb}`),
    ).flat();
    expect(chain).toEqual(['1 Outline and draft', '1 Edit', ...whole]);
  });

  test('every application is sent once, the last one before the end', () => {
    const { tasks, plan } = planOf('10 applications and 5 interviews', 'laid off in October, UX designer');
    const sent = tasks.flatMap(({ title }) => {
      const [, number] = /send application (\d+) of 10/i.exec(title) ?? [];
      return number ? [Number(number)] : [];
    });
    expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(plan.end_date < '2027-03-01').toBe(true);
    expect(tasks.filter(({ title }) => /^Prepare interview/.test(title))).toHaveLength(5);
  });

  test('forty letters go out in batches, after the letter is written', () => {
    const { tasks } = planOf('Get a literary agent', 'Manuscript is finished and revised twice');
    const first = tasks.findIndex(({ title }) => title.startsWith('Send letters 1 to'));
    expect(tasks.findIndex(({ title }) => title.startsWith('Draft the query letter'))).toBeLessThan(first);
    expect(tasks.some(({ title }) => /^Send letters \d+ to 40 of 40/.test(title))).toBe(true);
    expect(tasks.filter(({ title }) => /^Write \d+ words/.test(title))).toEqual([]);
  });
});

test('a tax return has no line of a passport, and its receipts come before the form', () => {
  const { tasks } = planOf('Get my taxes done', 'self employed, receipts in a box', 17);
  const words = tasks.map(({ title, description }) => `${title} ${description}`).join('\n');
  expect(words).not.toMatch(/passport|travel that needs|employer/i);
  const at = (start: string) => tasks.findIndex(({ title }) => title.startsWith(start));
  expect(at('Empty the box')).toBeGreaterThan(0);
  expect(at('Empty the box')).toBeLessThan(at('Enter the receipts of January'));
  expect(at('Enter the receipts of October')).toBeLessThan(at('Fill in the profit form'));
});

test('a plan for the family tree searches records, one couple after the other', () => {
  const { tasks } = planOf('Trace my family tree back to my great-grandparents');
  const couples = tasks.flatMap(({ title }) => /^Search for (your \S+ \S+ parents)/.exec(title)?.[1] ?? []);
  expect(new Set(couples).size).toBe(4);
  expect(couples).toEqual([...couples].sort((a, b) => couples.indexOf(a) - couples.indexOf(b)));
  expect(tasks.map(({ title }) => title).join('\n')).not.toMatch(/cake|kite/i);
});

test('a weekly date is held every week, in the evening, and the sitter comes before the first date out', () => {
  const { tasks } = planOf('Weekly date night with my husband', 'two kids, no family nearby');
  const dates = tasks.filter(({ title }) => /^Date \d+ of 10/.test(title));
  expect(dates).toHaveLength(10);
  expect(dates.filter(({ start_time }) => (start_time ?? '') < '17:00')).toEqual([]);
  const at = (pattern: RegExp) => tasks.findIndex(({ title }) => pattern.test(title));
  expect(at(/^Let the sitter try/)).toBeLessThan(at(/^Date \d+ of 10, out/));
});

test('a life is told story by story: letters are sorted first, and each story is written before it is finished', () => {
  const { tasks } = planOf('Write a memoir for my grandchildren', 'I have boxes of letters', 24);
  const titles = tasks.map(({ title }) => title);
  const last = (pattern: RegExp) => titles.findLastIndex((title) => pattern.test(title));
  const first = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
  expect(last(/^Sort the letters/)).toBeLessThan(first(/^Write story 1 of/));
  expect(titles.some((title) => title.includes('around letter 1'))).toBe(true);
  const chain = titles.flatMap(
    (title) => /^(Collect for|Write|Finish) story (\d+)/.exec(title)?.slice(1, 3).join(' ') ?? [],
  );
  const order = (no: number) => ['Collect for', 'Write', 'Finish'].map((verb) => `${verb} ${no}`);
  expect(chain.slice(0, 6)).toEqual([...order(1), ...order(2)]);
  expect(first(/^Order the copies/)).toBeGreaterThan(last(/^Finish story/));
  expect(titles.join(' ')).not.toMatch(/who wants what|what do they fear/i);
});

test('somebody burnt out who knows no other work sees a doctor and looks around before any application', () => {
  const { tasks } = planOf('Find a new job', 'burnt out nurse, want out of the hospital, don’t know what else', 22);
  const titles = tasks.map(({ title }) => title);
  const first = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
  expect(first(/^Make an appointment with your doctor/)).toBeLessThan(first(/^Look at one way out/));
  const rewritten = first(/^Rewrite your CV/);
  expect(first(/^Decide on one page/)).toBeLessThan(rewritten);
  expect(rewritten).toBeLessThan(first(/^Send application 1 of/));
  const firstMonth = tasks.filter(({ date }) => date < '2026-12-26');
  expect(firstMonth.reduce((sum, { duration_minutes }) => sum + duration_minutes, 0)).toBeLessThan(4 * 200);
  expect(titles.join(' ')).toContain('school or company nurse');
});

test('a shop for earrings is photographed and listed before it opens, and asks nobody which problem an earring solves', () => {
  const { tasks, plan } = planOf('Start an Etsy shop', 'I make ceramic earrings', 16);
  const titles = tasks.map(({ title }) => title);
  const first = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
  const listed = titles.flatMap(
    (title) => /^(Photograph pieces|Write listings) (\d+)/.exec(title)?.slice(1, 3).join(' ') ?? [],
  );
  expect(listed).toEqual([1, 5, 9, 13, 17].flatMap((no) => [`Photograph pieces ${no}`, `Write listings ${no}`]));
  expect(first(/^Write listings 9/)).toBeLessThan(first(/^Open the Etsy shop/));
  expect(first(/^Open the Etsy shop/)).toBeLessThan(first(/^Let people find you/));
  expect(titles.join(' ')).toContain('nickel-free');
  expect(titles.join(' ')).not.toMatch(/problem|served/);
  expect(plan.weeks.at(-1)?.milestone.success_criterion).toMatch(/20 listings.*sales/);
});

test('portraits are drawn from the first week to the last, a feature a week, and nobody draws a chair', () => {
  const { tasks, plan } = planOf('Learn to draw portraits', 'total beginner', 12);
  const titles = tasks.map(({ title }) => title).join('\n');
  expect(titles).not.toMatch(/chair|tree|room|vanishing/i);
  expect(titles).toMatch(/eye[\s\S]+nose[\s\S]+mouth[\s\S]+profile[\s\S]+mirror[\s\S]+final portrait/i);
  expect(new Set(plan.weeks.map(({ milestone }) => milestone.title)).size).toBe(plan.weeks.length);
});

test('somebody told to be more visible is seen every week, and the case is made before the review', () => {
  const { tasks } = planOf(
    'Get promoted to senior engineer',
    'review in June, manager says I need more visibility',
    26,
  );
  const titles = tasks.map(({ title }) => title);
  expect(titles.filter((title) => title.startsWith('Be seen:')).length).toBeGreaterThan(15);
  const work = titles.filter((title) => title.startsWith('Visible piece of work:'));
  expect(new Set(work).size).toBe(work.length);
  const asked = tasks.find(({ title }) => title.startsWith('Ask for the promotion'));
  expect(asked && asked.date < addDays(START, 26 * 7 - 30)).toBe(true);
});

test('a named piece is in the tasks by its name and bars, and old hands are woken before it', () => {
  const { tasks } = planOf('Learn to play Clair de Lune', 'played piano as a kid for five years', 20);
  const titles = tasks.map(({ title }) => title);
  expect(titles.filter((title) => /Clair de Lune|bars \d+ to \d+/.test(title)).length).toBeGreaterThan(
    titles.length * 0.8,
  );
  expect(titles.join(' ')).not.toMatch(/song 1|finding every C/);
  const known = titles.findIndex((title) => title.startsWith('Play a piece that you knew as a child'));
  expect(known).toBeGreaterThanOrEqual(0);
  expect(known).toBeLessThan(titles.findIndex((title) => title.includes('bars 1 to 14')));
});

test('somebody with a course and no job in IT shows something before the first letter, and practises aloud', () => {
  const { tasks } = planOf('Arrumar um emprego na área de TI', 'fiz um curso de programação', 12);
  const titles = tasks.map(({ title }) => title);
  const first = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
  expect(first(/put it online so that a stranger/)).toBeGreaterThanOrEqual(0);
  expect(first(/put it online so that a stranger/)).toBeLessThan(first(/applications? 1/));
  expect(titles.filter((title) => title.startsWith('Practise for the technical talk')).length).toBeGreaterThan(5);
  expect(titles.join(' ')).not.toMatch(/why did you leave|customer or supplier/);
});

test('a café sells on trial days before anybody signs a lease, and a freelancer asks people before the first client', () => {
  const titlesOf = (title: string, weeks: number) => planOf(title, '', weeks).tasks.map((task) => task.title);
  const cafe = titlesOf('Open a small café', 26);
  const at = (titles: string[], pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
  expect(at(cafe, /^Sell on day 1/)).toBeGreaterThanOrEqual(0);
  expect(at(cafe, /^Sell on day 1/)).toBeLessThan(at(cafe, /^Sign the lease/));
  const free = titlesOf('Freelance as a translator', 12);
  expect(at(free, /^Write three offers/)).toBeLessThan(at(free, /^Write or call/));
  expect(at(free, /^Write or call/)).toBeLessThan(at(free, /^Deliver to paying client 1/));
});

test('a newsletter with a number of readers wins readers every week, and its marks grow to the number', () => {
  const { tasks, plan } = planOf('Launch a newsletter about local history', 'I want 500 subscribers', 40);
  expect(tasks.filter(({ title }) => title.startsWith('Win subscribers:')).length).toBeGreaterThan(15);
  expect(tasks.some(({ title }) => title.includes('town archive'))).toBe(true);
  const marks = plan.weeks.flatMap(
    ({ milestone }) => Number(/^(\d+) of 500/.exec(milestone.title)?.[1] ?? Number.NaN) || [],
  );
  expect(marks.length).toBeGreaterThan(20);
  expect(marks).toEqual([...marks].sort((a, b) => a - b));
  expect(new Set(marks).size).toBeGreaterThan(marks.length / 2);
});

describe('songs, stories, films and files', () => {
  test('a wedding song is one song, sung to more and more people, and on the day', () => {
    const { tasks } = planOf('Cantare l’Ave Maria al matrimonio di mia sorella', 'son 10 anni che non canto', 24);
    const titles = tasks.map(({ title }) => title);
    expect(titles).not.toContainEqual(expect.stringMatching(/song \d/));
    const listeners = ['to one person', 'to three people', 'to five people'].map((of) =>
      titles.findIndex((title) => title.includes(of)),
    );
    expect(listeners).toEqual([...listeners].sort((a, b) => a - b));
    expect(listeners[0]).toBeGreaterThan(titles.length / 2);
    expect(titles.at(-1)).toContain('Warm up for ten minutes and sing Ave Maria');
  });

  test('a contest’s length in characters is kept, and the story is sent before the last day', () => {
    const { tasks, plan } = planOf('Write a short story for a contest', 'at most 15,000 characters', 12);
    expect(JSON.stringify(plan)).toContain('15,000 characters');
    const sent = tasks.find(({ title }) => title.includes('send the story in'));
    const last = plan.weeks.at(-1)?.tasks.at(-1);
    expect(sent && last && sent.date < last.date).toBe(true);
  });

  test('a failing drive is copied in the first week and is no backup any more', () => {
    const { plan } = planOf('Back up all my files', 'laptop 400 GB, one old external drive that clicks');
    const first = plan.weeks[0]?.tasks.map(({ title }) => title) ?? [];
    expect(first).toContainEqual(expect.stringMatching(/^Copy the clicking drive now/));
    expect(first.concat(plan.weeks[1]?.tasks.map(({ title }) => title) ?? [])).toContainEqual(
      expect.stringMatching(/^Buy two new drives.*400 GB/),
    );
  });

  test('all envelopes are written, in order, before they are checked', () => {
    const { tasks } = planOf('Learn calligraphy', 'want to write 80 envelopes for my wedding, left-handed', 24);
    const titles = tasks.map(({ title }) => title);
    const upto = titles.flatMap((title) => /(\d+) of 80/.exec(title)?.[1] ?? []).map(Number);
    expect(upto).toEqual([...upto].sort((a, b) => a - b));
    expect(upto.at(-1)).toBe(80);
    expect(titles.findIndex((title) => title.startsWith('Check each envelope'))).toBeGreaterThan(
      titles.findLastIndex((title) => title.includes('of 80')),
    );
  });

  test('a book that was begun goes on from its page to its last one', () => {
    const { tasks } = planOf('Finally finish Moby Dick', 'stuck on page 140 of 620, 20 minutes before bed');
    const read = tasks.flatMap(({ title }) => /^Read pages (\d+) to (\d+)/.exec(title)?.slice(1, 3).map(Number) ?? []);
    expect(read[0]).toBe(141);
    expect(read.at(-1)).toBe(620);
  });

  test('a book in a foreign language is one book at a slower pace, with a rule for its words', () => {
    const { tasks } = planOf('Read a Japanese novel in the original', 'passed N3 in 2024');
    expect(tasks).toContainEqual(expect.objectContaining({ title: expect.stringMatching(/^Set your rule for words/) }));
    const pages = tasks.flatMap(({ title }) => /^Read pages (\d+) to (\d+)/.exec(title)?.slice(1, 3) ?? []).map(Number);
    expect(pages.at(-1)).toBe(200);
  });

  test('SQL is learned with queries, not with another language', () => {
    const { tasks } = planOf('Learn SQL for my job', 'our data is in BigQuery', 12);
    const text = JSON.stringify(tasks);
    expect(text).toContain('GROUP BY');
    expect(text).not.toMatch(/pandas|Python/);
  });
});
