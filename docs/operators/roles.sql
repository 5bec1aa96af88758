-- The program's rights on the tables, fewer than their owner's. Run by the owner after every migration:
--   DB_APP_PASSWORD=... psql "$OWNER_DATABASE_URL" --no-psqlrc --file docs/operators/roles.sql
-- It may be run again and again. It needs psql 15 or later.

\set ON_ERROR_STOP on
\getenv app_password DB_APP_PASSWORD

SELECT 'CREATE ROLE sendpath_app LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sendpath_app')
\gexec
ALTER ROLE sendpath_app PASSWORD :'app_password';

BEGIN;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO sendpath_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO sendpath_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO sendpath_app;
-- History can be read and added to. Its triggers refuse everything else; this takes away even the right to try,
-- and, since the tables are not the program's own, the right to drop the triggers.
REVOKE ALL ON ledger_entry, ledger_link, ledger_viewing FROM sendpath_app;
GRANT SELECT, INSERT ON ledger_entry, ledger_link, ledger_viewing TO sendpath_app;
-- Which migrations have run is the owner's affair.
REVOKE ALL ON django_migrations FROM sendpath_app;
GRANT SELECT ON django_migrations TO sendpath_app;
COMMIT;
