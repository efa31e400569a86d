-- Projects with Supabase's older default privileges open every sequence to everybody. Rows are numbered by the tables
-- themselves (identity columns), so nobody needs one, and what is made from here on is opened to nobody either.

revoke all on all sequences in schema public, private from public, anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke execute on functions from anon, authenticated;
