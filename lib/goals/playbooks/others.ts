import { peopleWords } from './own-people.ts';
import { fold } from './phrases.ts';

const VERBS_LAST =
  'helfen|unterstutzen|beibringen|begleiten|motivieren|uberreden|helpen|ondersteunen|steunen|begeleiden|overhalen|motiveren';

/** How people say that they help somebody with that person's own goal: the verbs and whose, folded; who it is says `own-people.ts`. */
const HELPING = (
  [
    {
      verbs: 'help|helping|support|supporting|encourage|coach|teach|persuade|convince|motivate',
      whose: 'my|our|his|her|their|a',
      language: 'en',
    },
    {
      verbs: 'helfen|helfe|hilf|unterstutzen|unterstutze|beibringen|begleiten|motivieren|uberreden',
      whose: 'mein(?:en|em|er|e)?|unser(?:en|em|er|e)?|ein(?:en|em|er|e)',
      language: 'de',
    },
    {
      verbs: 'aider|soutenir|accompagner|encourager|apprendre a|convaincre|motiver',
      whose: 'mon|ma|mes|notre|nos|une?',
      language: 'fr',
    },
    {
      verbs: 'ayudar|apoyar|acompanar|ensenar|animar|convencer|motivar|ayudarle',
      whose: 'mi|mis|nuestr[oa]s?|una?',
      language: 'es',
    },
    {
      verbs: 'ajudar|apoiar|acompanhar|ensinar|convencer|motivar',
      whose: '(?:o |a |os |as |ao |aos )?(?:meus?|minhas?|noss[oa]s?)|uma?',
      language: 'pt',
    },
    {
      verbs: 'aiutare|sostenere|accompagnare|insegnare|convincere|motivare',
      whose: '(?:il |la |i |le |al |alla |a )?(?:mio|mia|miei|mie|nostr[oaie])|una?',
      language: 'it',
    },
    {
      verbs: 'helpen|help|ondersteunen|steunen|begeleiden|leren|overhalen|motiveren',
      whose: 'mijn|onze|een',
      language: 'nl',
    },
  ] as const
).map(({ verbs, whose, language }) => {
  const verb = String.raw`(?<!\p{L})(?:${verbs})(?!\p{L})`;
  // "my little brother", not "my brother's wedding".
  const somebody = String.raw`(?<!\p{L})(?:${whose})\s(?:\p{L}+\s){0,2}?(?:${peopleWords(language)})(?![\p{L}'])`;
  // "help my brother"; where the verb stands last, "meinem Bruder … helfen".
  return new RegExp(String.raw`${verb}\s(?:a\s)?${somebody}|${somebody}.*\s(?:${VERBS_LAST})(?!\p{L})`, 'u');
});

/** Tells whether a text says that somebody else is helped to something: what is planned is theirs then. */
export function helpsSomebody(text: string): boolean {
  const folded = fold(text);
  return HELPING.some((pattern) => pattern.test(folded));
}
