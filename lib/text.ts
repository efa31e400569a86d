import { z } from 'zod';

/** Characters that take no room: what holds nothing else looks empty (controls, format characters, combining marks alone). */
const unseen = /^[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{M}\u115f\u1160\u3164\uffa0\u2800]*$/u;

/** Text of 1 to `max` characters that people can see some of, without white space around it. */
export function visibleText(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => text === '' || !unseen.test(text), 'must not be empty');
}
