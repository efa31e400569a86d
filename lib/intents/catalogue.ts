import { z } from 'zod';
import type { Tool } from '../llm/completion.ts';
import { intents } from './registry.ts';

/** Returns every intent as a model's tool: its name, when to choose it, and a JSON Schema of its arguments. */
export function intentTools(): Tool[] {
  return intents.map(({ name, description, input }) => {
    const { $schema: _, ...parameters } = z.toJSONSchema(input, { io: 'input' });
    return { name, description, parameters };
  });
}

/**
 * Returns every intent as a function of Deepgram's agent. What changes data waits until the person has finished speaking: Deepgram
 * calls functions speculatively by default.
 */
export function agentFunctions(): (Tool & { defer_until_eot?: true })[] {
  const changing = new Set(intents.filter(({ changesData }) => changesData).map(({ name }) => name));
  return intentTools().map((tool) => (changing.has(tool.name) ? { ...tool, defer_until_eot: true } : tool));
}
