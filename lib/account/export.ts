import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asCaller } from '../db/client.ts';
import { log } from '../log.ts';
import { usageByDay } from '../usage/store.ts';
import { getAccount } from './store.ts';

const Row = z.record(z.string(), z.json());
const Page = z.object({ rows: z.array(Row), more: z.boolean(), left_out: z.int() });
type Row = z.infer<typeof Row>;

/**
 * Returns everything that is the caller's, as one JSON object: the account, what it used by day, and a list of rows for each table.
 * It is read and sent page by page, so neither its size nor PostgREST's limit of 1000 rows matters. A row that cannot be read is
 * left out and logged. What else fails after the first page breaks the stream off: half an export must not look like a whole one.
 * @throws Problem when the first page cannot be read
 */
export async function exportAccount(caller: Caller): Promise<ReadableStream<Uint8Array>> {
  const parts = exportParts(caller);
  let next = await parts.next();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      if (next.done) return controller.close();
      controller.enqueue(encoder.encode(next.value));
      try {
        next = await parts.next();
      } catch (error) {
        log.error({ err: error, user_id: caller.userId }, 'an export broke off');
        throw error;
      }
    },
    async cancel() {
      await parts.return();
    },
  });
}

async function* exportParts(caller: Caller): AsyncGenerator<string, void, void> {
  const [account, tables] = await Promise.all([
    getAccount(caller),
    asCaller(caller, (db) => db.rpc('export_tables')).then((names) => z.array(z.string()).parse(names)),
  ]);
  const now = new Date().toISOString();
  // A day on either side: the days are those of the person's timezone.
  const from = new Date(Date.parse(account.created_at) - 86_400_000).toISOString().slice(0, 10);
  const to = new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 10);
  const usage = await usageByDay(caller, { from, to });
  yield `{"exported_at":${JSON.stringify(now)},"account":${JSON.stringify(account)},"usage":${JSON.stringify(usage)}`;
  for (const table of tables) {
    yield `,${JSON.stringify(table)}:[`;
    let separator = '';
    for await (const rows of pages(caller, table)) {
      yield separator + rows.map((row) => JSON.stringify(row, readable)).join(',');
      separator = ',';
    }
    yield ']';
  }
  yield '}\n';
}

/** A table's rows that are the caller's, page by page; no page is empty. */
async function* pages(caller: Caller, table: string): AsyncGenerator<Row[], void, void> {
  let after: Row | undefined;
  for (;;) {
    const { rows, more, left_out } = Page.parse(
      await asCaller(caller, (db) => db.rpc('export_page', { p_table: table, ...(after ? { p_after: after } : {}) })),
    );
    if (left_out > 0)
      log.error({ table, left_out, user_id: caller.userId }, 'an export is without rows that cannot be read');
    if (rows.length > 0) yield rows;
    after = rows.at(-1);
    if (!more || !after) return;
  }
}

/** Instants as everywhere in the API; PostgreSQL writes them with microseconds and an offset. */
function readable(_key: string, value: unknown): unknown {
  const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$/.test(value);
  return isInstant ? new Date(value).toISOString() : value;
}
