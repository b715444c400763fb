-- The outbox: an event written with the change it tells of, and the job that reacts to it, queued by the same transaction.
-- graphile-worker's own schema is installed before these migrations (scripts/migrate.mjs).

CREATE FUNCTION app.queue_reaction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM graphile_worker.add_job('react', json_build_object('eventId', NEW.id), max_attempts := 10);
  RETURN NULL;
END $$;
CREATE TRIGGER queue_reaction AFTER INSERT ON outbox_event FOR EACH ROW EXECUTE FUNCTION app.queue_reaction();

-- The worker takes the role maillage_system on a login that owns nothing: it needs graphile-worker's tables by name.
-- Both schemas are missing only in the throw-away database where a new migration is computed.
DO $$
DECLARE t text;
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON public._prisma_migrations TO maillage_system; -- what /ready tells
  END IF;
  IF to_regnamespace('graphile_worker') IS NULL THEN RETURN; END IF;
  GRANT USAGE ON SCHEMA graphile_worker TO maillage_system;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO maillage_system;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO maillage_system;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO maillage_system;
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'graphile_worker' AND rowsecurity LOOP
    EXECUTE format('CREATE POLICY system ON graphile_worker.%I TO maillage_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
