-- Functions that look over the walls run as maillage_system, never as whoever migrated: a managed PostgreSQL gives no
-- superuser, and the owner of a table with forced row-level security sees nothing of it.
GRANT SELECT, INSERT, UPDATE, DELETE ON search.touched, search.commit TO maillage_system;
DO $$
DECLARE f regprocedure;
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app, search TO maillage_system;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('app', 'search') AND p.prosecdef LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maillage_system', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA app, search FROM maillage_system;
END $$;
