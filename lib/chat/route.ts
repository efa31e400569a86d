import { complete, hasModel } from '../llm/client.ts';
import { carriedCode } from './code.ts';
import { routingPrompt, runCodeTool } from './prompts.ts';
import type { ClaimedMessage } from './work.ts';

/** What a message needs: code to be run, or just this answer. */
export type Route = { kind: 'execute' } | { kind: 'answer'; text: string };

const howToConfigure =
  'set OPEN_ROUTER_API_KEY, or OPENAI_API_KEY / OPENAI_BASE_URL for another OpenAI-compatible server';

/**
 * Chooses what to do with a message: the model's decision where one is configured, else rules.
 * @throws ModelError when the model fails
 */
export async function chooseRoute(message: ClaimedMessage): Promise<Route> {
  if (!hasModel()) return chooseByRules(message.content);
  const completion = await complete({ messages: routingPrompt(message), tools: [runCodeTool], maxTokens: 1500 });
  if (completion.toolCalls.some((call) => call.name === runCodeTool.name)) return { kind: 'execute' };
  const text = completion.text.trim() || completion.refusal?.trim();
  return { kind: 'answer', text: text || 'The model gave no answer to this message. Please put it another way.' };
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
