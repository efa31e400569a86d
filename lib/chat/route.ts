import { intentTools } from '../intents/catalogue.ts';
import { runIntent } from '../intents/run.ts';
import { type Completion, complete, hasModel } from '../llm/client.ts';
import { Problem } from '../problem.ts';
import { metered } from '../usage/metered.ts';
import { wholeAnswer } from './answer.ts';
import { carriedCode } from './code.ts';
import { startLive } from './live.ts';
import { routingPrompt } from './prompts.ts';
import type { ClaimedMessage, Work } from './work.ts';

/** What a message needs: code to be run, or just this answer. */
export type Route = { kind: 'execute' } | { kind: 'answer'; text: string };

/** The intent that is not carried out here but handed over. */
const runCode = 'run_code';
/** Things that one message can ask for. */
const intentsMax = 5;

const howToConfigure =
  'set OPEN_ROUTER_API_KEY, or OPENAI_API_KEY / OPENAI_BASE_URL for another OpenAI-compatible server';

/**
 * Chooses what to do with a message, the model's decision where one is configured, else by rules, and does it unless it is
 * code to be run. Live clients see an answer's words as they come.
 * @throws ModelError when the model fails
 */
export async function routeMessage(work: Work, message: ClaimedMessage): Promise<Route> {
  if (!hasModel()) return chooseByRules(message.content);
  const decision = await decide(work, message);
  const calls = decision.toolCalls.slice(0, intentsMax);
  if (calls.some((call) => call.name === runCode)) return { kind: 'execute' };
  if (calls.length > 0) return carryOut(work, message, calls);
  const text = wholeAnswer(decision) ?? 'The model gave no answer to this message. Please put it another way.';
  return { kind: 'answer', text };
}

async function decide(work: Work, message: ClaimedMessage): Promise<Completion> {
  const live = startLive(work);
  try {
    return await complete({
      messages: routingPrompt(message, new Date()),
      tools: intentTools(),
      maxTokens: 1_500,
      meter: metered({ ownerId: message.user_id, messageId: work.messageId }, message.spent_usd),
      onText: live.answer(message.attempt),
      signal: live.signal,
    });
  } finally {
    await live.stop();
  }
}

/** Carries out intents as the message's owner, each once however often this runs: a call is named by message and place. */
async function carryOut(work: Work, message: ClaimedMessage, calls: Completion['toolCalls']): Promise<Route> {
  const said: string[] = [];
  for (const [place, { name, arguments: args }] of calls.entries()) {
    const call = {
      scope: { conversationId: message.conversation_id },
      callId: `${work.messageId}:${place}`,
      name,
    };
    try {
      const { answer } = await runIntent({ ownerId: message.user_id }, call, args);
      said.push(answer.speech);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'rate_limited') throw error;
      said.push(error.message);
    }
  }
  return { kind: 'answer', text: said.join('\n') };
}

/** Without a model: code that a message carries is run as it stands; nothing else can be answered, and that is said. */
export function chooseByRules(content: string): Route {
  const carried = carriedCode(content);
  if (carried?.language === 'python') return { kind: 'execute' };
  if (carried) {
    return {
      kind: 'answer',
      text: `The code is marked as ${carried.language}, and only Python can be run here. Put Python into a fenced block marked \`\`\`python, or ${howToConfigure} to have it translated.`,
    };
  }
  return {
    kind: 'answer',
    text: `No language model is configured, so I cannot write code or answer in words: ${howToConfigure}. What works without one: Python in a fenced block (\`\`\`python) and single expressions such as 2**10 are run as they stand.`,
  };
}
