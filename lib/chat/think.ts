import { hasModel } from '../llm/client.ts';
import type { PicturePart } from '../llm/completion.ts';
import { cutText } from '../llm/text.ts';
import { describeResults, wholeAnswer } from './answer.ts';
import { ask } from './ask.ts';
import { harmless } from './care.ts';
import { pictureParts } from './files.ts';
import { thinkingPrompt } from './prompts.ts';
import { thinkByRules } from './rules.ts';
import { type Thought, thoughtsMax } from './thought.ts';
import { readCalls, toolsFor } from './tools.ts';
import { languageOfMessage, sayTo } from './words.ts';
import type { MessageToThink, Work } from './work.ts';

/** As long as one thought may be, a program in it included. */
const thoughtTokensMax = 4_000;
const wordsBesideCallsMax = 20_000;

/**
 * Returns the next thought about a message: tools to be called, or the answer. The model's where one is configured, whose
 * words live clients see as they come; else rules choose the tools, and what these say is the answer.
 * @returns null when the message is no longer this run's
 * @throws ProviderError when the model fails
 */
export async function think(work: Work, message: MessageToThink): Promise<Thought | null> {
  const done = describeResults(message.thoughts, message.execution, languageOfMessage(message));
  if (!hasModel())
    return message.thoughts.length
      ? { text: done ?? sayTo(message, 'otherwise'), calls: [] }
      : thinkByRules(message, new Date());
  const isLast = message.thoughts.length >= thoughtsMax - 1;
  const answer = await ask(work, message, {
    messages: thinkingPrompt(message, new Date(), await picturesFor(message)),
    tools: toolsFor(message),
    noToolCalls: isLast,
    maxTokens: thoughtTokensMax,
  });
  if (!answer) return null;
  if (answer.toolCalls.length > 0 && !isLast) {
    const words = harmless(message, cutText(answer.text, wordsBesideCallsMax));
    return { text: words, calls: readCalls(answer.toolCalls, answer.truncated) };
  }
  const text = wholeAnswer(answer, sayTo(message, 'cutOff')) ?? done ?? sayTo(message, 'otherwise');
  return { text: harmless(message, text), calls: [] };
}

/** Returns the pictures that the model is shown: those that the message is about, else the newest of the conversation. */
function picturesFor({ files, attachments }: MessageToThink): Promise<PicturePart[]> {
  const attached = files.filter(({ id }) => attachments.includes(id));
  return pictureParts(attached.length > 0 ? attached : files);
}
