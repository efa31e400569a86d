-- The tables that Supabase Realtime tells clients of: rows that are added and changed, each to whom row level security lets read it.
-- Deletions are not filtered by it, so they are not published.

do $$
begin
  if not exists (select from pg_catalog.pg_publication where pubname = 'supabase_realtime') then
    create publication supabase_realtime;
  end if;
end $$;
alter publication supabase_realtime set (publish = 'insert, update');
alter publication supabase_realtime set table public.goals, public.tasks, public.chat_messages, public.chat_events;
