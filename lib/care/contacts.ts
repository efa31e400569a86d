import type { Language } from '../language/languages.ts';
import contacts from './contacts.json' with { type: 'json' };
import type { Care, CareKind } from './schema.ts';
import texts from './texts.json' with { type: 'json' };

/** A line that somebody can call. `contact` is its number, `text` where it reads messages. */
type Line = {
  name: string;
  contact: string;
  text?: string;
  hours?: string;
  free?: boolean;
  languages?: string[];
};
type Country = { emergency: { number: string }; crisis: Line[]; violence: Line[]; child?: Line[] };

const countries: Record<string, Country> = contacts.countries;

export type Help = { resources: Care['resources']; line: string; emergency: string };

/**
 * Returns where help is in a country for a kind of care: its lines (those in the person's language first), its emergency
 * number where it is known, and the directory of lines for everywhere. No country's number is ever given in another one.
 */
export function helpIn(country: string | null, kind: CareKind, language: Language): Help {
  const here = country === null ? undefined : countries[country];
  const { emergency, emergencyName } = texts[language].words;
  const lines = linesFor(here, kind, language);
  const directory = { name: contacts.directory.name, contact: contacts.directory.contact };
  const general = kind === 'child' && lines.length === 0 ? [contacts.children, directory] : [directory];
  return {
    resources: [
      ...lines.map((line) => ({ name: line.name, contact: contactOf(line, language) })),
      ...(here ? [{ name: emergencyName, contact: here.emergency.number }] : []),
      ...general.map(({ name, contact }) => ({ name, contact })),
    ],
    line: lines[0] ? sayLine(lines[0], language) : directory.contact,
    emergency: here?.emergency.number ?? emergency,
  };
}

/** Medical kinds need no line to talk; a child's line is for children, and a crisis line takes them too. */
function linesFor(here: Country | undefined, kind: CareKind, language: Language): Line[] {
  if (!here) return [];
  const lines =
    kind === 'violence'
      ? here.violence
      : kind === 'child'
        ? (here.child ?? [])
        : kind === 'crisis' || kind === 'eating' || kind === 'withdrawal'
          ? here.crisis
          : [];
  const speaks = (line: Line) => !line.languages || line.languages.includes(language);
  return [...lines.filter(speaks), ...lines.filter((line) => !speaks(line))];
}

function sayLine(line: Line, language: Language): string {
  return line.name === line.contact ? contactOf(line, language) : `${line.name} ${contactOf(line, language)}`;
}

/** "116 123 (24/7, kostenlos, SMS 3060, Deutsch)": the languages are named where the person's is not among them. */
function contactOf({ contact, text, hours, free, languages }: Line, language: Language): string {
  const { words } = texts[language];
  const display = new Intl.DisplayNames([language], { type: 'language' });
  const spoken = languages?.includes(language) ? [] : (languages ?? []).map((code) => display.of(code) ?? code);
  const details = [hours, free ? words.free : null, text ? `${words.text} ${text}` : null, ...spoken];
  const said = details.filter((detail) => typeof detail === 'string').join(', ');
  return said ? `${contact} (${said})` : contact;
}
