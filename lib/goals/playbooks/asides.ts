import { fold, patternFor } from './phrases.ts';

/** A part of a title that says when, why or for whom something is done, not what: from and to in characters. */
export type Span = { from: number; to: number };

/** What such a part begins with, and what makes it the thing itself where it stands beside it: "prepare for", "recover from". */
type Kind = {
  words: readonly string[];
  clauses?: readonly string[];
  unless?: readonly string[];
  /** The same, directly before it: "look for". */
  after?: readonly string[];
};
type Grammar = {
  /** What it is for, when it is done, and why, instead of what or in spite of what. */
  kinds: readonly Kind[];
  /** The verb stands last: a part that begins with a preposition ends with its noun. */
  verbLast?: { articles: ReadonlySet<string>; of: ReadonlySet<string> };
  /** Verbs whose object is a thing to be had or done, whatever that thing is for or about: "find a dress", "tell my parents". */
  errands: readonly string[];
  /** The last noun of that object is the thing, those before it say which: "sell my wedding dress". */
  nounLast?: boolean;
  /** Verbs that do something with a thing, whatever it is used for: their object counts only in a phrase with the verb. */
  handling: readonly string[];
  /** Feasts and dates whose name before another noun says which it is: "wedding photos", unless that is part of planning it. */
  occasions?: { names: readonly string[]; parts: ReadonlySet<string> };
  /** What ends that object. */
  prepositions: readonly string[];
};

const words = (text: string) => text.split(/\s*\|\s*/u);
const set = (text: string) => new Set(text.split(' '));

