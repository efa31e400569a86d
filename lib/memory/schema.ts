import { z } from 'zod';
import { visibleText } from '../text.ts';
import { Instant } from '../time.ts';
import { holdsSecret, secretRefusal } from './sensitive.ts';

export const memoryCharactersMax = 500;

export const MemoryInput = z
  .strictObject({
    text: visibleText(memoryCharactersMax)
      .refine((text) => !holdsSecret(text), { message: secretRefusal })
      .meta({
        example: "My sister's name is Ana.",
        description: 'One fact, in your own words. Passwords, keys and card numbers are refused.',
      }),
  })
  .meta({ id: 'MemoryInput' });
export type MemoryInput = z.infer<typeof MemoryInput>;

/** One thing that the assistant remembers about a person. */
export const Memory = z
  .object({
    id: z.guid(),
    text: z.string().meta({ example: "My sister's name is Ana." }),
    source: z.string().meta({
      example: 'account',
      description: 'The chat message or voice session in which it was said, or "account" for what you wrote yourself.',
    }),
    created_at: Instant,
    updated_at: Instant,
  })
  .meta({ id: 'Memory' });
export type Memory = z.infer<typeof Memory>;
