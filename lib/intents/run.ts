import { z } from 'zod';
import { readCare } from '../care/read.ts';
import type { OutboxEvent } from '../events.ts';
import { detectLanguage } from '../language/detect.ts';
import { languageOf } from '../language/languages.ts';
import type { IntentData } from './data.ts';
import type { IntentAnswer, IntentOutcome } from './intent.ts';
import { intents } from './registry.ts';
import { shortenForSpeech } from './speech.ts';
import { commitIntent, type IntentActor, type IntentCall, openIntent } from './store.ts';
import { translate } from './translate.ts';

/**
 * Carries out a call of an intent, once for its id: a repeat, also one at the same moment, gets the stored answer. Two round
 * trips: one reads what the intent decides by, one makes its write and stores the answer. Whatever the arguments are, the
 * answer is a sentence.
 *
 * @param actor the person, or in a durable function the owner that was read from a row
 * @param args what a model wrote: an object, or its JSON text
 * @returns the answer, and for an owner the events to send (a caller's are sent after the answer)
 * @throws Problem `not_found` for a session or conversation that is not theirs, `rate_limited`, and the database's
 */
export async function runIntent(
  actor: IntentActor,
  call: IntentCall,
  args: unknown,
  now = new Date(),
): Promise<{ answer: IntentAnswer; events: OutboxEvent[] }> {
  const intent = intents.find(({ name }) => name === call.name);
  const input = readArguments(args);
  const opened = await openIntent(actor, call, intent?.reads ?? [], input);
  if ('answer' in opened) {
    if ('token' in actor) actor.replayed = opened.replayed;
    return { answer: opened.answer, events: [] };
  }
  const crisis = crisisOf(input, opened.data);
  if (crisis) return commitIntent(actor, call, input, crisis);
  const { data } = opened;
  const language = call.language ?? detectLanguage(data.said ?? '', languageOf(data.locale));
  const context = { ...data, now, language };
  const { means, ...outcome }: IntentOutcome = intent
    ? intent.decide(context, input)
    : { status: 'unsupported', speech: `I can't do that yet. ${whatIsPossible}` };
  const speech = means && language !== 'en' ? translate(means, language, context) : outcome.speech;
  return commitIntent(actor, call, input, { ...outcome, speech: shortenForSpeech(speech) });
}

/** Returns the answer to words of a crisis, which replaces the intent: where help is, and the contacts as data. */
function crisisOf(input: z.infer<typeof Arguments>, { timezone, locale, said }: IntentData): IntentOutcome | null {
  const words = [...Object.values(input), said?.split('\n').at(-1)]
    .filter((value) => typeof value === 'string')
    .join('\n');
  const care = readCare(words, { timezone, locale });
  if (care?.tier !== 'nothing') return null;
  const { kind, message, resources } = care;
  return { status: 'ok', speech: message, data: { care: { kind, message, resources } } };
}

const whatIsPossible =
  'I can look after your goals and tasks, say how far you are, remember things, search your notes and run calculations.';

const Arguments = z.record(z.string(), z.json());
/** A size above what any intent takes, and small enough to store. */
const argumentsCharactersMax = 20_000;
/** NUL and half a surrogate pair, which the database cannot hold, as JSON writes them. */
const unstorable = /\\u(?:0000|d[89a-f])/i;

/** Arguments as an object; what is none, or cannot be kept, is empty, so that the intent asks for what it needs. */
function readArguments(args: unknown): z.infer<typeof Arguments> {
  try {
    const text = JSON.stringify(typeof args === 'string' ? JSON.parse(args) : (args ?? {}));
    if (text.length > argumentsCharactersMax || unstorable.test(text)) return {};
    return Arguments.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