/** How a title says what somebody wants and what is only around it, by language. */
const GRAMMARS: readonly Grammar[] = [
  {
    kinds: [
      {
        words: words('for|in order to'),
        clauses: words('so that|so i|so we|so my'),
        unless: words(
          'prepar*|prep|ready|train*|study*|studying|practi*|revis*|rehears*|cram*|plan*|invest*|apply*|application|ask|asking|spend*|sign … up|regist*|enrol*|qualif*|fight*|run for|time|room|space|compet*|audition*|pack*|responsib*',
        ),
        after: words('look|looking|search*|hunt*|file|filing|shop*|pay*|push|care|caring|go|going'),
      },
      {
        words: words('after|before|since|during|until|by'),
        clauses: words('while|when'),
        unless: words(
          'recover*|heal*|cop*|rebuild*|life|liv*|start over|start again|start fresh|move on|feet|come to terms|adjust*|myself again',
        ),
      },
      {
        words: words('because of|due to|despite|in spite of|instead of|rather than|thanks to'),
        clauses: words('because|even though|although'),
      },
    ],
    errands: words(
      'find|choose|pick|pick out|sell|buy|hire|book|tell|thank|return|get a refund|bring|visit|welcome|organise|organize|sort|sort out|print|edit|frame|scan',
    ),
    nounLast: true,
    occasions: {
      names: words('wedding|birthday|christmas|marathon|exam|graduation|anniversary|divorce|baby shower|holiday'),
      parts: set(
        'plan planning plans planner prep preparation preparations party parties celebration celebrations reception ceremony day days week weekend season time venue budget guests list training race distance results result course papers proceedings study revision term dinner trip shopping shower with without under sub over in on at for to from by before after this next within and or under until of as is',
      ),
    },
    handling: words(
      'return my|return the|repair|mend|digitise|digitize|frame|wash|iron|lend|insure|give back|send back|get the … out of|get my … back|get the … back',
    ),
    prepositions: words('to|from|about|with|at|in|on|into|under|near|as'),
  },
  {
    kinds: [
      {
        words: words('für|zur|zum'),
        clauses: words('damit|um … zu'),
        unless: words(
          'vorbereit*|lern*|trainier*|training|üb*|plan*|zeit|platz|bewerb*|anmeld*|kämpf*|sorg*|fit|bereit|weg|zahl*|bezahl*|ausgeben|ausgabe*|gehen|fahren|werden|motivier*',
        ),
      },
      {
        words: words(
          'nach der|nach dem|nach meine*|nach unsere*|nach eine*|vor der|vor dem|vor meine*|vor unsere*|vor eine*|vor weihnachten|seit|bis|zwischen',
        ),
        clauses: words('nachdem|bevor|während|wenn|sobald'),
        unless: words(
          'erhol*|verarbeit*|leben|neu anfangen|neuanfang|neustart|neu starten|zurechtkommen|weitermachen|heil*|angst',
        ),
      },
      { words: words('wegen|trotz|statt|anstatt'), clauses: words('weil|obwohl') },
    ],
    verbLast: {
      articles: set(
        'der die das dem den des ein eine einen einem einer eines mein meine meinen meinem meiner meines unser unsere unseren unserem unserer unseres sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres',
      ),
      of: set('des der meiner meines unserer unseres seiner seines ihrer ihres eines einer von vom mit'),
    },
    errands: words('finden|suchen|aussuchen|auswählen|verkaufen|kaufen|buchen|erzählen|sagen|basteln|zurückgeben'),
    handling: words(
      'reparieren|zurückgeben|digitalisieren|einrahmen|waschen|umtauschen|verleihen|zurückbekommen|kündigen',
    ),
    prepositions: words('von|vom|über|bei|aus|mit'),
  },
  {
    kinds: [
      {
        words: words("pour|afin de|afin d'*"),
        clauses: words('pour que|afin que'),
        unless: words(
          'prépar*|prêt*|entraîn*|étudi*|révis*|temps|place|candidat*|postul*|inscri*|partir|plan*|organis*|dépens*',
        ),
      },
      {
        words: words("après|avant|depuis|pendant|durant|jusqu'*|d'ici"),
        clauses: words('quand|lorsque'),
        unless: words('remettre|reconstruire|vie|vivre|guérir|repartir|rebondir|surmonter'),
      },
      {
        words: words("à cause de|malgré|au lieu de|au lieu d'*|plutôt que|grâce à"),
        clauses: words("parce que|parce qu'*|bien que"),
      },
    ],
    errands: words('trouver|chercher|choisir|vendre|acheter|réserver|dire|annoncer|raconter|remercier'),
    handling: words('réparer|numériser|encadrer|laver|échanger|résilier|récupérer'),
    prepositions: words("à|au|aux|de|du|des|d'*|dans|en|sur|avec|chez|sous"),
  },
  {
    kinds: [
      {
        words: words('para'),
        clauses: words('para que'),
        unless: words(
          'prepar*|list*|entren*|estudi*|tiempo|espacio|plan*|organiz*|inscrib*|apunt*|practic*|mudar*|ir|pasar|volver|trein*|estud*|tempo|espaço|pront*|inscrev*|ligar|pratic*|passar|voltar',
        ),
      },
      {
        words: words(
          'después de|después del|tras|antes de|antes del|desde|durante|hasta|depois de|depois do|depois da|após|antes do|antes da|até',
        ),
        clauses: words('mientras|cuando|enquanto|quando'),
        unless: words(
          'recuperarme|rehacer|vida|vivir|superar|sanar|empezar de nuevo|volver a empezar|recuperar-me|me recuperar|refazer|reconstruir|viver|recomeçar|curar',
        ),
      },
      {
        words: words(
          'a causa de|a pesar de|en vez de|en lugar de|por culpa de|por causa de|por causa do|por causa da|apesar de|apesar do|apesar da|em vez de|ao invés de',
        ),
        clauses: words('porque|aunque|embora'),
      },
    ],
    errands: words(
      'encontrar|buscar|elegir|vender|comprar|reservar|contar|contarle|decirle|agradecer|escolher|procurar|dizer',
    ),
    handling: words(
      'reparar|devolver|digitalizar|enmarcar|lavar|cancelar|consertar|emoldurar|recuperar mi|recuperar la|recuperar el',
    ),
    prepositions: words('a|al|de|del|en|con|sobre|ao|à|do|da|dos|das|em|no|na|com'),
  },
  {
    kinds: [
      {
        words: words('per'),
        clauses: words('affinché'),
        unless: words(
          'prepar*|pront*|allen*|studi*|tempo|spazio|piano|organizz*|iscriv*|pass*|esercit*|partir*|candid*',
        ),
      },
      {
        words: words("dopo|prima di|prima del|prima dell'*|prima della|da quando|durante|fino a|entro"),
        clauses: words('mentre|quando|prima che'),
        unless: words('riprendermi|ricostruire|vita|vivere|superare|guarire|ricominciare|rimettermi'),
      },
      {
        words: words('a causa di|nonostante|invece di|al posto di'),
        clauses: words('perché|anche se'),
      },
    ],
    errands: words('trovare|cercare|scegliere|vendere|comprare|prenotare|dire|raccontare|ringraziare'),
    handling: words('riparare|restituire|digitalizzare|incorniciare|lavare|disdire'),
    prepositions: words("a|al|alla|di|del|della|dell'*|dei|in|con|su|sul|da|dal|dalla"),
  },
  {
    kinds: [
      {
        words: words('voor'),
        clauses: words('zodat|om … te'),
        unless: words(
          'voorbereid*|klaar|train*|leren|leer|studer*|tijd|ruimte|plan*|oefen*|aanmeld*|slagen|uitgeven|zorg*|inschrijv*|prober*|stoppen|bang|angst',
        ),
      },
      {
        words: words('na de|na het|na mijn|na onze|na een|sinds|tijdens|tot'),
        clauses: words('voordat|nadat|terwijl|wanneer|als ik|als we|als mijn|als de'),
        unless: words('herstel*|leven|verwerk*|opnieuw beginnen|verder gaan|doorgaan'),
      },
      { words: words('vanwege|wegens|ondanks|in plaats van'), clauses: words('omdat|hoewel') },
    ],
    verbLast: { articles: set('de het een mijn onze ons zijn haar hun'), of: set('van met') },
    errands: words('vinden|zoeken|kiezen|uitkiezen|verkopen|kopen|boeken|vertellen|zeggen|maken'),
    handling: words('repareren|teruggeven|digitaliseren|inlijsten|wassen|opzeggen|terugkrijgen'),
    prepositions: words('van|over|bij|uit|met|aan'),
  },
];

