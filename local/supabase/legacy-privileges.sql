-- Default privileges of Supabase projects older than explicit grants: whatever a migration makes in public is open to
-- every role at once, and only row level security and explicit revokes stand in the way.

alter default privileges for role postgres in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on functions to anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on sequences to anon, authenticated, service_role;
