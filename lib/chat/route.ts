import { intentTools } from '../intents/catalogue.ts';
import { runIntent } from '../intents/run.ts';
import { type Completion, hasModel } from '../llm/client.ts';
import { Problem } from '../problem.ts';
import { wholeAnswer } from './answer.ts';
import { ask } from './ask.ts';
import { carriedCode } from './code.ts';
import { routingPrompt } from './prompts.ts';
import { type ClaimedMessage, reportProgress, type Work } from './work.ts';

/** What a message needs: code to be run, intents to be carried out, or just this answer. */
export type Route =
  | { kind: 'execute' }
  | { kind: 'intents'; intents: ChosenIntents }
  | { kind: 'answer'; text: string };

/** What the model chose, to be carried out as the message's owner. Kept as it is: asked again, a model may choose otherwise. */
export type ChosenIntents = { ownerId: string; conversationId: string; calls: Completion['toolCalls'] };

/** The intent that a message is handed over for when it is all that the message asks for. */
const runCode = 'run_code';
/** Things that one message can ask for; it is said when there were more. */
const intentsMax = 5;

const howToConfigure =
  'set OPEN_ROUTER_API_KEY, or OPENAI_API_KEY / OPENAI_BASE_URL for another OpenAI-compatible server';

/**
 * Chooses what to do with a message: the model's decision where one is configured, else by rules. Live clients see an
 * answer's words as they come.
 * @returns null when the message is no longer this run's
 * @throws ModelError when the model fails
 */
export async function routeMessage(work: Work, message: ClaimedMessage): Promise<Route | null> {
  if (!hasModel()) return chooseByRules(message.content);
  // Decided when the intent was chosen. Asked again, a model may choose the same intents again, without end.
  if (message.deferred) return { kind: 'execute' };
  const messages = routingPrompt(message, new Date());
  const decision = await ask(work, message, { messages, tools: intentTools(), maxTokens: 1_500, isAnswer: true });
  if (!decision) return null;
  const calls = decision.toolCalls;
  if (calls.length === 1 && calls[0]?.name === runCode) return { kind: 'execute' };
  if (calls.length > 0) {
    return {
      kind: 'intents',
      intents: { ownerId: message.user_id, conversationId: message.conversation_id, calls },
    };
  }
  const text = wholeAnswer(decision) ?? 'The model gave no answer to this message. Please put it another way.';
  return { kind: 'answer', text };
}

/**
 * Carries out intents, each once however often this runs: a call is named by message and place. Code that is asked for among
 * other things becomes the conversation's next message.
 * @returns what to tell the person; null when the message is no longer this run's
 */
export async function carryOut(work: Work, { ownerId, conversationId, calls }: ChosenIntents): Promise<string | null> {
  if (!(await reportProgress(work, []))) return null;
  const said: string[] = [];
  for (const [place, { name, arguments: args }] of calls.slice(0, intentsMax).entries()) {
    const call = { scope: { conversationId }, callId: `${work.messageId}:${place}`, name };
    try {
      const { answer } = await runIntent({ ownerId }, call, args);
      said.push(answer.speech);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'rate_limited') throw error;
      said.push(error.message);
    }
  }
  if (calls.length > intentsMax)
    said.push(`That was more than ${intentsMax} things at once: please ask for the rest again.`);
  return said.join('\n');
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
