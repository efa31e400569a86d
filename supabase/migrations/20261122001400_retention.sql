-- Upkeep of tables whose rows come, change and go.

create index streams_age on private.streams (leased_until);

-- Rows of these are written, changed once or twice and deleted: space is taken back before scans have to pass it by.
alter table private.outbox set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table private.rate_buckets set (autovacuum_vacuum_scale_factor = 0.02);
alter table public.chat_events set (autovacuum_vacuum_scale_factor = 0.05);
-- Room on the page for the row's next version: these are updated with every event and every step.
alter table public.conversations set (fillfactor = 85);
alter table public.chat_messages set (fillfactor = 85);
