import type { TestStack } from '../support/stack.ts';

/** What a signed-in person can write, by what the database's catalogue says: columns, and functions with their arguments. */

export type Column = { table: string; column: string; type: string; owner: string };

/** Returns the columns that people may insert or update. */
export function writableColumns({ supabase }: TestStack): Promise<Column[]> {
  return supabase.query<Column>(
    `select c.oid::regclass::text as table, quote_ident(a.attname) as column, format_type(a.atttypid, null) as type,
       case when c.relname = 'users' then 'id' else 'user_id' end as owner
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and (has_column_privilege('authenticated', c.oid, a.attnum, 'insert')
         or has_column_privilege('authenticated', c.oid, a.attnum, 'update'))
     order by 1, a.attnum`,
  );
}

export type Routine = { name: string; arguments: { name: string; type: string }[] };

/** Returns the functions that people may call. */
export function callableRoutines({ supabase }: TestStack): Promise<Routine[]> {
  return supabase.query<Routine>(
    `select proname as name, coalesce((
       select jsonb_agg(jsonb_build_object('name', proargnames[n], 'type', format_type(type, null)) order by n)
       from unnest(proargtypes::oid[]) with ordinality as a (type, n)), '[]') as arguments
     from pg_proc where pronamespace = 'public'::regnamespace and has_function_privilege('authenticated', oid, 'execute')
     order by proname`,
  );
}
