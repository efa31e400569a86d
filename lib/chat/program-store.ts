import { z } from 'zod';
import { asService } from '../db/client.ts';
import type { UsageEntry } from '../usage/store.ts';
import { Execution } from './schema.ts';
import type { CallResult } from './thought.ts';
import type { Work } from './work.ts';

const Begun = z
  .object({
    /** What became of this program before: finished or interrupted by an earlier attempt, or new. */
    state: z.enum(['new', 'interrupted', 'finished']),
    code: z.string(),
    sandbox_id: z.string().nullable(),
    /** The conversation had a sandbox that is gone, and its variables with it. */
    sandbox_lost: z.boolean(),
    execution: Execution.nullable(),
    /** The person's files, and whether the conversation's sandbox has been given each. */
    files: z.array(z.object({ id: z.guid(), name: z.string(), in_sandbox: z.boolean() })),
  })
  .nullable();
export type BegunProgram = NonNullable<z.infer<typeof Begun>>;

/** A chart, table or file for the person. */
export type Artifact = { id: string; name: string; mime: string; base64: string };

/** What was learned of a sandbox and what its use cost, whatever became of the message. */
export type SandboxUse = { user_id: string; sandbox_id: string; sandbox_lost: boolean; usage: UsageEntry };

/**
 * Notes which program a message is to run, the `index`-th from 0, and tells live clients.
 * @returns null when the message is no longer this run's
 */
export async function beginProgram(work: Work, index: number, code: string): Promise<BegunProgram | null> {
  return Begun.parse(
    await asService((db) =>
      db.rpc('begin_program', { p_message_id: work.messageId, p_run_id: work.runId, p_index: index, p_code: code }),
    ),
  );
}

/**
 * Marks a program as started in a sandbox, which becomes the conversation's and holds the person's files `fileIds`.
 * @returns false when it must not run any more
 */
export async function startProgram(
  work: Work,
  programId: string,
  { sandboxId, fileIds }: { sandboxId: string; fileIds: string[] },
): Promise<boolean> {
  return asService((db) =>
    db.rpc('start_program', {
      p_message_id: work.messageId,
      p_run_id: work.runId,
      p_program_id: programId,
      p_sandbox_id: sandboxId,
      p_file_ids: fileIds,
    }),
  );
}

/**
 * Keeps what a program did and left behind, also as the result of its call in a round, and tells live clients.
 * @returns false when the message is no longer this run's
 */
export async function finishProgram(
  work: Work,
  programId: string,
  use: SandboxUse,
  execution: Execution,
  artifacts: Artifact[],
  round: number,
  result: CallResult,
): Promise<boolean> {
  return asService((db) =>
    db.rpc('finish_program', {
      p_message_id: work.messageId,
      p_run_id: work.runId,
      p_program_id: programId,
      p_run: { ...use, usage: { ...use.usage, message_id: work.messageId } },
      p_execution: execution,
      p_artifacts: artifacts,
      p_events: execution.results.map((each) => ({ type: 'result', data: each })),
      p_result: { ...result, round },
    }),
  );
}