/** Words that say nothing about a goal: a title that has only these beside a circumstance is about the circumstance. */
const LIGHT = set(
  'i my me we our us it this that its a an the to be want get have make do start begin finally up back new all life through everything things something more less better again help need would like please now online together year goal goals wish dream  quickly book organise organize arrange sort handle manage way ways motivation courage ich mich mir mein meine meinen wir uns der die das den ein eine einen zu will möchte endlich wieder alles mehr neu machen werden sein es das dies ziel organisieren regeln planen weg möglichkeit je me mon ma mes nous le la les un une de du faire être ça cela ce enfin tout organiser régler moyen façon yo mi mis me el la los las un una hacer ser lo esto todo por fin organizar arreglar gestionar manera forma eu meu minha o a os as um uma fazer ser isso isto tudo tratar jeito maneira io mio mia il lo i gli fare essere lo questo tutto organizzare sistemare modo ik mijn wij we het een te wil eindelijk weer alles doen zijn worden het dit dat regelen organiseren manier'
    .split(' ')
    .map(fold)
    .join(' '),
);
const SIGN = /[.,;:!?()–—|]|\s-\s|\s(?:and|und|et|y|e|plus|&|\+)\s/gu;
const TOKEN = /[\p{L}\p{N}'-]+/gu;
/** Adjectives that may stand between an article and its noun. */
const ADJECTIVES_MAX = 2;

/** What of a title does not say what is wanted: circumstances, and the words of an errand's thing that say which or what it is. */
export type Asides = { around: Span[]; modifiers: Span[] };

/** Finds them. Where nothing else would be left, there are no circumstances. */
export function asidesIn(title: string): Asides {
  const folded = fold(title);
  const said = GRAMMARS.flatMap((grammar) => grammar.kinds.flatMap((kind) => partsOf(title, folded, grammar, kind)));
  const errands = GRAMMARS.flatMap((grammar) => errandIn(title, blank(folded, said), grammar));
  const begun = [...said, ...errands.flatMap(({ beside }) => beside)]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from }, index, all) => all[index - 1]?.from !== from);
  const parts = begun.map(({ unless, from, to }, index) => ({
    unless,
    from,
    to: Math.min(to, begun.slice(index + 1).find((next) => next.from > from)?.from ?? to),
  }));
  const rest = blank(folded, parts);
  if (isLight(rest)) return { around: [], modifiers: [] };
  const around = parts.filter(({ unless }) => !unless || rest.search(patternFor(unless) ?? /$^/) < 0);
  const modifiers = errands.flatMap(({ thing, covers }) => {
    return covers === 'thing' ? [thing] : covers === 'modifiers' ? modifiersOf(rest, thing) : [];
  });
  return { around, modifiers: [...modifiers, ...GRAMMARS.flatMap((grammar) => occasionsIn(rest, grammar))] };
}

