import type { Language } from '../language/languages.ts';

/**
 * The words of a calculation: those that ask for its value, and those for signs, in the seven languages. What is left after
 * them must be a sum (lib/arithmetic/expression.ts), so that no other sentence is taken for one.
 */
export const ASKING = new RegExp(
  `^(?:${[
    "(?:can you |could you |please )*(?:tell me |work out |calculate |compute |evaluate |solve )?(?:what(?:['’]?s| is| are| does)?|how much(?: is| are|['’]s)?|what do you get for)\\b",
    '(?:can you |could you |please )*(?:calculate|compute|evaluate|work out|solve)\\b',
    'was (?:ist|sind|ergibt|macht)|wie ?viel (?:ist|sind|macht|ergibt)|wieviel|berechne|rechne',
    "combien (?:font|fait|est|ça fait)|calcule|(?:c['’]est quoi|quel est|que fait)",
    'cu[aá]nto (?:es|son|da|hace)|calcula|cu[aá]l es',
    "quanto (?:é|è|e|dá|da|são|fa|fanno|sono)|quant['’]è|calcule|qual (?:é|è)",
    'hoeveel is|wat is|bereken',
  ].join('|')})(?![\\p{L}])\\s*:?\\s*`,
  'iu',
);

/** Words after a calculation: "12 times 7 please", "… equals what". */
export const TRAILING =
  /(?:\s*(?:=|equals?|is|please|pls|bitte|s'il (?:te|vous) pla[iî]t|por favor|per favore|alsjeblieft|what|\?|(?<!\d\s*)!|\.))+\s*$/iu;

const N = '(\\d+(?:\\.\\d+)?|\\([^()]*\\))';

const listed = (words: string) => new Set(words.split(' '));
/** Words of sums and units that one language alone has. */
export const OWN_WORDS: Record<Language, Set<string>> = {
  en: listed('times divided multiplied tip discount percent percentage increase decrease increased decreased'),
  de: listed(
    'mal geteilt durch hoch prozent wurzel hälfte trinkgeld rabatt erhöhe teile meilen zoll gramm wieviel durchschnitt mwst mehrwertsteuer steuer zusammen stunden minuten raten miete rechnung',
  ),
  fr: listed(
    'fois divisé partage partager moins racine moitié pourboire réduction remise combien milles grammes moyenne font tva soldé addition loyer personnes heures',
  ),
  es: listed(
    'reparte repartir propina descuento mitad raíz millas gramos pulgadas promedio personas ciento cuenta cuánto cuántas alquiler cuotas',
  ),
  pt: listed(
    'vezes divida dividir gorjeta desconto metade raiz milhas gramas polegadas pessoas quantas aluguel parcelas reais',
  ),
  it: listed('diviso dividi meno più mancia sconto metà radice miglia grammi pollici persone fanno affitto testa'),
  nl: listed(
    'keer maal gedeeld deel verdeel procent wortel helft fooi korting verhoog verlaag mijl hoeveel gemiddelde btw huur delen drieën vieren vijven',
  ),
};

/** Words that ask for a sum or stand in one: of a message too short to tell a language by, they tell how its numbers are written. */
export const ASKING_WORDS: Record<Language, Set<string>> = {
  en: listed('of the what what’s whats is are and calculate compute add times in to for by from'),
  de: listed('berechne rechne rechnen macht ergibt von vom ist sind gibt wieviel'),
  pt: listed('quanto é mais calcule são dá'),
  es: listed('más mas calcula calcular cuánto cuanto son de del'),
  fr: listed('calcule calculer combien font fait égale'),
  it: listed('quanto fa più calcola di fanno'),
  nl: listed('bereken reken van wat hoeveel'),
};

/** Before the first number, telling nothing: "the price of". */
export const NOUNS =
  /^(?:(?:the|a|an|my|der|die|das|le|la|el|o|il|lo|de|het) )?(?:price|cost|total|amount|sum|rent|salary|preis|miete|betrag|gehalt|prix|montant|loyer|salaire|precio|importe|alquiler|sueldo|pre[çc]o|valor|aluguel|prezzo|importo|affitto|stipendio|prijs|bedrag|huur|salaris)(?: of| is|:)? (?=\d.*(?:[%*×÷+]|\p{L}))/iu;

/** Words for signs, in the order in which they are put in their place; those of some languages mean something else in others. */
const SIGN_WORDS: [words: string, signs: string, languages?: string][] = [
  // A share of something.
  [
    `\\b(?:a |1 )?half of|die h[äa]lfte von|la moiti[ée] de|la mitad de|(?:a )?metade de|(?:la )?met[àa] di|de helft van`,
    ' 1/2 * ',
  ],
  [
    `\\b(?:a |1 )?third of|ein drittel von|un tiers de|un tercio de|um ter[çc]o de|un terzo di|een derde van`,
    ' 1/3 * ',
  ],
  [
    `\\b(?:a |1 )?quarter of|ein viertel von|un quart de|un cuarto de|um quarto de|un quarto di|een kwart van`,
    ' 1/4 * ',
  ],
  [
    `\\b(?:three|3) quarters of|drei ?viertel von|trois quarts de|tres cuartos de|tr[êe]s quartos de|tre quarti di|drie ?kwart van`,
    ' 3/4 * ',
  ],
  [
    `\\b(?:double|twice)(?= [\\d(])|das doppelte von|le double de|el doble de|o dobro de|il doppio di|het dubbele van`,
    ' 2 * ',
  ],
  [`\\b(?:triple|3 times)(?= [\\d(])`, ' 3 * '],
  // Roots and powers.
  [
    `\\b(?:the )?(?:square )?root of|(?:die )?(?:quadrat)?wurzel (?:aus|von)|(?:la )?racine(?: carr[ée]e)? de|(?:la |a )?ra[íi]z(?: cuadrada| quadrada)? de|(?:la )?radice(?: quadrata)? di|(?:de )?(?:vierkants)?wortel van`,
    ' √ ',
  ],
  [`\\b(?:to the power of|raised to(?: the power of)?|hoch|puissance|elevado a|tot de macht)\\b`, ' ^ '],
  [`\\balla\\b`, ' ^ ', 'it'],
  [
    `\\bsquared\\b|\\bzum quadrat\\b|\\bau carr[ée](?![\\p{L}])|\\bal cuadrado\\b|\\bao quadrado\\b|\\bal quadrato\\b|\\b(?:in het )?kwadraat\\b`,
    ' ^2 ',
  ],
  [`\\bcubed\\b`, ' ^3 '],
  // Percentages.
  [`(?:percent|per cent|prozent|pour ?cents?|por ?ciento|por ?cento|per ?cento|procent)(?![\\p{L}])`, '% '],
  [`(?<=%)\\s*(?:of|von|vom|de|du|del|da|do|di|van)\\b`, ' of '],
  [
    `\\b(?:increased by|erh[öo]ht um|augment[ée] de|aumentado (?:en|em)(?: un)?|aumentato del|verhoogd met)(?= \\d)`,
    ' + ',
  ],
  [
    `\\b(?:(?:de|re)creased by|decreased by|reduced by|verringert um|reduziert um|diminu[ée] de|reducido en(?: un)?|reduzido em|ridotto del|verlaagd met|verminderd met)(?= \\d)`,
    ' - ',
  ],
  // The four signs; dividing first, since "dividido por" holds a word for multiplying.
  [
    `\\b(?:divided by|geteilt durch|durch|divis[ée] par|dividido (?:entre|por)|diviso(?: per)?|gedeeld door|delen door)(?![\\p{L}])`,
    ' / ',
  ],
  [`\\bover\\b`, ' / ', 'en'],
  [`\\b(?:entre)\\b`, ' / ', 'es'],
  [`\\bpor (?=\\d)|\\bpor\\b`, ' * ', 'es pt'],
  [`\\bper\\b`, ' * ', 'it'],
  [
    `\\b(?:times|multiplied by|multipliziert mit|mal|fois|multipli[ée] par|multiplicado por|vezes|moltiplicato per|keer|maal|vermenigvuldigd met)(?![\\p{L}])`,
    ' * ',
  ],
  [`\\bmais\\b`, ' + ', 'pt'],
  [`\\b(?:plus|and(?= \\d)|und(?= \\d)|m[áa]s|pi[ùu])(?![\\p{L}])`, ' + '],
  [`\\bmin\\b`, ' - ', 'nl'],
  [`\\b(?:minus|less|take away|moins|menos|meno)\\b`, ' - '],
];

/** Returns what a sum's words are in signs. */
export function signsIn(said: string, language: string): string {
  return SIGN_FORMS.reduce(
    (text, [words, signs, languages]) =>
      languages && !languages.split(' ').includes(language) ? text : text.replace(words, signs),
    said,
  );
}
const SIGN_FORMS = [...SIGN_WORDS]
  // "multiplicado por" before "por", "dividido entre" before "entre".
  .sort(([, , a], [, , b]) => Number(a !== undefined) - Number(b !== undefined))
  .map(([words, signs, languages]) => [new RegExp(words, 'giu'), signs, languages] as const);

const IT = '(?: (?:a|an|the|eine?|die|une|un|la|l[ae]|una|uma|il|el|o|een|de))?';
const BILL = '(?:bill|check|rechnung|addition|note|cuenta|conta|conto|rekening)';
export const HEADS =
  '(?:ways|people|persons|of us|friends|personen|leute|freunde|personnes|amis|personas|amigos|pessoas|persone|amici|mensen|vrienden)';
const SHARE =
  '(?:split|share|divide|teile?n?|verdeel|deel|partage[rz]?|divise[rz]?|reparte|dividi|dividir|divida|reparta)';
const AMONG =
  '(?:by|between|among|for|into|durch|auf|unter|zwischen|par|entre|por|per|tra|fra|in|door|over|onder|tussen)';

/** A bill for some people: "split a bill of 96 between 4 people", "teile 96 auf 4 Personen". */
export const SPLIT = new RegExp(
  `^${SHARE}${IT}(?: ${BILL})?(?: (?:of|von|über|de|di|van))? ?(\\d+(?:\\.\\d+)?)(?: ${BILL})? (?:${AMONG} )?(\\d{1,3})(?: ${HEADS})?$`,
  'iu',
);
export const SPLIT_WITH_TIP = new RegExp(
  `^${SHARE}${IT}(?: ${BILL})?(?: (?:of|von|über|de|di|van))? ?(\\d+(?:\\.\\d+)?)(?: ${BILL})? (?:${AMONG} )?(\\d{1,3})(?: ${HEADS})? (?:with|plus|and|including|mit|avec|con|com|met) (?:an? |un |una |uma |een )?(\\d+(?:\\.\\d+)?) ?% (?:de |di )?(?:tip|trinkgeld|pourboire|propina|gorjeta|mancia|fooi)$`,
  'iu',
);

const ON = '(?:on|of|for|off|auf|von|bei|sur|de|en|sobre|em|su|di|op|van|over|over de)';
const RATE = '(\\d+(?:\\.\\d+)?) ?(?:%|percent|prozent|procent)';
const A = '(?:(?:add |give )?(?:an?|the|ein|einen|un|une|una|um|uma|il|een) )?';

/** A share that is added to an amount or taken off it, said by its name: "tip 18% on 64.20", "20% Rabatt auf 59,99". */
export const SHARES: [kind: 'tip' | 'discount', form: RegExp][] = (
  [
    ['tip', '(?:tip|service(?: charge)?|trinkgeld|pourboire|propina|gorjeta|mancia|fooi)'],
    ['discount', '(?:discount|rabatt|nachlass|r[ée]duction|remise|rabais|descuento|rebaja|desconto|sconto|korting)'],
  ] as const
).flatMap(([kind, name]): [kind: 'tip' | 'discount', form: RegExp][] =>
  [
    `^${A}${RATE} (?:de |di |d['’])?${name} ${ON} (?:an? |the )?(\\d+(?:\\.\\d+)?)(?: ${BILL})?$`,
    `^${A}${name} (?:of |von |de |del |di |da |do |van )?${RATE} ${ON} (?:an? |the )?(\\d+(?:\\.\\d+)?)(?: ${BILL})?$`,
  ].map((form) => [kind, new RegExp(form, 'iu')]),
);

/** Between the numbers of a list. */
const BETWEEN = '(?:,? (?:and|und|et|y|e|en) |[,;] ?| )';
/** A sum or an average of a list, as it was written. */
export const LIST = new RegExp(
  `^(?:(?:the|die|der|das|den|la|le|el|a|o|il|de|het) )?(?:(?<sum>sum|total|add(?: up| together)?|summe|addiere|additionne|somme|suma|soma|somma|som|tel op)|average|mean|durchschnitt|mittelwert|moyenne|promedio|media|média|gemiddelde)(?: (?:of|von|aus|de|di|van|these))*:? (?<list>\\d[\\d.,]*(?:${BETWEEN}\\d[\\d.,]*)*)$`,
  'iu',
);

/** Sentences with a form of their own, as a sum. */
export const FORMS: [form: RegExp, sum: (...parts: string[]) => string][] = [
  [
    // "Divide 20 into 4 parts" names the parts; "divide 5 into 20" asks how often it goes into it. A larger number goes into no smaller one.
    new RegExp(`^(?:divide|split) ${N} into ${N}( (?:equal )?(?:parts|ways|groups|pieces))?$`, 'iu'),
    (a = '', b = '', parts) => (parts || Number(a) > Number(b) ? `${a} / ${b}` : `${b} / ${a}`),
  ],
  [new RegExp(`^how (?:many times|often) does ${N} go into ${N}$`, 'iu'), (a, b) => `${b} / ${a}`],
  [
    new RegExp(
      `^(?:divide|teile|divise|divide|dividi|divida|deel) ${N} (?:by|between|among|durch|par|entre|por|per|door) ${N}$`,
      'iu',
    ),
    (a, b) => `${a} / ${b}`,
  ],
  [
    new RegExp(
      `^(?:multiply|multipliziere|multiplie|multiplica|multiplique|moltiplica|vermenigvuldig) ${N} (?:by|with|mit|par|por|per|met) ${N}$`,
      'iu',
    ),
    (a, b) => `${a} * ${b}`,
  ],
  [
    new RegExp(`^(?:add|addiere|ajoute|suma|soma|some|somma|aggiungi) ${N} (?:and|to|und|zu|et|à|y|a|e) ${N}$`, 'iu'),
    (a, b) => `${a} + ${b}`,
  ],
  [new RegExp(`^(?:subtract|take) ${N} from ${N}$`, 'iu'), (a, b) => `${b} - ${a}`],
  [new RegExp(`^add ${N} ?% to ${N}$`, 'iu'), (a, b) => `${b} + ${a}%`],
  [new RegExp(`^(?:(?:subtract|take|get) )?${N} ?% (?:off|from) (?:of )?${N}$`, 'iu'), (a, b) => `${b} - ${a}%`],
  [
    new RegExp(
      `^(?:increase|raise|erh[öo]he|steigere|augmente|aumenta|aumente|incrementa|sube|verhoog) ${N} (?:by|um|de|en un|en|em|del|di|met) ${N} ?(%?)$`,
      'iu',
    ),
    (a, b, rate) => `${a} + ${b}${rate}`,
  ],
  [
    new RegExp(
      `^(?:decrease|reduce|lower|cut|verringere|reduziere|senke|diminue|r[ée]duis|baisse|disminuye|reduz|reduza|diminui|diminua|riduci|diminuisci|verlaag|verminder) ${N} (?:by|um|de|en un|en|em|del|di|met) ${N} ?(%?)$`,
      'iu',
    ),
    (a, b, rate) => `${a} - ${b}${rate}`,
  ],
  [/^(?:the )?factorial of (\d+)$|^(\d+) factorial$/iu, (a, b) => `${a ?? b}!`],
];

const PERCENT =
  '(?:percent(?:age)?|per ?cent|%|prozent|pourcentage|porcentaje|por ?ciento|percentagem|porcentagem|percentuale|procent|percentage)';

/** Questions for the share that one number is of another, each as part and whole. */
export const SHARES_ASKED: [form: RegExp, order: 'part first' | 'whole first'][] = [
  [
    new RegExp(
      `^(?:what |wie ?viel |hoeveel |welk |welcher )?${PERCENT} (?:is|are|sind|ist|zijn) ${N} (?:of|von|van) ${N}$`,
      'iu',
    ),
    'part first',
  ],
  [
    new RegExp(
      `^${N} (?:is|ist|sind|est|es|é|è) (?:what|wie ?viel|hoeveel|quel|qu[ée]|che|que) ${PERCENT} (?:of|von|van|de|di) ${N}$`,
      'iu',
    ),
    'part first',
  ],
  [new RegExp(`^${N} (?:as a|as|in) ${PERCENT} (?:of|von|van) ${N}$`, 'iu'), 'part first'],
  [
    new RegExp(
      `^(?:what |wie ?viel |quel |qu[ée] |que |che |welk )?${PERCENT} (?:of|von|van|de|di) ${N} (?:is|are|ist|sind|est|es|é|è) ${N}$`,
      'iu',
    ),
    'whole first',
  ],
];

/** Numbers as English words, where a calculation is said. */
export const NUMBER_WORDS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
};
