import { findByWords } from '../intents/resolve.ts';
import { SENTENCES, type Sentence } from '../intents/sentences.ts';
import { ruleFor } from './phrases.ts';
import { WORDS } from './rule-words.ts';
import type { RuleContext, Ruled } from './ruled.ts';
import { answerSmallTalk } from './small-talk.ts';
import { isTime, splitTaskLine } from './task-line.ts';
import { bareLine } from './unasked.ts';

const YES =
  /^(?:yes|yeah|yep|yup|sure|ok(?:ay)?|please(?: do)?|yes please|do it|go ahead|of course|why not|ja|gern(?:e)?|bitte|oui|volontiers|sí|si|claro|vale|sim|sì|certo|ja graag|graag)[.! ]*$/iu;
const asked = (sentence: Sentence) =>
  new RegExp(
    Object.values(SENTENCES)
      .map((table) => (table[sentence].split(/\{\w+\}/).at(0) ?? '').replace(/[?.]/g, '\\$&'))
      .map((start) => `^${start}`)
      .join('|'),
    'u',
  );
/** The questions that intents ask back, and the argument that answers each. */
const QUESTIONS: [question: RegExp, argument: string][] = [
  [/^When should it be(?: instead)?\?|When should it be\? Say for example/, 'when'],
  [/Which one do you mean(?::|\?)|^Which task do you mean\?/, 'task'],
  [asked('which_task'), 'task'],
  [/^Which goal do you mean/, 'goal'],
  [asked('which_goal'), 'goal'],
  [/^What should it be called\?/, 'title'],
  [/^By (?:when|which day) do you want to reach/, 'target_date'],
];
const answerCharactersMax = 80;
/** "The one with Anna" names a task; longer words that fit none are about something else. */
const nameWordsMax = 4;

/** What a message comes to as the answer to what was asked before: a yes to an offer, or the one thing that was missing. */
export function followUp(
  message: string,
  last: { content: string; response: string },
  context: RuleContext,
): Ruled | null {
  const said = message.trim().replace(/[.!]+$/, '');
  if (YES.test(said)) return acceptOffer(last.response, context);
  const argument = QUESTIONS.find(([question]) => question.test(last.response))?.[1];
  if (!argument || said.length > answerCharactersMax || said.endsWith('?')) return null;
  if (argument === 'when' && !isTime(said.replace(/^(?:to|for) /i, ''), context)) return null;
  if (argument !== 'when' && isNewRequest(said, argument, context)) return null;
  const before = ruleFor(last.content, context)?.calls ?? [];
  const [call] = before;
  if (!call || before.length > 1) return null;
  return { calls: [{ ...call, arguments: { ...call.arguments, [argument]: said.replace(/^(?:to|for|the) /i, '') } }] };
}

/** Whether words ask for something of their own, which drops the question, and name no open task. */
function isNewRequest(said: string, argument: string, context: RuleContext): boolean {
  if (ruleFor(said, context)) return true;
  if (argument === 'task' && findByWords(context.tasks, said).length > 0) return false;
  if (answerSmallTalk(said, context.language) || bareLine(said, context)) return true;
  return argument === 'task' && said.split(/\s+/).length > nameWordsMax;
}

function acceptOffer(response: string, context: RuleContext): Ruled | null {
  for (const { offerTask, offerGoal } of Object.values(WORDS)) {
    const task = offered(offerTask, response);
    if (task) return { calls: [{ name: 'create_task', arguments: { ...splitTaskLine(task, context) } }] };
    const goal = offered(offerGoal, response);
    if (goal) return { calls: [{ name: 'create_goal', arguments: { title: goal } }] };
  }
  return null;
}

function offered(offer: string, response: string): string | undefined {
  const [before = '', after = ''] = offer.split('{x}');
  return response.startsWith(before) && response.endsWith(after)
    ? response.slice(before.length, response.length - after.length)
    : undefined;
}