type Part = Span & { unless?: readonly string[] | undefined };

function partsOf(
  title: string,
  folded: string,
  { verbLast }: Grammar,
  { words, clauses, unless, after }: Kind,
): Part[] {
  const verbs = find(after ?? [], folded).map(({ to }) => to);
  const begin = (phrases: readonly string[], isClause: boolean) =>
    find(phrases, folded)
      .filter(({ from }) => !verbs.includes(from - 1))
      .map(({ from, to }) => ({
        unless,
        from,
        to: endOf(title, folded, to, isClause ? undefined : verbLast),
      }));
  return [...begin(words, false), ...begin(clauses ?? [], true)];
}

/** Finds the thing of an errand, and what stands beside it: "find | a dress | to my wedding", "tell | my parents | about us". */
function errandIn(title: string, folded: string, { errands, handling, nounLast, prepositions, verbLast }: Grammar) {
  const leads = ({ from, to }: Span) => isLight(verbLast ? folded.slice(to) : folded.slice(0, from));
  const handled = find(handling, folded).find(leads);
  const verb = handled ?? find(errands, folded).find(leads);
  if (!verb) return [];
  const from = verbLast ? 0 : verb.to;
  const first = find(prepositions, folded).find((each) => each.from > from && !isLight(folded.slice(from, each.from)));
  const beside: Part[] = first ? [{ from: first.from, to: endOf(title, folded, first.to, verbLast) }] : [];
  const thing = { from, to: verbLast ? verb.from : endOf(folded, folded, from, undefined) };
  return [{ thing, covers: handled ? 'thing' : nounLast ? 'modifiers' : 'nothing', beside }];
}

/** Finds what stands before the last word of a thing. */
function modifiersOf(rest: string, { from, to }: Span): Span[] {
  const last = [...rest.slice(from, to).matchAll(TOKEN)].filter(({ 0: word }) => !LIGHT.has(word)).at(-1)?.index ?? 0;
  return last > 0 ? [{ from, to: from + last }] : [];
}

/** Finds the names of occasions that stand before another noun. */
function occasionsIn(rest: string, { occasions }: Grammar): Span[] {
  return find(occasions?.names ?? [], rest).filter(({ to }) => {
    const [next] = /^ \p{L}+/u.exec(rest.slice(to)) ?? [];
    return next && !LIGHT.has(next.trim()) && !occasions?.parts.has(next.trim());
  });
}

/** Tells whether a folded text says nothing about what is wanted. */
export const isLight = (text: string) => (text.match(TOKEN) ?? []).every((word) => LIGHT.has(word));
const find = (phrases: readonly string[], text: string): Span[] =>
  phrases.length === 0
    ? []
    : [...text.matchAll(patternFor(phrases) ?? /$^/g)].map(({ 0: { length }, index }) => ({
        from: index,
        to: index + length,
      }));

/** Replaces parts of a text by as many spaces: what stands around them is side by side then. */
export function blank(text: string, spans: readonly Span[]): string {
  return spans.reduce((left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to), text);
}

/** Returns where the part ends: at a sign, or where verbs stand last after the noun and what belongs to it. */
function endOf(title: string, folded: string, after: number, verbLast: Grammar['verbLast']): number {
  SIGN.lastIndex = after;
  const end = SIGN.exec(folded)?.index ?? folded.length;
  if (!verbLast) return end;
  const tokens = [...folded.slice(after, end).matchAll(TOKEN)].map(({ 0: word, index }) => ({
    word,
    to: after + index + word.length,
    isNoun: /^\p{Lu}/u.test(title.slice(after + index)),
  }));
  let next = 0;
  const takeNoun = () => {
    while (tokens[next] && verbLast.articles.has(tokens[next]?.word ?? '')) next += 1;
    // German writes nouns with a capital.
    const noun = tokens.slice(next, next + 1 + ADJECTIVES_MAX).findIndex(({ isNoun }) => isNoun);
    next += Math.max(0, noun) + 1;
  };
  takeNoun();
  while (verbLast.of.has(tokens[next]?.word ?? '')) {
    next += 1;
    takeNoun();
  }
  return tokens[Math.min(next, tokens.length) - 1]?.to ?? end;
}
