-- A second search engine holds a copy of the flat rows (search.partner, search.offer). What changed is noted here by the
-- transaction that changed it, so that a crash loses nothing; the worker sends it in batches and then forgets it.

-- One row while an engine keeps a copy; none when PostgreSQL is alone, and then nothing is noted.
CREATE TABLE search.engine (
  name text PRIMARY KEY,
  building_since timestamptz,
  built_at timestamptz,
  fed_at timestamptz,
  -- What the index in use was made with (search/settings.ts, search/documents.ts); another, and it is built anew.
  making text,
  -- The last thing that went wrong, for `npm run doctor`; empty once it goes again.
  failure text
);
CREATE TABLE search.changed (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('partner', 'offer')),
  mission_locale_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Sent to the index in use while another is being built, which still has to learn it.
  is_sent boolean NOT NULL DEFAULT false
);
CREATE INDEX changed_to_send ON search.changed (seq) WHERE NOT is_sent;

ALTER TABLE search.engine ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.engine FORCE ROW LEVEL SECURITY;
ALTER TABLE search.changed ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.changed FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON search.engine TO maillage_system USING (true) WITH CHECK (true);
CREATE POLICY system ON search.changed TO maillage_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON search.engine, search.changed TO maillage_system;

CREATE FUNCTION search.note_partners() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM search.engine) THEN
    INSERT INTO search.changed (kind, mission_locale_id, id) SELECT 'partner', mission_locale_id, partnership_id FROM changed_rows;
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION search.note_offers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM search.engine) THEN
    INSERT INTO search.changed (kind, mission_locale_id, id) SELECT 'offer', mission_locale_id, offer_id FROM changed_rows;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_insert AFTER INSERT ON search.partner REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.note_partners();
CREATE TRIGGER note_update AFTER UPDATE ON search.partner REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.note_partners();
CREATE TRIGGER note_delete AFTER DELETE ON search.partner REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.note_partners();
CREATE TRIGGER note_insert AFTER INSERT ON search.offer REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.note_offers();
CREATE TRIGGER note_update AFTER UPDATE ON search.offer REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.note_offers();
CREATE TRIGGER note_delete AFTER DELETE ON search.offer REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.note_offers();

DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA search TO maillage_system;
  ALTER FUNCTION search.note_partners() OWNER TO maillage_system;
  ALTER FUNCTION search.note_offers() OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA search FROM maillage_system;
END $$;
