import { z } from 'zod';
import type { Language } from '../language/languages.ts';
import { isQuestion, type Question, sayQuestion } from '../language/questions.ts';
import type { IntentData } from './data.ts';
import type { Meaning } from './translate.ts';
import type { IntentWrite } from './write.ts';

/** An intent's answer: `speech` for the person, `data` for programs. `clarify` is a question back. */
export const IntentAnswer = z.object({
  status: z.enum(['ok', 'clarify', 'deferred', 'unsupported', 'error']),
  speech: z.string(),
  // The document's generator cannot follow a JSON value into itself: it is told.
  data: z.record(z.string(), z.json()).meta({ type: 'object', additionalProperties: true }).optional(),
});
export type IntentAnswer = z.infer<typeof IntentAnswer>;

/** An intent's answer, and the one write that it stands for: both are stored in one transaction, or neither. */
export type IntentOutcome = IntentAnswer & {
  write?: IntentWrite;
  /** The meaning of the speech, from which it is said in other languages. */
  means?: Meaning;
};

/** Data that an intent can ask for. */
export type Reads = ('tasks' | 'goals' | 'last' | 'memories' | 'notes')[];

export type IntentContext = IntentData & { now: Date; language?: Language };

type IntentSpec<Input extends z.ZodObject> = {
  name: string;
  /** Tells a model when to choose it. */
  description: string;
  /** Each field's error message is the question to ask when it is missing or wrong, or the name of one. */
  input: Input;
  changesData: boolean;
  reads: Reads;
  run(context: IntentContext, input: z.output<Input>): IntentOutcome;
};

/** One thing that can be asked for, by voice or in a chat. */
export type Intent = Omit<IntentSpec<z.ZodObject>, 'run'> & {
  /** Decides what arguments of a model's making come to; wrong or missing ones come to a question. Never throws for them. */
  decide(context: IntentContext, args: unknown): IntentOutcome;
};

/** Makes an intent of its own file; that and a line in registry.ts are all it needs. */
export function defineIntent<Input extends z.ZodObject>({ run, ...intent }: IntentSpec<Input>): Intent {
  return {
    ...intent,
    decide(context, args) {
      const input = intent.input.safeParse(withoutBlanks(intent.input, args));
      return input.success ? run(context, input.data) : clarify(questionOf(input.error, context));
    },
  };
}

/** Values that models send for an optional argument that they leave out. */
const BLANKS: unknown[] = [null, '', 'none', 'null', 'undefined', 'n/a', 'nil'];

/** Returns the arguments without those that say nothing; 0 is one of them, since no argument of ours means something by it. */
function withoutBlanks(input: z.ZodObject, args: unknown): unknown {
  if (args === null || typeof args !== 'object' || Array.isArray(args)) return {};
  return Object.fromEntries(
    Object.entries(args).filter(([name, value]) => {
      if (value === null || value === '') return false;
      const isOptional = input.shape[name]?.safeParse(undefined).success ?? false;
      const said = typeof value === 'string' ? value.trim().toLowerCase() : value;
      return !isOptional || (!BLANKS.includes(said) && said !== 0 && said !== '0');
    }),
  );
}

/** @param error whose messages are questions, or the names of those that are asked in the person's language */
function questionOf(error: z.ZodError, { language = 'en' }: IntentContext): string {
  const [{ message = 'I did not quite get that. Could you say it again?' } = {}] = error.issues;
  return isQuestion(message) ? sayQuestion({ ask: message }, language) : message;
}

/** Asks in the language of what the person said. */
export function askBack(ask: Question, { language = 'en' }: IntentContext): IntentOutcome {
  return clarify(sayQuestion({ ask }, language));
}

export function clarify(speech: string, means?: Meaning): IntentOutcome {
  return { status: 'clarify', speech, ...(means ? { means } : {}) };
}

export function refuse(speech: string, means?: Meaning): IntentOutcome {
  return { status: 'error', speech, ...(means ? { means } : {}) };
}
