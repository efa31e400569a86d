-- Everything that is a person's: its export and its erasure.

/* The tables that hold what is the caller's, each row with their user_id; a new table is in the export by being there. */
create function public.export_tables() returns text[]
language sql stable security invoker set search_path = '' as $$
  select array_agg(c.relname::text order by c.relname)
  from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id'
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(c.oid, 'select')
$$;
grant execute on function public.export_tables() to authenticated;

/*
 * A page of the caller's rows of a table, in the order of its primary key, after the row p_after: at most 1000 rows, and no
 * more once they exceed 2 MB. One that cannot be read is left out, counted, and said so in the log. → {rows, more, left_out}
 */
create function public.export_page(p_table text, p_after jsonb default null) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  v_key text;
  v_record record;
  v_rows text[] := '{}';
  v_bytes integer := 0;
  v_left_out integer := 0;
begin
  if p_table <> all (public.export_tables()) then
    raise undefined_table using message = format('there is no table %s to export', p_table);
  end if;
  select string_agg(format('%%1$s.%I', a.attname), ', ' order by k.position) into v_key
    from pg_catalog.pg_index i
    cross join unnest(i.indkey::smallint[]) with ordinality as k (attnum, position)
    join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indrelid = format('public.%I', p_table)::regclass and i.indisprimary;
  for v_record in execute format(
    'select t.* from public.%1$I t where t.user_id = (select auth.uid()) and ($1 is null or (%2$s) > (
      select %3$s from jsonb_populate_record(null::public.%1$I, $1) r)) order by %2$s limit 1000',
    p_table, format(v_key, 't'), format(v_key, 'r')) using p_after
  loop
    begin
      v_rows := v_rows || to_jsonb(v_record)::text;
      v_bytes := v_bytes + octet_length(v_rows[cardinality(v_rows)]);
    exception when others then
      raise warning 'a row of % cannot be read and is left out of an export: %', p_table, sqlerrm;
      v_left_out := v_left_out + 1;
    end;
    exit when v_bytes > 2000000;
  end loop;
  return jsonb_build_object(
    'rows', ('[' || array_to_string(v_rows, ',') || ']')::jsonb,
    'more', v_bytes > 2000000 or cardinality(v_rows) + v_left_out = 1000,
    'left_out', v_left_out);
end $$;
grant execute on function public.export_page(text, jsonb) to authenticated;

/*
 * Erases the caller: their account, and with it every row that is theirs. Security definer, for accounts belong to the auth
 * service; it acts on auth.uid() alone. False if they are gone.
 */
create function private.erase_person() returns boolean
language sql security definer set search_path = '' as $$
  with erased as (delete from auth.users where id = auth.uid() returning 1) select exists (select from erased)
$$;
grant execute on function private.erase_person() to authenticated;

create function public.delete_account() returns boolean
language sql security invoker set search_path = '' as $$
  select private.erase_person()
$$;
grant execute on function public.delete_account() to authenticated;
