/** Ten kinds of people, as they live with their plans for weeks. */

/** A task of a plan as its person meets it; the weekday is 0 on Sunday, the time HH:MM. */
export type LivedTask = { id: string; date: string; weekday: number; time: string; minutes: number };

export type Kind = {
  name: string;
  /** Account settings that they start with. */
  account?: object;
  goals: readonly { title: string; description?: string }[];
  /** Returns true if they do a task in this week of their life, the first being 1. */
  does(task: LivedTask, week: number): boolean;
  /** The time at which they tick tasks off, HH:MM; the task's own time if not given. */
  ticksAt?: string;
  /** True if they do the first half of the coming week too. */
  isEarly?: boolean;
  /** True if they accept proposals, false if they decline; left out if they do not answer: the next week's replaces it. */
  accepts?: boolean;
  /** The week in which they answer their plan's questions. */
  answersInWeek?: number;
  /** Hours to the east of home in which they are, from a week on. */
  travels?: readonly { week: number; hours: number }[];
};

const run = { title: 'Run a half marathon in 14 weeks', description: 'I run 5 km now' };
const spanish = { title: 'Learn Spanish in 14 weeks' };
const isWeekend = ({ weekday }: LivedTask) => weekday === 0 || weekday === 6;

export const kinds: readonly Kind[] = [
  { name: 'does everything', goals: [run], does: () => true },
  {
    name: 'skips Mondays',
    goals: [spanish],
    does: ({ weekday }) => weekday !== 1,
    accepts: true,
  },
  {
    name: 'ill in weeks 4 and 5',
    goals: [run],
    does: (_, week) => week !== 4 && week !== 5,
    accepts: true,
  },
  {
    name: 'only evenings',
    goals: [{ title: 'Learn the guitar in 14 weeks' }],
    account: { preferred_time: 'morning' },
    does: ({ weekday, time }) => time >= '17:00' || weekday % 2 === 0,
    ticksAt: '20:30',
    accepts: true,
  },
  { name: 'stops after week 3', goals: [spanish], does: (_, week) => week <= 3 },
  {
    name: 'travels east and home again',
    goals: [spanish],
    does: () => true,
    travels: [
      { week: 4, hours: 5 },
      { week: 8, hours: 0 },
    ],
  },
  {
    name: 'weekends only',
    goals: [{ title: 'Declutter the whole house in 14 weeks', description: 'only on weekends' }],
    account: { rest_days: [1, 2, 3, 4, 5], daily_minutes: 180 },
    does: isWeekend,
  },
  { name: 'overachiever', goals: [spanish], does: () => true, isEarly: true },
  {
    name: 'four goals at once',
    goals: [run, spanish, { title: 'Save 2,000 euros in 30 weeks' }, { title: 'Read 10 books in 20 weeks' }],
    account: { daily_minutes: 90 },
    does: ({ weekday }, week) => weekday !== 5 && (week % 4 !== 0 || isWeekendDay(weekday)),
    accepts: true,
  },
  {
    name: 'answers late and declines',
    goals: [{ title: 'Lose 8 kg in 20 weeks' }],
    does: ({ weekday }, week) => week % 3 !== 0 || weekday < 2,
    answersInWeek: 3,
    accepts: false,
  },
];

function isWeekendDay(weekday: number): boolean {
  return weekday === 0 || weekday === 6;
}
