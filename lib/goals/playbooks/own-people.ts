import { LANGUAGES, type Language } from '../../language/languages.ts';
import { fold } from './phrases.ts';

/** The words of the seven languages, in the order of `LANGUAGES`, parted by a slash. */
const inLanguages = (words: string) =>
  Object.fromEntries(words.split('/').map((each, index) => [LANGUAGES[index] ?? '', each.trim()])) as Record<
    Language,
    string
  >;

/** Who people are to the person, by the words for them (en / de / fr / es / pt / it / nl), with the endings that they take. */
const PEOPLE = [
  ['your mother-in-law', 'mothers?-in-law / schwiegermutter / belle-mère / suegra / sogra / suocera / schoonmoeder'],
  ['your father-in-law', 'fathers?-in-law / schwiegervater / beau-père / suegro / sogro / suocero / schoonvader'],
  ['your in-laws', 'in-laws / schwiegereltern / beaux-parents / suegros / sogros / suoceri / schoonouders'],
  [
    'your grandmother',
    "grandma|grandmas|grandmothers?|granny|nana|oma|abuela|nonna / omas?|gro(?:ß|ss)m[uü]tter|oma / mamie|grand-mère / abuel(?:a|ita) / avó|vovó / nonna / oma|oma's|grootmoeder",
  ],
  [
    'your grandfather',
    "grandpa|grandpas|grandfathers?|granddad|opa|abuelo|nonno / opas?|gro(?:ß|ss)v[aä]ter / papi|papy|grand-père / abuel(?:o|ito) / avô|vovô / nonno / opa|opa's|grootvader",
  ],
  ['your grandparents', 'grandparents / gro(?:ß|ss)eltern / grands-parents / abuelos / avós / nonni / grootouders'],
  [
    'your grandchild',
    'grand(?:sons?|daughters?|child|children|kids?) / enkel(?:s|in|kind|kinder)? / petit-fils|petite-fille|petits-enfants / niet[oa]s? / net[oa]s? / nipotin[oi] / kleinkind|kleinkinderen|kleinzoon|kleindochter',
  ],
  ['your parents', 'parents / eltern / parents / padres / (?:os|meus|nossos) pais / genitori / ouders'],
  [
    'your mother',
    'mum|mums|mom|moms|mommy|mama|mothers? / mutter|mutti|mama|mamas / maman|mère / madre|mamá / mãe|mamãe / mamma|madre / moeder|mama|mam',
  ],
  [
    'your father',
    'dad|dads|daddy|papa|fathers? / vaters?|vati|papa|papas / papa|père / padre|papá / pai|papai / papà|babbo|padre / vader|papa|pap',
  ],
  ['your sister', 'sisters?|sis / schwestern? / sœurs?|soeurs? / hermanas? / irmãs? / sorell[ae] / zus|zusje|zussen'],
  [
    'your brother',
    'brothers?|bro / bruders?|brüdern? / frères? / hermanos? / irmãos? / fratell[oi] / broers?|broertje',
  ],
  [
    'your daughter',
    'daughters?(?!-in) / tochter|töchtern? / filles? / hijas? / filhas? / figli[ae] / dochters?|dochtertje',
  ],
  ['your son', 'sons?(?!-in) / sohn(?:es|s|e)?|söhnen? / fils / hijo / filho / figlio / zoon|zoontje|zonen'],
  ['your wife', 'wife / frau / femme / mujer|esposa / mulher|esposa / moglie / vrouw'],
  ['your husband', 'husbands?|hubby / mann(?:es|s)? / mari / marido|esposo / marido|esposo / marito / man'],
  [
    'your partner',
    'partners?|girlfriends?|boyfriends?|spouse|fianc[eé]e? / partner(?:s|in)? / copain|copine|compagn(?:on|e)|fiancée?|partenaire / novi[oa]|pareja|prometid[oa] / namorad[oa]|parceir[oa]|noiv[oa] / fidanzat[oa]|ragazz[oa]|compagn[oa] / partner|vriendje|verloofde',
  ],
  ['your niece', 'nieces? / nichten? / nièces? / sobrinas? / sobrinhas? / nipotina / nichtje'],
  ['your nephew', 'nephews? / neffen? / neveux? / sobrinos? / sobrinhos? / nipot(?:e|ino) / neefje'],
  ['your aunt', 'aunts?|auntie|aunty / tanten? / tante|tata / tía / tia / zia / tante'],
  ['your uncle', 'uncles? / onkels? / oncle|tonton / tío / tio / zio / oom'],
  ['your cousin', 'cousins? / cousin[es]?|cousinen / cousine?s? / prim[oa]s? / prim[oa]s? / cugin[oaie] / neef|nicht'],
  ['your ex', 'ex|ex-wife|ex-husband / ex|exfrau|exmann / ex / ex / ex / ex / ex'],
  [
    'your boss',
    'boss|manager|supervisor / chef|chefs|chefin|vorgesetzte[nr]? / chef|cheffe|patronn?e? / jefe|jefa / chefe / capo / baas|chef|leidinggevende',
  ],
  [
    'your neighbour',
    'neighbou?rs? / nachbarn?|nachbarin / voisine?s? / vecin[oa]s? / vizinh[oa]s? / vicin[oaie] / buurman|buurvrouw|buren',
  ],
  [
    'your roommate',
    'roommates?|flatmates?|housemates? / mitbewohner(?:s|in)? / colocataires? / compañer[oa]s? de piso / colegas? de quarto / coinquilin[oaie] / huisgenoot|huisgenoten',
  ],
  [
    'your colleague',
    "colleagues?|co-?workers? / kolleg(?:en?|in|innen) / collègues? / compañer[oa]s?|colegas? / colegas? / colleg(?:a|hi|he) / collega|collega's",
  ],
  [
    'your teacher',
    'teachers?|professor / lehrer(?:s|in)?|professor(?:in)? / prof|professeur / profesora?|profe / professora? / professor(?:e|essa)|maestr[oa] / leraar|lerares|juf|meester',
  ],
  ['your child', 'kid|child / kind|kindes / enfant / niñ[oa] / criança / bambin[oa] / kind|kindje'],
  [
    'your children',
    'kids|children / kindern? / enfants / hijos|niñ[oa]s / filhos|crianças / figli|bambin[ie] / kinderen|kids',
  ],
  [
    'your friend',
    'friends?|buddy / freund(?:in|e|en|es|innen)? / amie?s? / amig[oa]s? / amig[oa]s? / amic[oai]|amiche / vriend|vriendin|vrienden',
  ],
].map(([name = '', words = '']) => ({ name, words: inLanguages(fold(words)) }));

