/**
 * How a calculation is said: words that ask for its value, and words for signs, in the seven languages. What is left after
 * them must be a sum (lib/arithmetic/expression.ts), so that no other sentence is taken for one.
 */
export const ASKING = new RegExp(
  `^(?:${[
    "(?:can you |could you |please )*(?:tell me |work out |calculate |compute |evaluate |solve )?(?:what(?:['’]?s| is| are| does)?|how much(?: is| are|['’]s)?|what do you get for)\\b",
    '(?:can you |could you |please )*(?:calculate|compute|evaluate|work out|solve)\\b',
    'was (?:ist|sind|ergibt|macht)|wie ?viel (?:ist|sind|macht|ergibt)|wieviel|berechne|rechne',
    "combien (?:font|fait|est|ça fait)|calcule|(?:c['’]est quoi|quel est|que fait)",
    'cu[aá]nto (?:es|son|da|hace)|calcula',
    'quanto (?:é|e|dá|da|são|fa|fanno)|calcule',
    'hoeveel is|wat is|bereken',
  ].join('|')})\\s*:?\\s*`,
  'iu',
);

/** Words after a calculation: "12 times 7 please", "… equals what". */
export const TRAILING =
  /(?:\s*(?:=|equals?|is|please|pls|bitte|s'il (?:te|vous) pla[iî]t|por favor|per favore|alsjeblieft|what|\?|(?<!\d\s*)!|\.))+\s*$/iu;

const N = '(\\d[\\d.,]*|\\([^()]*\\))';

/** Words for signs, in the order in which they are put in their place. */
export const SIGN_WORDS: [words: RegExp, signs: string][] = (
  [
    // A share of something.
    [
      `\\b(?:a |one )?half of|die h[äa]lfte von|la moiti[ée] de|la mitad de|(?:a )?metade de|(?:la )?met[àa] di|de helft van`,
      ' 1/2 * ',
    ],
    [
      `\\b(?:a |one )third of|ein drittel von|un tiers de|un tercio de|um ter[çc]o de|un terzo di|een derde van`,
      ' 1/3 * ',
    ],
    [
      `\\b(?:a |one )quarter of|ein viertel von|un quart de|un cuarto de|um quarto de|un quarto di|een kwart van`,
      ' 1/4 * ',
    ],
    [`\\bthree quarters of`, ' 3/4 * '],
    [
      `\\b(?:double|twice)(?= [\\d(])|das doppelte von|le double de|el doble de|o dobro de|il doppio di|het dubbele van`,
      ' 2 * ',
    ],
    [`\\b(?:triple|three times)(?= [\\d(])`, ' 3 * '],
    // Roots and powers.
    [
      `\\b(?:the )?(?:square )?root of|(?:die )?(?:quadrat)?wurzel (?:aus|von)|(?:la )?racine(?: carr[ée]e)? de|(?:la )?ra[íi]z(?: cuadrada| quadrada)? de|(?:la )?radice(?: quadrata)? di|(?:de )?(?:vierkants)?wortel van`,
      ' √ ',
    ],
    [`\\b(?:to the power of|raised to(?: the power of)?|hoch|puissance|elevado a|alla|tot de macht)\\b`, ' ^ '],
    [
      `\\bsquared\\b|\\bzum quadrat\\b|\\bau carr[ée]|\\bal cuadrado\\b|\\bao quadrado\\b|\\bal quadrato\\b|\\bkwadraat\\b`,
      ' ^2 ',
    ],
    [`\\bcubed\\b`, ' ^3 '],
    // Percentages.
    [`(?:percent|per cent|prozent|pour ?cents?|por ?ciento|por ?cento|per ?cento|procent)(?![\\p{L}])`, '% '],
    [`(?<=%)\\s*(?:of|von|vom|de|del|da|do|di|van)\\b`, ' of '],
    [`(?<=%)\\s*off\\b`, ' off '],
    // The four signs.
    [`\\b(?:times|multiplied by|mal|fois|multipli[ée] par|por|multiplicado por|vezes|per|keer|maal)\\b`, ' * '],
    [
      `\\b(?:divided by|over|geteilt durch|durch|divis[ée] par|dividido (?:entre|por)|diviso(?: per)?|gedeeld door)\\b`,
      ' / ',
    ],
    [`\\b(?:plus|and(?= \\d)|und(?= \\d)|m[áa]s|mais|pi[ùu])(?![\\p{L}])`, ' + '],
    [`\\b(?:minus|less|take away|moins|menos|meno|min)\\b`, ' - '],
  ] as const
).map(([words, signs]) => [new RegExp(words, 'giu'), signs]);

/** Sentences with a form of their own, as a sum. */
export const FORMS: [form: RegExp, sum: (...parts: string[]) => string][] = [
  [
    new RegExp(
      `^(?:split|divide|share) \\$?${N}(?: dollars| euros?)? (?:by|between|among|into|for) ${N}(?: (?:people|ways|of us|friends|parts))?$`,
      'iu',
    ),
    (a, b) => `${a} / ${b}`,
  ],
  [
    new RegExp(
      `^(?:teile|divise|partage|divide|reparte|dividi|deel) ${N}(?: €| euros?)? (?:durch|auf|par|entre|por|per|tra|door) ${N}(?: (?:personen|leute|personnes|personas|pessoas|persone))?$`,
      'iu',
    ),
    (a, b) => `${a} / ${b}`,
  ],
  [new RegExp(`^(?:multiply) ${N} (?:by|with) ${N}$`, 'iu'), (a, b) => `${a} * ${b}`],
  [new RegExp(`^(?:add) ${N} (?:and|to) ${N}$`, 'iu'), (a, b) => `${a} + ${b}`],
  [new RegExp(`^(?:subtract) ${N} from ${N}$`, 'iu'), (a, b) => `${b} - ${a}`],
  [new RegExp(`^${N} ?% off ${N}$`, 'iu'), (a, b) => `${b} - ${a}%`],
  [
    /^(?:the )?(sum|average|mean) of ((?:\d[\d.]*)(?:(?:, ?| and |, and )\d[\d.]*)+)$/iu,
    (rule, list) => `${rule}(${list.replace(/,? and /g, ',')})`,
  ],
  [/^(?:the )?factorial of (\d+)$|^(\d+) factorial$/iu, (a, b) => `${a ?? b}!`],
  [new RegExp(`^(?:what )?(?:percent(?:age)?|%) is ${N} of ${N}$`, 'iu'), (a, b) => `100 * ${a} / ${b}`],
  [new RegExp(`^${N} is what (?:percent(?:age)?|%) of ${N}$`, 'iu'), (a, b) => `100 * ${a} / ${b}`],
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
