import type { OutboxEvent } from '../events.ts';
import { intents as registry } from '../intents/registry.ts';
import { runIntent } from '../intents/run.ts';
import { cutText } from '../llm/text.ts';
import { Problem } from '../problem.ts';
import { programsMax, runProgram } from './program.ts';
import { type Call, type CallResult, isPending, type KeptThought } from './thought.ts';
import { programOf, runCode } from './tools.ts';
import { type ClaimedMessage, saveResults, type Work } from './work.ts';

/** What a tool's answer may take of the model's attention, in characters. */
const contentCharactersMax = 8_000;
const saidCharactersMax = 4_000;

/**
 * Carries out what the last thought of a message calls, each call once however often this runs, since it is named by message,
 * round and place: intents that change something first, then those that only tell, each side by side, and next to them one program, for a step's time is short. `more` says that
 * programs are left.
 * @returns the events that the tools owe, or null when the message is no longer this run's
 * @throws ProviderError when a program cannot be run; what else was called is done and kept then
 */
export async function act(
  work: Work,
  message: ClaimedMessage,
): Promise<{ events: OutboxEvent[]; more: boolean } | null> {
  const round = message.thoughts.length - 1;
  const thought = message.thoughts[round];
  if (!thought || !isPending(thought)) return { events: [], more: false };
  const open = thought.calls
    .map((call, place) => ({ call, place }))
    .filter(({ place }) => !thought.results.some((result) => result.place === place));
  const [program, ...morePrograms] = open.filter(({ call }) => call.name === runCode);
  const intents = open.filter(({ call }) => call.name !== runCode);
  const [carriedOut, ran] = await Promise.allSettled([
    carryOutAll(work, message, round, intents).then((results) =>
      results.length ? saveResults(work, round, results) : [],
    ),
    program ? runCall(work, message, round, program) : true,
  ]);
  if (carriedOut.status === 'rejected') throw carriedOut.reason;
  if (ran.status === 'rejected') throw ran.reason;
  if (!ran.value || !carriedOut.value) return null;
  return { events: carriedOut.value, more: morePrograms.length > 0 };
}

type Placed = { call: Call; place: number };

/** Carries out what changes something first, so that a list that was asked for with it is of afterwards. */
async function carryOutAll(work: Work, message: ClaimedMessage, round: number, open: Placed[]): Promise<CallResult[]> {
  const changes = ({ call }: Placed) => registry.some(({ name, changesData }) => name === call.name && changesData);
  const one = (each: Placed) => carryOut(work, message, round, each);
  const changed = await Promise.all(open.filter(changes).map(one));
  const told = await Promise.all(open.filter((each) => !changes(each)).map(one));
  return [...changed, ...told];
}

async function carryOut(
  work: Work,
  { user_id: ownerId, conversation_id: conversationId, thoughts }: ClaimedMessage,
  round: number,
  { call, place }: Placed,
): Promise<CallResult> {
  if (call.unreadable) return failed(place, 'The arguments were no JSON object. Call again with valid, short JSON.');
  const before = earlierResult(thoughts, call);
  if (before) return { ...before, place };
  const callId = `${work.messageId}:${round}:${place}`;
  try {
    const { answer } = await runIntent(
      { ownerId },
      { scope: { conversationId }, callId, name: call.name, language: call.language },
      call.arguments,
    );
    return {
      place,
      status: ['error', 'unsupported'].includes(answer.status) ? 'error' : 'done',
      content: cutText(JSON.stringify(answer), contentCharactersMax),
      said: cutText(answer.speech, saidCharactersMax),
    };
  } catch (error) {
    if (!(error instanceof Problem) || !['invalid', 'rate_limited', 'not_found'].includes(error.code)) throw error;
    return failed(place, error.message);
  }
}

/**
 * Returns what a call of an earlier thought came to that was the same in every word and made something: it is not made again.
 */
function earlierResult(thoughts: KeptThought[], call: Call): CallResult | undefined {
  if (!/^(create|remember)/.test(call.name)) return undefined;
  const words = JSON.stringify(call.arguments);
  return thoughts
    .flatMap(({ calls, results }) => results.map((result) => ({ result, earlier: calls[result.place] })))
    .find(
      ({ earlier, result }) =>
        result.status === 'done' && earlier?.name === call.name && JSON.stringify(earlier.arguments) === words,
    )?.result;
}

/** Runs the program of a call, or says why it is not run. @returns false when the message is no longer this run's */
async function runCall(work: Work, message: ClaimedMessage, round: number, { call, place }: Placed): Promise<boolean> {
  const code = programOf(call);
  const index = programsBefore(message.thoughts, round, place);
  if (code !== null && index < programsMax) return runProgram(work, message, { index, round, place, code });
  const reason =
    code === null
      ? 'There was no program in this call, or one that was cut off. Call again, with less code.'
      : `${programsMax} programs have been run for this message. Answer with what there is.`;
  return (await saveResults(work, round, [failed(place, reason)])) !== null;
}

/** Returns how many calls of programs come before a place: the number of its program, the same however often it is counted. */
function programsBefore(thoughts: KeptThought[], round: number, place: number): number {
  return thoughts
    .slice(0, round + 1)
    .flatMap(({ calls }, at) => calls.filter((call, n) => programOf(call) !== null && (at < round || n < place)))
    .filter(({ name }) => name === runCode).length;
}

function failed(place: number, reason: string): CallResult {
  return { place, status: 'error', content: JSON.stringify({ status: 'error', reason }), said: null };
}
