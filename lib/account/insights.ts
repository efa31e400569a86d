import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asCaller } from '../db/client.ts';
import { accountGone } from '../problem.ts';
import { Day } from '../time.ts';

const Counts = z.object({ done: z.int(), missed: z.int() });

/** Counts from public.insights. */
const Counted = z.object({
  from: Day,
  to: Day,
  done: z.int(),
  missed: z.int(),
  streak_days: z.int().meta({ description: 'Days with something done, without a day on which all was left undone.' }),
  weeks: z
    .array(Counts.extend({ starts_on: Day, minutes: z.int() }))
    .meta({ description: 'Oldest first, from Monday.' }),
  by_weekday: z
    .array(Counts)
    .length(7)
    .meta({
      description: 'From Sunday to Saturday.',
      example: Array.from({ length: 7 }, () => ({ done: 3, missed: 1 })),
    }),
  by_part_of_day: z.object({ morning: Counts, midday: Counts, evening: Counts, untimed: Counts }),
  by_goal: z.array(z.object({ goal_id: z.guid(), minutes: z.int() })),
});
type Counted = z.infer<typeof Counted>;

/** Tasks done and missed in this week and the eleven before it, with a sentence about them. */
export const Insights = Counted.extend({ message: z.string() }).meta({ id: 'Insights' });
export type Insights = z.infer<typeof Insights>;

const WEEKDAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];
const PARTS = { morning: 'the morning', midday: 'the middle of the day', evening: 'the evening' };
/** Fewer tasks than this tell nothing about a day or an hour. */
const tellingMin = 4;

/**
 * Returns what the caller did and missed.
 * @throws Problem `unauthorized` when the account was erased
 */
export async function getInsights(caller: Caller): Promise<Insights> {
  const counted = Counted.nullable().parse(await asCaller(caller, (db) => db.rpc('insights')));
  if (!counted) throw accountGone();
  return { ...counted, message: messageAbout(counted) };
}

/** Returns one or two sentences that look at what worked, never at what did not. */
export function messageAbout({ done, streak_days, weeks, by_weekday, by_part_of_day }: Counted): string {
  if (done === 0) return 'There is nothing to look back on yet. The first task that you do will show here.';
  const minutes = weeks.at(-1)?.minutes ?? 0;
  const first =
    streak_days >= 3
      ? `You have done something ${streak_days} days in a row.`
      : minutes > 0
        ? `This week you have put in ${minutes} minutes.`
        : `You have done ${done} ${done === 1 ? 'task' : 'tasks'} in these weeks, and they count.`;
  const weekday = bestOf(by_weekday.map((counts, index) => ({ name: WEEKDAYS[index] ?? '', ...counts })));
  const part = bestOf(
    (['morning', 'midday', 'evening'] as const).map((name) => ({ name: PARTS[name], ...by_part_of_day[name] })),
  );
  const habit = weekday ? `${weekday} work best for you.` : part && `What is planned for ${part} mostly gets done.`;
  return habit ? `${first} ${habit}` : first;
}

/** Returns the name with the best share of what was done, where enough was; null where nothing stands out. */
function bestOf(groups: { name: string; done: number; missed: number }[]): string | null {
  const share = ({ done, missed }: { done: number; missed: number }) => done / (done + missed);
  const telling = groups.filter(({ done, missed }) => done + missed >= tellingMin);
  const best = telling.reduce<(typeof telling)[number] | null>(
    (top, group) => (!top || share(group) > share(top) ? group : top),
    null,
  );
  const others = telling.filter((group) => group !== best);
  return best && share(best) >= 0.7 && others.some((group) => share(group) <= share(best) - 0.2) ? best.name : null;
}
