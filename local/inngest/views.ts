/** Views of runs and events for people, tests and the REST API. */
import type { Database } from './database.ts';
import type { InngestEvent, RunStatus } from './protocol.ts';

/** One call to the app. */
export interface AttemptView {
  /** The step that was asked for, or `step` where the function was looked at for what comes next. */
  step: string;
  attempt: number;
  /** The operations reported, `completed`, or `error: …`. */
  answer: string;
  duration_ms: number;
}

export interface RunView {
  run_id: string;
  function_id: string;
  status: RunStatus;
  /** The runner's id of the event that started the run. */
  event_id: string;
  events: InngestEvent[];
  /** The result of a completed run; the error of another. */
  output: unknown;
  run_started_at: Date;
  ended_at: Date | null;
  trace: AttemptView[];
}

export interface EventView {
  internal_id: string;
  event: InngestEvent;
  received_at: Date;
  routed: boolean;
}

const LIST_MAX = 1000;

/** Returns the newest runs, oldest first. */
export async function listRuns(db: Database): Promise<RunView[]> {
  const rows = await db.query<RunView>(
    `select id as run_id, function_id, status, event_ids[1] as event_id, events,
       coalesce(error, output) as output, created_at as run_started_at, ended_at,
       (select coalesce(json_agg(json_build_object(
           'step', step, 'attempt', attempt, 'answer', answer, 'duration_ms', duration_ms) order by seq), '[]')
         from attempts where run_id = runs.id) as trace
     from runs order by id desc limit ${LIST_MAX}`,
  );
  return rows.reverse();
}

/** Returns the newest events, oldest first. */
export async function listEvents(db: Database): Promise<EventView[]> {
  const rows = await db.query<EventView>(
    `select internal_id, event, received_at, routed from events order by seq desc limit ${LIST_MAX}`,
  );
  return rows.reverse();
}
