-- The demo person of `npm run dev`. Nobody can sign in with a password until one is set.
insert into auth.users (id, email, raw_user_meta_data, email_confirmed_at)
values ('00000000-0000-4000-8000-000000000001', 'demo@flux.local', '{"name": "Demo"}', now())
on conflict (id) do nothing;