/** The relatives and others of a language, as the source of a pattern. */
export const peopleWords = (language: Language) => PEOPLE.map(({ words }) => words[language]).join('|');

/** A word for somebody counts after a possessive of its language, "my old friend"; friends also after an article. */
const POSSESSIVES = inLanguages(
  String.raw`my|our / mein\p{L}*|unser\p{L}* / mon|ma|mes|notre|nos / mi|mis|nuestr\p{L}+ / meus?|minhas?|noss\p{L}+ / mi[oae]i?|miei|nostr\p{L}+ / mijn|onze|ons`,
);
const ARTICLES = inLanguages(String.raw`an? / ein\p{L}* / une? / un[ao]? / uma? / un[ao]? / een`);
/** Those whom a word alone names, in the goal's own language: "mère" is a mother, "a mere 5 km" is none. */
const IS_ALONE = /mother$|father$|parents$/u;

const patterns = new Map<Language, { name: string; pattern: RegExp }[]>();

function patternsOf(language: Language) {
  const known = patterns.get(language);
  if (known) return known;
  const made = PEOPLE.map(({ name, words }) => {
    const owned = LANGUAGES.map((each) => {
      const lead = `${POSSESSIVES[each]}${name === 'your friend' ? `|${ARTICLES[each]}` : ''}`;
      return String.raw`(?:${lead})\s+(?:[\p{L}-]+\s+){0,2}?(?:${words[each]})`;
    });
    const alone = IS_ALONE.test(name) ? [words[language]] : [];
    return { name, pattern: new RegExp(String.raw`(?<!\p{L})(?:${[...owned, ...alone].join('|')})(?!\p{L})`, 'u') };
  });
  patterns.set(language, made);
  return made;
}

/** Returns the people that a folded text names in their order, as they are called when the user is spoken to ("your sister"), with their places. */
export function peopleIn(folded: string, language: Language): { name: string; at: number; end: number }[] {
  const found = patternsOf(language).flatMap(({ name, pattern }) => {
    const match = pattern.exec(folded);
    return match ? [{ name, at: match.index, end: match.index + match[0].length }] : [];
  });
  // Of words at one place the first in the list: a mother-in-law is no mother.
  return found.sort((a, b) => a.at - b.at).filter(({ at }, index, all) => all[index - 1]?.at !== at);
}

/** Returns the first person that a text names; empty where it names none. */
export function personIn(text: string, language: Language): string {
  return peopleIn(fold(text), language)[0]?.name ?? '';
}
