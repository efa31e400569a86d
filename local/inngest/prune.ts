/** Removes what is over, so that a data folder does not grow for ever. */
import type { Database } from './database.ts';

/** The age up to which ended runs and routed events are kept: as long as event ids have to be known. */
const KEEP = '24 hours';
/** Rows removed in one statement, so that a long absence does not stop the work. */
const BATCH = 500;

const OBSOLETE = [
  `delete from runs where id in (select id from runs where ended_at < now() - interval '${KEEP}' limit ${BATCH})`,
  `delete from events where internal_id in
     (select internal_id from events where routed and received_at < now() - interval '${KEEP}' limit ${BATCH})`,
];

/** Deletes runs that ended, and events that were routed, more than 24 hours ago. */
export async function prune(db: Database): Promise<void> {
  for (const sql of OBSOLETE) {
    let removed = BATCH;
    while (removed === BATCH) removed = (await db.query(`${sql} returning 1`)).length;
  }
}
