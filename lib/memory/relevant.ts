import { fold } from '../care/fold.ts';
import { readCare } from '../care/read.ts';
import type { Day } from '../days.ts';
import { readGoalWords } from '../language/goal.ts';

/** The number of memories that a plan is told, and the characters of each. */
const memoriesMax = 8;
const charactersMax = 200;
/** Shorter words are in every sentence; of longer ones the beginning is the same in most of their forms. */
const lettersMin = 4;
const stemLetters = 5;
/** Facts about food, sport and days, which matter without sharing a word with the goal. */
const ALWAYS = /\b(?:allerg|intoleran|vegan|vegetari|coeliac|celiac|gluten|halal|kosher|wheelchair|rollstuhl|asthma)/;

/**
 * Chooses what a plan for a goal should know of a person, from what they asked to be remembered: what shares a word with the
 * goal, what a doctor should know first, what they eat or cannot eat, and on which days and at what time they have time.
 * Never words of a crisis or of violence at home.
 * @param memories newest first; the order stays
 */
export function chooseRelevant(
  memories: readonly string[],
  { title, description, today }: { title: string; description: string; today: Day },
): string[] {
  const stems = stemsOf(`${title} ${description}`);
  return memories
    .filter((text) => {
      const care = readCare(text, { timezone: 'UTC' });
      if (care?.tier === 'nothing' || care?.tier === 'mention') return false;
      const { restDays, ...limits } = readGoalWords({ title: text, today }).limits;
      const ofTime = restDays.length > 0 || Object.values(limits).some((limit) => limit !== undefined);
      return (
        care !== null ||
        ofTime ||
        ALWAYS.test(fold(text).join(' ')) ||
        [...stemsOf(text)].some((stem) => stems.has(stem))
      );
    })
    .slice(0, memoriesMax)
    .map((text) => text.slice(0, charactersMax));
}

function stemsOf(text: string): Set<string> {
  const words = fold(text).filter((word) => word.length >= lettersMin && !EVERYWHERE.has(word));
  return new Set(words.map((word) => word.slice(0, stemLetters)));
}

/** Words that say nothing about what a sentence is about. */
const EVERYWHERE = new Set(
  [
    'want have with that this from have been more less than them they your mine would like every week weeks month months year years days',
    'mein meine meinen will mochte habe einen eine einem nicht mehr jeden jede woche wochen monat jahr tage immer auch',
    'mon avec pour dans plus chaque semaine jours mois veux suis avoir etre',
    'quiero para tengo cada semana dias meses estoy esta este todos todas',
    'quero para tenho cada semana dias meses estou esta este todos todas meus minha',
    'voglio sono ogni settimana giorni mesi questo questa tutti tutte avere essere',
    'mijn heeft hebben willen elke week weken maand jaar dagen niet meer graag',
  ].flatMap((words) => words.split(' ')),
);
