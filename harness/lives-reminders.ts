import { addDays, todayIn } from '../lib/days.ts';
import { claimReminders, deliverReminders } from '../lib/notifications/reminders.ts';
import { instantOf } from '../lib/time.ts';
import type { Living, World } from './lives.ts';

const minuteMs = 60_000;

/** Lets a week of sweeps go by, before anything is done: each task's reminder comes once, and a brief each day with tasks. */
export async function remindOfAWeek({ query, push }: World, people: readonly Living[]): Promise<void> {
  push.deliveries.length = 0;
  const expected = await query<{ user_id: string; id: string; at: Date }>(
    `select t.user_id, t.id, t.scheduled_at - make_interval(mins => u.reminder_lead_minutes) as at
     from public.tasks t join public.users u on u.id = t.user_id
     where t.status = 'pending' and t.scheduled_at > now() + interval '30 minutes' and t.scheduled_at < now() + interval '7 days'`,
  );
  const mornings = people.flatMap(({ timezone }) => {
    const today = todayIn(timezone, new Date());
    return Array.from({ length: 7 }, (_, ahead) => Date.parse(instantOf(addDays(today, ahead), '07:00', timezone)));
  });
  const minutes = [...expected.map(({ at }) => at.getTime()), ...mornings].sort((a, b) => a - b);
  let sweptUntil = 0;
  for (const minute of minutes) {
    if (minute < sweptUntil) continue;
    const now = new Date(minute - minuteMs);
    await claimReminders(now);
    // A sweep that runs twice claims nothing twice.
    await claimReminders(now);
    sweptUntil = now.getTime() + 5 * minuteMs;
    const waiting = await query<{ remind_at: Date }>(
      'select distinct remind_at from private.reminders where tries = 0 and remind_at <= $1 order by 1',
      [new Date(sweptUntil)],
    );
    for (const { remind_at } of waiting) await deliverReminders(remind_at.toISOString(), 1000);
  }
  for (const person of people) {
    const shown = push.deliveries
      .filter(({ path }) => path === person.browser.path)
      .map(({ body }) => person.browser.read(body));
    const reminded = shown.filter(({ type }) => type === 'reminder').map(({ task_id }) => String(task_id));
    const due = expected.filter(({ user_id }) => user_id === person.caller.id).map(({ id }) => id);
    person.week.due = due.length;
    person.week.sent = reminded.length;
    const lost = due.filter((id) => !reminded.includes(id)).length;
    const doubled = reminded.length - new Set(reminded).size;
    if (lost > 0) person.problems.push(`week ${person.week.week}: ${lost} of ${due.length} reminders were lost`);
    if (doubled > 0) person.problems.push(`week ${person.week.week}: ${doubled} reminders came twice`);
    const briefs = shown.filter(({ type }) => type === 'brief').map(({ date }) => String(date));
    if (new Set(briefs).size < briefs.length)
      person.problems.push(`week ${person.week.week}: a morning brief came twice`);
  }
}
