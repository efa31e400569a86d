import type { GetStepTools } from 'inngest';
import { act } from '../lib/chat/act.ts';
import { describeResults } from '../lib/chat/answer.ts';
import { wholeCare, withOpening } from '../lib/chat/care.ts';
import { programsMax } from '../lib/chat/program.ts';
import { needsSummary, summarise } from '../lib/chat/summary.ts';
import { think } from '../lib/chat/think.ts';
import { isPending, type Thought, thoughtsMax } from '../lib/chat/thought.ts';
import { runCode } from '../lib/chat/tools.ts';
import { languageOfMessage, modelSaying, sandboxSaying, sayTo } from '../lib/chat/words.ts';
import { claimToAct, claimToThink, type MessageToThink, owedEvents, saveThought, type Work } from '../lib/chat/work.ts';
import { log } from '../lib/log.ts';
import { Problem } from '../lib/problem.ts';
import { ProviderError } from '../lib/provider-error.ts';
import type { inngest } from './client.ts';
import { endMessage } from './end-message.ts';
import { lastAttempt, toInngestError } from './errors.ts';
import { sendOwed } from './outbox.ts';

/** Upper bound of the loop: thoughts, their tool rounds, and further programs in one round. */
const stepsMax = 2 * thoughtsMax + programsMax;

/** The step's result, which decides what comes next; all else is in the database. */
type Outcome = 'act' | 'think' | 'answered' | 'summarise' | 'failed' | 'handed over' | 'nothing to do';

/**
 * Thinks and acts in turn until a message has its answer or is handed over: one step a thought, one for all tools of a round.
 * Each step reads where the message stands, so a step that runs twice, and a run that begins in the middle, go on from there.
 * @param attempt of the step that runs, from 0: a provider that fails is asked again in later ones
 */
export async function runAgent(
  step: GetStepTools<typeof inngest>,
  work: Work,
  attempt: number,
): Promise<{ outcome: Outcome }> {
  const lastTry = lastAttempt(attempt);
  let outcome: Outcome = work.executes ? 'act' : 'think';
  for (let n = 1; n <= stepsMax; n += 1) {
    if (outcome !== 'act' && outcome !== 'think') break;
    outcome =
      outcome === 'act'
        ? await step.run(`act-${n}`, () => storable(work, () => actOnce(work, lastTry)))
        : await step.run(`think-${n}`, () => storable(work, () => thinkOnce(work, lastTry)));
  }
  if (outcome === 'summarise') await step.run('summarise', () => summariseOnce(work));
  return { outcome };
}

/** Keeps the conversation's summary up. The message has its answer: a model that fails now is asked after a later one. */
async function summariseOnce(work: Work): Promise<'summarised' | 'left as it was'> {
  try {
    return (await summarise(work)) ? 'summarised' : 'left as it was';
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    log.warn({ err: error, message_id: work.messageId }, 'a conversation could not be summarised');
    return 'left as it was';
  }
}

async function thinkOnce(work: Work, lastTry: boolean): Promise<Outcome> {
  const message = await claimToThink(work);
  if (!message) return nothingToDo(work);
  const { thoughts } = message;
  const last = thoughts.at(-1);
  if (last && isPending(last)) return 'act';
  const care = wholeCare(message);
  if (care !== null) {
    await endMessage(work, { status: 'done', response: care });
    return 'answered';
  }
  let thought: Thought | null;
  try {
    thought = await think(work, message);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.retryable && !lastTry) throw toInngestError(error);
    log.error({ err: error, message_id: work.messageId }, 'the model gave no answer');
    return endWithout(work, message, sayTo(message, modelSaying(error)));
  }
  if (!thought) return nothingToDo(work);
  if (thought.calls.length === 0) {
    await endMessage(work, { status: 'done', response: withOpening(message, thought.text), hints: thought.hints });
    return needsSummary(message) ? 'summarise' : 'answered';
  }
  const handsOver = !work.executes && thought.calls.some(({ name }) => name === runCode);
  const events = await saveThought(work, thoughts.length, thought, handsOver);
  if (!events) return nothingToDo(work);
  await sendOwed(events);
  return handsOver ? 'handed over' : 'act';
}

/** Ends a message that the model fails: what was done counts more than how it is told. */
async function endWithout(work: Work, message: MessageToThink, said: string): Promise<Outcome> {
  const done = describeResults(message.thoughts, message.execution, languageOfMessage(message));
  const response = withOpening(message, done ?? said);
  await endMessage(work, { status: done === null ? 'failed' : 'done', response });
  return done === null ? 'failed' : 'answered';
}

async function actOnce(work: Work, lastTry: boolean): Promise<Outcome> {
  const message = await claimToAct(work);
  if (!message) return nothingToDo(work);
  try {
    const acted = await act(work, message);
    if (!acted) return nothingToDo(work);
    await sendOwed(acted.events);
    return acted.more ? 'act' : 'think';
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.retryable && !lastTry) throw toInngestError(error);
    log.error({ err: error, message_id: work.messageId }, 'the code could not be run');
    const left = await claimToThink(work);
    if (!left) return nothingToDo(work);
    const done = describeResults(left.thoughts, null, languageOfMessage(left));
    const response = [done, sayTo(left, sandboxSaying(error))].filter((text) => text !== null).join('\n');
    await endMessage(work, { status: 'failed', response });
    return 'failed';
  }
}

/** A step that died between its commit and sending may have left events behind. */
async function nothingToDo(work: Work): Promise<Outcome> {
  await sendOwed(await owedEvents(work));
  return 'nothing to do';
}

/** Ends the message at once, in words, where the database cannot hold its text: each retry of the step would fail too. */
async function storable(work: Work, run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error;
    log.error({ err: error, message_id: work.messageId }, 'what came of a message cannot be stored');
    const message = await claimToThink(work);
    if (!message) return nothingToDo(work);
    const response = sayTo(message, 'otherwise');
    await endMessage(work, { status: 'failed', response });
    return 'failed';
  }
}
