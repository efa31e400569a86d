-- What an MCP client asks for belongs to one conversation of the person's, whose client id is `mcp`.

/* Makes the conversation of a person's MCP clients if need be. It has no argument, so there is at most one. → its id */
create function private.open_mcp_conversation() returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid := (select id from public.conversations where user_id = auth.uid() and client_id = 'mcp');
begin
  if v_id is null and auth.uid() is not null then
    insert into public.conversations (user_id, client_id) values (auth.uid(), 'mcp')
      on conflict (user_id, client_id) do update set client_id = excluded.client_id
      returning id into v_id;
  end if;
  return v_id;
end $$;

create function public.open_mcp_conversation() returns uuid
language sql security invoker set search_path = '' as $$
  select private.open_mcp_conversation()
$$;

revoke execute on function private.open_mcp_conversation(), public.open_mcp_conversation()
  from public, anon, authenticated;
grant execute on function private.open_mcp_conversation(), public.open_mcp_conversation() to authenticated;
