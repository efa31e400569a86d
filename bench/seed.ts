import { randomUUID } from 'node:crypto';
import { addDays } from '../lib/days.ts';
import { contextOf } from '../lib/goals/planner/context.ts';
import { finalizeProposal } from '../lib/goals/proposal.ts';
import { readGoalWords } from '../lib/language/goal.ts';
import type { ServedProject } from '../local/supabase/serve.ts';
import type { Person } from './environment.ts';

const titles = ['Run a half marathon in 12 weeks', 'Learn Spanish in 12 weeks', 'Write a short novel in 12 weeks'];
const goalCount = 20;

/** Ids of a person's data that the benchmarks read. */
export type Belongings = { goalId: string; clientId: string; sessionId: string };

/** Gives a person 20 goals with plans and tasks, a conversation with an executed answer, and a voice session of 60 turns. */
export async function seedPerson({ query }: ServedProject, { id: userId }: Person): Promise<Belongings> {
  const today = new Date().toISOString().slice(0, 10);
  let goalId = '';
  for (let n = 0; n < goalCount; n += 1) {
    const title = titles[n % titles.length] ?? '';
    const start_date = today;
    const target_date = readGoalWords({ title, today }).horizon?.target_date ?? addDays(today, 41);
    const context = contextOf({
      goal: { title, description: '' },
      start_date,
      target_date,
      timezone: 'UTC',
      dailyMinutes: 120,
      restDays: [0],
    });
    const made = finalizeProposal({ context, seed: randomUUID() }, null);
    if (!('plan' in made)) throw new Error(`No plan for "${title}": ${made.message}`);
    const [goal] = await query<{ id: string }>(
      `insert into public.goals (user_id, title, plan_status, plan_json, start_date, target_date, created_at)
       values ($1, $2, 'ready', $3, $4, $5, now() - make_interval(hours => $6)) returning id`,
      [userId, title, JSON.stringify(made.plan), start_date, target_date, n],
    );
    goalId ||= goal?.id ?? '';
    await query(
      `insert into public.tasks (user_id, goal_id, title, description, date, duration_minutes, week)
       select $1, $2, task ->> 'title', task ->> 'description', (task ->> 'date')::date,
         (task ->> 'duration_minutes')::integer, (week ->> 'week')::integer
       from jsonb_array_elements($3::jsonb -> 'weeks') week, jsonb_array_elements(week -> 'tasks') task`,
      [userId, goal?.id, JSON.stringify(made.plan)],
    );
  }

  const execution = {
    language: 'python',
    code: 'print(2**10)',
    stdout: '1024\n',
    stderr: '',
    results: [],
    error: null,
    duration_ms: 12,
  };
  await query(`insert into public.conversations (user_id, client_id) values ($1, 'read')`, [userId]);
  await query(
    `insert into public.chat_messages (user_id, conversation_id, content, status, requires_e2b, response, responded_at, execution)
     select user_id, id, 'What is 2**10?', 'done', true, 'It is 1024.', now(), $2 from public.conversations
     where user_id = $1 and client_id = 'read'`,
    [userId, JSON.stringify(execution)],
  );

  const sessionId = `sess_${randomUUID().replaceAll('-', '').slice(0, 26)}`;
  await query('insert into public.voice_sessions (id, user_id) values ($1, $2)', [sessionId, userId]);
  await query(
    `insert into public.voice_messages (session_id, user_id, role, content)
     select $1, $2, case when n % 2 = 0 then 'user' else 'assistant' end, 'Turn ' || n || ' of what was said in this session.'
     from generate_series(1, 60) n`,
    [sessionId, userId],
  );
  return { goalId, clientId: 'read', sessionId };
}

/**
 * Fills a database with what other people have: 10,000 of them, 100,000 goals, 1,000,000 tasks, 100,000 conversations and
 * 1,000,000 messages. Written past triggers and foreign keys, which it satisfies.
 */
export async function seedCrowd({ query }: ServedProject): Promise<void> {
  // One statement, so one connection: the setting holds for all of it.
  await query(`
    do $$
    begin
      perform set_config('session_replication_role', 'replica', true);
      create temp table person on commit drop as
        select n, gen_random_uuid() as id from generate_series(0, 9999) n;
      insert into auth.users (id, email) select id, n || '@seedCrowd.example' from person;
      insert into public.users (id, email) select id, n || '@seedCrowd.example' from person;
      create temp table goal on commit drop as
        select s.n, gen_random_uuid() as id, person.id as user_id
        from generate_series(0, 99999) s (n) join person on person.n = s.n % 10000;
      insert into public.goals (id, user_id, title, plan_status, plan_json, start_date, created_at)
        select id, user_id, 'Goal ' || n, 'ready', '{"weeks": []}', current_date, now() - make_interval(mins => n) from goal;
      insert into public.tasks (user_id, goal_id, title, status, date, duration_minutes, week)
        select user_id, id, 'Do part ' || part, case when part < 5 then 'done' else 'pending' end,
          current_date + part * 7 - 35, 30, part + 1
        from goal, generate_series(0, 9) part;
      create temp table talk on commit drop as
        select s.n, gen_random_uuid() as id, person.id as user_id
        from generate_series(0, 99999) s (n) join person on person.n = s.n % 10000;
      insert into public.conversations (id, user_id, client_id) select id, user_id, 'talk-' || n from talk;
      insert into public.chat_messages (conversation_id, user_id, content, status, response, responded_at)
        select id, user_id, 'Message ' || turn, 'done', 'Answer ' || turn, now() from talk, generate_series(1, 10) turn;
    end $$`);
  await query('vacuum analyze');
}
