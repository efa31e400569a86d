import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { careFor } from '../care/person.ts';
import type { CareReading } from '../care/schema.ts';
import { asCaller } from '../db/client.ts';
import { unwrapWrite } from '../db/write-result.ts';
import type { Cursor } from '../http/paging.ts';
import { Problem } from '../problem.ts';
import {
  type Goal,
  type GoalChanges,
  type GoalInput,
  type PlanAnswers,
  type PlanWishes,
  StoredGoal,
} from './schema.ts';

/**
 * Creates a goal and owes its planning, in one round trip. In a crisis nothing is planned, and `care` says where help is.
 * @throws Problem `invalid` for a target date that no plan can have; the problems of every creating request
 */
export async function createGoal(caller: Caller, input: GoalInput): Promise<Goal> {
  const care = await careFor(caller, wordsOf(input));
  const answer = await asCaller(caller, (db) =>
    db.rpc('create_goal', {
      p_title: input.title,
      p_description: input.description ?? '',
      p_target_date: input.target_date ?? undefined,
      p_request: caller.idempotency,
      ...(care ? { p_care: care } : {}),
    }),
  );
  return unwrapWrite(caller, answer, StoredGoal);
}

/** Returns what a goal says, as care reads it. */
function wordsOf({ title, description }: { title: string; description?: string | null }): string {
  return `${title}\n${description ?? ''}`;
}

/**
 * Returns one goal of the caller's.
 * @throws Problem `not_found` for a goal that does not exist or is somebody else's
 */
export async function getGoal(caller: Caller, id: string): Promise<Goal> {
  const row = await asCaller(caller, (db) => db.from('goal_details').select().eq('id', id).maybeSingle());
  if (!row) throw noSuchGoal();
  return StoredGoal.parse(row);
}

/**
 * Changes a goal of the caller's. A new target date, or becoming active again, plans it again.
 * @throws Problem `not_found`; `invalid` for a target date that no plan can have; `conflict` for a target date where the
 *   goal is not active; the problems of every creating request
 */
export async function changeGoal(caller: Caller, id: string, changes: GoalChanges): Promise<Goal> {
  const said = [changes.title, changes.description].filter((words) => words !== undefined).join('\n');
  const care = await careFor(caller, said);
  const goal = await writeChanges(caller, id, { ...changes, ...(care ? { care } : {}) }, caller.idempotency);
  if (said === '') return goal;
  // The words that stayed are read with the new ones, and what was said of words that are gone goes.
  const whole = await careFor(caller, wordsOf(goal));
  return whole?.message === goal.care?.message ? goal : writeChanges(caller, id, { care: whole }, {});
}

/** @throws Problem `not_found`; those of {@link changeGoal} */
async function writeChanges(
  caller: Caller,
  id: string,
  changes: GoalChanges & { care?: CareReading | null },
  request: Caller['idempotency'],
): Promise<Goal> {
  const answer = await asCaller(caller, (db) =>
    db.rpc('change_goal', { p_goal_id: id, p_changes: changes, p_request: request }),
  );
  if (answer === null) throw noSuchGoal();
  return unwrapWrite(caller, answer, StoredGoal);
}

/**
 * Plans a goal of the caller's again, from today on; what is done stays.
 * @throws Problem `not_found`; `conflict` where the goal is not active; the problems of every creating request
 */
export async function planGoal(caller: Caller, id: string, { instructions }: PlanWishes): Promise<Goal> {
  const answer = await asCaller(caller, (db) =>
    db.rpc('plan_goal', {
      p_goal_id: id,
      p_instructions: instructions ?? undefined,
      p_request: caller.idempotency,
    }),
  );
  if (answer === null) throw noSuchGoal();
  return unwrapWrite(caller, answer, StoredGoal);
}

/**
 * Answers questions of a goal's plan, which is then planned again with the answers.
 * @throws Problem `not_found`; `invalid` for a question that the plan has not asked; `conflict` where the goal is not active;
 *   the problems of every creating request
 */
export async function answerGoal(caller: Caller, id: string, { answers }: PlanAnswers): Promise<Goal> {
  const answer = await asCaller(caller, (db) =>
    db.rpc('answer_goal', { p_goal_id: id, p_answers: answers, p_request: caller.idempotency }),
  );
  if (answer === null) throw noSuchGoal();
  return unwrapWrite(caller, answer, StoredGoal);
}

/**
 * Takes the proposed change of a goal's plan, which is then planned again with it, or leaves it.
 * @throws Problem `not_found`; `conflict` where there is no proposal; the problems of every creating request
 */
export async function decideProposal(caller: Caller, id: string, accept: boolean): Promise<Goal> {
  const answer = await asCaller(caller, (db) =>
    db.rpc('decide_proposal', { p_goal_id: id, p_accept: accept, p_request: caller.idempotency }),
  );
  if (answer === null) throw noSuchGoal();
  return unwrapWrite(caller, answer, StoredGoal);
}

/**
 * Deletes a goal of the caller's with its tasks.
 * @throws Problem `not_found`
 */
export async function deleteGoal(caller: Caller, id: string): Promise<void> {
  const answer = await asCaller(caller, (db) => db.rpc('delete_goal', { p_goal_id: id }));
  if (answer === null) throw noSuchGoal();
  unwrapWrite(caller, answer, z.object({}));
}

/** Returns the same for a goal that does not exist and for somebody else's. */
function noSuchGoal(): Problem {
  return new Problem('not_found', 'There is no such goal.');
}

/** Returns a page of the caller's goals, newest first, and where it ends if there is more. */
export async function listGoals(
  caller: Caller,
  filter: { status?: Goal['status']; limit: number; cursor?: Cursor },
): Promise<{ goals: Goal[]; next?: Cursor }> {
  const { status, limit, cursor } = filter;
  const rows = await asCaller(caller, (db) => {
    let query = db.from('goal_details').select().eq('user_id', caller.userId);
    if (status) query = query.eq('status', status);
    if (cursor) {
      const { createdAt, id } = cursor;
      // The first condition bounds the index scan, the second one orders equal instants.
      query = query
        .lte('created_at', createdAt)
        .or(`created_at.lt."${createdAt}",and(created_at.eq."${createdAt}",id.lt.${id})`);
    }
    return query
      .order('created_at', { ascending: false })
      .order('id', { ascending: false })
      .limit(limit + 1);
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last?.created_at && last.id;
  return {
    goals: page.map((row) => StoredGoal.parse(row)),
    ...(more ? { next: { createdAt: String(last.created_at), id: String(last.id) } } : {}),
  };
}
