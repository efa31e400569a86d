-- Gives Supabase's roles the password with which its services sign in.
\set password `echo "$POSTGRES_PASSWORD"`

alter role supabase_admin password :'password';
alter role supabase_auth_admin password :'password';
alter role authenticator password :'password';
