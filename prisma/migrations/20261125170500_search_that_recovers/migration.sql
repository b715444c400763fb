-- Is an index being built at this moment? Whoever builds holds this lock until the end of its transaction: PostgreSQL lets go of it when the
-- process dies, whatever the way, so that `building_since` alone is never believed.
CREATE FUNCTION search.is_building() RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND (classid::bigint << 32 | objid::bigint) = hashtextextended('search rebuild', 0)) $$;

-- What the engine refused to write, one by one: set aside, so that one document never stops the others. Forgotten once a later
-- version of it is written, or gone, or the index built anew.
CREATE TABLE search.refused (
  kind text NOT NULL CHECK (kind IN ('partner', 'offer')),
  mission_locale_id uuid NOT NULL,
  id uuid NOT NULL,
  -- The engine's code (`payload_too_large`…), never its sentence, which may quote the document.
  why text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (mission_locale_id, kind, id)
);
ALTER TABLE search.refused ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.refused FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON search.refused TO maillage_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON search.refused TO maillage_system;
