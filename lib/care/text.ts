import type { Care } from './schema.ts';

/** Writes care as plain text, for chat and voice: the message, then each contact on a line. */
export function careText({ message, resources }: Care): string {
  return [message, '', ...resources.map(({ name, contact }) => `${name}: ${contact}`)].join('\n');
}
