import { z } from 'zod';
import { readCare } from '../care/read.ts';
import { todayIn } from '../days.ts';
import type { Question } from '../language/questions.ts';
import { readWhen } from '../language/when.ts';
import { newTask } from '../tasks/change.ts';
import { parseRule, type Rule } from '../tasks/rule.ts';
import { askBack, clarify, defineIntent } from './intent.ts';
import { sayRepetition } from './say-repetition.ts';
import { sayDayAndTime, shortTitle } from './speech.ts';

const askWhen: Question = 'when';
const askWhat: Question = 'what';
const askLength: Question = 'minutes';
const askHowOften: Question = 'how_often';

export const createTask = defineIntent({
  name: 'create_task',
  description:
    'Put one thing to do on the list, once or repeating. For something that takes weeks to reach use create_goal.',
  input: z.object({
    title: z
      .string(askWhat)
      .trim()
      .min(1, askWhat)
      .max(200, 'That is a long one. Can you say it in one short sentence?')
      .meta({ description: 'What to do, in a few words.', example: 'Go to the gym' }),
    when: z
      .string(askWhen)
      .trim()
      .max(300, askWhen)
      .optional()
      .meta({ description: 'When, as it was said; today without it.', example: 'tomorrow at seven' }),
    duration_minutes: z
      .preprocess(minutesOf, z.number(askLength).int(askLength).min(1, askLength).max(1440, askLength))
      .optional()
      .meta({ type: 'integer', description: 'How long it takes, if that was said.', example: 45 }),
    recurrence: z
      .string(askHowOften)
      .trim()
      .max(300, askHowOften)
      .optional()
      .meta({ description: 'How it repeats, as it was said or as an RRULE.', example: 'every other Monday' }),
  }),
  changesData: true,
  reads: [],
  run(context, { title, when, duration_minutes, recurrence: given }) {
    const recurrence = given && /^(?:once|one[- ]time|never|no)$/i.test(given) ? undefined : given;
    const rule = recurrence === undefined ? undefined : readRule(recurrence);
    // "Every other Monday" and "at seven" are one time.
    const words = [rule ? undefined : recurrence, when].filter((each) => each !== undefined).join(' ') || undefined;
    const read = words === undefined ? undefined : readWhen(words, context, undefined, title);
    if (read?.kind === 'unclear') return clarify(read.ask);
    if (recurrence !== undefined && !rule && read?.kind !== 'recurring') return askBack(askHowOften, context);
    if (rule && read?.kind === 'recurring') return askBack(askHowOften, context);
    const input = { title, when: words, duration_minutes, recurrence_rule: rule };
    const task = { ...newTask(input, context, read), care: readCare(title, context) };
    const time = { date: task.date, scheduled_at: task.scheduled_at ?? null };
    const once = `for ${time.date ? sayDayAndTime({ ...time, date: time.date }, context) : 'today'}`;
    return {
      status: 'ok',
      speech: `${shortTitle(title)} is on your list ${sayRepetition(task, context) ?? once}.`,
      means: {
        sentence: 'task_added',
        title,
        when: {
          from: time.date ?? todayIn(context.timezone, context.now),
          scheduled_at: time.scheduled_at,
          repeats: task,
        },
      },
      write: { kind: 'create_task', task },
    };
  },
});

/** Returns minutes as models write them: 45, "45", "45 minutes", "1.5 hours". */
function minutesOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const [, amount, unit = 'm'] = /^\s*(\d+(?:\.\d+)?)\s*(h|hours?|hrs?|m|min|mins|minutes?)?\.?\s*$/i.exec(value) ?? [];
  return amount === undefined ? value : Number(amount) * (unit.toLowerCase().startsWith('h') ? 60 : 1);
}

function readRule(text: string): Rule | undefined {
  const parsed = parseRule(text);
  return 'rule' in parsed ? parsed.rule : undefined;
}
