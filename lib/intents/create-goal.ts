import { z } from 'zod';
import { readCare } from '../care/read.ts';
import { todayIn } from '../days.ts';
import { checkTargetDate, readGoalWords } from '../language/goal.ts';
import type { Question } from '../language/questions.ts';
import { sayNear } from '../language/say.ts';
import { type Moment, readWhen } from '../language/when.ts';
import { askBack, defineIntent } from './intent.ts';
import { shortTitle } from './speech.ts';

const askWhen: Question = 'goal_when';

export const createGoal = defineIntent({
  name: 'create_goal',
  description:
    'Create a goal that takes weeks, such as getting fit or learning a language; a plan with weekly milestones and daily tasks follows. For a single thing to do use create_task.',
  input: z.object({
    title: z
      .string('What is your goal?')
      .trim()
      .min(1, 'What is your goal?')
      .max(200, 'That is a long one. Can you say the goal in one short sentence?')
      .meta({ description: 'The goal in a few words.', example: 'Lose 15 lbs' }),
    description: z
      .string('What else should I know about your goal?')
      .trim()
      .max(5000, 'That is a lot at once. What matters most about your goal?')
      .optional()
      .meta({ description: 'Everything else that was said about it.', example: 'Wedding prep' }),
    target_date: z
      .string(askWhen)
      .trim()
      .max(100, askWhen)
      .optional()
      .meta({ description: 'The last day, as YYYY-MM-DD or as it was said ("in 12 weeks", "June 1st").' }),
  }),
  changesData: true,
  reads: [],
  run(context, { title, description, target_date }) {
    const today = todayIn(context.timezone, context.now);
    const day = target_date === undefined ? null : readDay(target_date, context);
    if (day && 'ask' in day) return askBack(day.ask, context);
    if (day && checkTargetDate(today, day.date)) return askBack('goal_range', context);
    const until = day ? ` until ${sayNear(day.date, today)}` : '';
    const care = readCare(`${title}\n${description ?? ''}`, context);
    const planning = `I'm planning it now, and the plan${until} will be there in a moment.`;
    return {
      status: 'ok',
      speech: `${shortTitle(title)} is your new goal. ${care?.message ?? planning}`,
      ...(care ? {} : { means: { sentence: 'goal_new', title } }),
      write: { kind: 'create_goal', title, description: description ?? '', target_date: day?.date ?? null, care },
    };
  },
});

/** A day is that day; spans, months and years are read as the planner reads them. */
function readDay(words: string, moment: Moment): { date: string } | { ask: Question } {
  if (z.iso.date().safeParse(words).success) return { date: words };
  const read = readWhen(words, moment);
  const today = todayIn(moment.timezone, moment.now);
  const { horizon, note } = readGoalWords({ title: words, today, ...moment });
  if (note) return { ask: 'goal_range' };
  if (horizon?.fromSpan || (horizon && read.kind !== 'instant')) return { date: horizon.target_date };
  return read.kind === 'instant' ? { date: read.date } : { ask: askWhen };
}
