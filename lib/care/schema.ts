import { z } from 'zod';

export const CareKind = z.enum([
  'crisis',
  'violence',
  'eating',
  'medicine',
  'withdrawal',
  'pregnancy',
  'injury',
  'child',
]);
export type CareKind = z.infer<typeof CareKind>;

/** The message to a person whose words ask for care before anything else, with contacts for help. */
export const Care = z
  .object({
    kind: CareKind,
    message: z.string().max(2000).meta({ description: 'In the language of the words that it answers.' }),
    resources: z
      .array(z.object({ name: z.string().max(200), contact: z.string().max(300) }))
      .max(10)
      .meta({ description: "Where help is, for the person's country as far as it is known." }),
  })
  .meta({ id: 'Care' });
export type Care = z.infer<typeof Care>;

/**
 * The plan that such words allow: none; asking a doctor or midwife first, and gentle things; the same
 * together with an adult. `mention` limits nothing: it only says where help is, once.
 */
export const CareTier = z.enum(['nothing', 'doctor-first', 'with-adult', 'mention']);
export type CareTier = z.infer<typeof CareTier>;

/** {@link Care} with what it allows, as goals and tasks store it. */
export const CareReading = Care.extend({ tier: CareTier });
export type CareReading = z.infer<typeof CareReading>;
