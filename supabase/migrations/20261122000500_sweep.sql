-- The sweep: starts again what stands still, and removes what is no longer needed.

/*
 * Owes the planning again of every goal that has waited for it for over two minutes with nothing in the outbox for it; after
 * five times it ends as failed, for which p_words are said. One that cannot be handled is left out and said so in the log.
 */
create function private.restart_planning(p_words text, out restarted integer, out failed integer)
language plpgsql set search_path = '' as $$
declare
  v_goal public.goals;
begin
  select 0, 0 into restarted, failed;
  for v_goal in
    select * from public.goals g
    where plan_status in ('pending', 'planning') and status = 'active' and updated_at < now() - interval '2 minutes'
      -- Goals of one person are planned one after the other: those that wait for one at work do not stand still.
      and not exists (
        select from public.goals at_work
        where at_work.user_id = g.user_id and at_work.plan_status = 'planning'
          and at_work.updated_at >= now() - interval '5 minutes')
      and not exists (
        select from private.outbox o where o.user_id = g.user_id and o.sent_at is null and o.data ->> 'goal_id' = g.id::text)
    order by updated_at limit 200 for update skip locked
  loop
    begin
      if v_goal.plan_restarts >= 5 then
        perform public.fail_planning(v_goal.id, v_goal.plan_request_id, p_words);
        failed := failed + 1;
      else
        update public.goals set plan_restarts = plan_restarts + 1, updated_at = now() where id = v_goal.id;
        perform private.owe_plan(v_goal.id);
        restarted := restarted + 1;
      end if;
    exception when others then
      raise warning 'goal % cannot be started again: %', v_goal.id, sqlerrm;
      update public.goals set updated_at = now() where id = v_goal.id;
    end;
  end loop;
end $$;
grant execute on function private.restart_planning(text) to service_role;

/*
 * The same of messages, but only the first unfinished one of a conversation: the others wait for it. The conversation is what
 * is locked, as by everything that changes a message.
 */
create function private.restart_messages(p_words text, out restarted integer, out failed integer)
language plpgsql set search_path = '' as $$
declare
  v_message public.chat_messages;
begin
  select 0, 0 into restarted, failed;
  for v_message in
    select m.* from public.chat_messages m join public.conversations c on c.id = m.conversation_id
    where m.status in ('queued', 'running') and m.updated_at < now() - interval '2 minutes'
      and not exists (
        select from public.chat_messages before
        where before.conversation_id = m.conversation_id and before.position < m.position
          and before.status in ('queued', 'running'))
      and not exists (
        select from private.outbox o where o.user_id = m.user_id and o.sent_at is null and o.data ->> 'message_id' = m.id::text)
    order by m.updated_at limit 200 for no key update of c skip locked
  loop
    -- Another run that had the lock may have gone on with it.
    perform from public.chat_messages where id = v_message.id and updated_at = v_message.updated_at;
    continue when not found;
    begin
      if v_message.restarts >= 5 then
        perform public.finish_message(v_message.id, 'failed', p_words);
        failed := failed + 1;
      else
        update public.chat_messages set restarts = restarts + 1, run_id = null, updated_at = now() where id = v_message.id;
        perform private.owe_work(v_message.id);
        restarted := restarted + 1;
      end if;
    exception when others then
      raise warning 'message % cannot be started again: %', v_message.id, sqlerrm;
      update public.chat_messages set updated_at = now() where id = v_message.id;
    end;
  end loop;
end $$;
grant execute on function private.restart_messages(text) to service_role;

/*
 * Starts again what stands still, goals and messages. Consumers are idempotent, so one that was alive after all takes no harm.
 * One that is given up fails with p_plan_words or p_message_words.
 * → {restarted, failed}
 */
create function public.restart_stalled(p_plan_words text, p_message_words text) returns jsonb
language sql security invoker set search_path = '' as $$
  select jsonb_build_object('restarted', sum(restarted), 'failed', sum(failed)) from (
    select * from private.restart_planning(p_plan_words)
    union all select * from private.restart_messages(p_message_words)) parts
$$;
grant execute on function public.restart_stalled(text, text) to service_role;

/*
 * Removes up to p_limit rows of a table for which p_is_over holds, first those that come first by p_age. Where one of them
 * cannot be removed, each is tried by itself; one that cannot is left out and said so in the log. → how many went
 */
create function private.prune_table(p_table regclass, p_age text, p_is_over text, p_limit integer) returns integer
language plpgsql set search_path = '' as $$
declare
  v_rows tid[];
  v_row tid;
  v_gone integer;
begin
  execute format('select array(select ctid from %s where %s order by %s limit %s)', p_table, p_is_over, p_age, p_limit)
    into v_rows;
  begin
    execute format('delete from %s where ctid = any ($1)', p_table) using v_rows;
    get diagnostics v_gone = row_count;
  exception when others then
    v_gone := 0;
    foreach v_row in array v_rows loop
      begin
        execute format('delete from %s where ctid = $1', p_table) using v_row;
        v_gone := v_gone + 1;
      exception when others then
        raise warning 'a row of % cannot be removed and is left out: %', p_table, sqlerrm;
      end;
    end loop;
  end;
  return v_gone;
end $$;
grant execute on function private.prune_table(regclass, text, text, integer) to service_role;

/* Removes up to p_limit rows of each kind that have served their time. → how many went */
create function public.prune(p_limit integer) returns integer
language sql security invoker set search_path = '' as $$
  select sum(private.prune_table(name::regclass, age, is_over, p_limit))::integer from (values
    ('private.outbox', 'sent_at', $over$sent_at < now() - interval '2 days'$over$),
    ('private.idempotency_keys', 'created_at', $over$created_at < now() - interval '24 hours'$over$),
    -- A bucket that has not been touched for a day is full again.
    ('private.rate_buckets', 'refilled_at', $over$refilled_at < now() - interval '1 day'$over$),
    ('public.chat_events', 'created_at', $over$created_at < now() - interval '7 days'$over$),
    ('private.streams', 'leased_until', $over$leased_until < now()$over$),
    -- Nobody could be reminded of what is two days old.
    ('private.reminders', 'remind_at', $over$remind_at < now() - interval '2 days'$over$)) kinds (name, age, is_over)
$$;
grant execute on function public.prune(integer) to service_role;
