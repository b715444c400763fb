-- What the address service answered of a partner that stays at its commune's centre: too unsure to be believed, or nothing (no point).
-- Somebody looks at it (« position à vérifier »). One row an organisation, of its address as it was asked; it goes when the address
-- changes or the partner is placed, by whoever.
CREATE TABLE search.place_doubt (
  organisation_id uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
  line text NOT NULL,
  commune_code text NOT NULL,
  latitude double precision,
  longitude double precision,
  -- What was found (street, locality, municipality…), and how sure the service is of it, from 0 to 1.
  type text,
  score double precision,
  asked_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL) = (score IS NULL))
);
ALTER TABLE search.place_doubt ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.place_doubt FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON search.place_doubt TO maillage_system;
CREATE POLICY system ON search.place_doubt TO maillage_system USING (true) WITH CHECK (true);
-- Seen with the organisation: by the agencies that work with it, and their region.
GRANT SELECT ON search.place_doubt TO maillage_tenant;
CREATE POLICY seen ON search.place_doubt FOR SELECT TO maillage_tenant USING (EXISTS (SELECT FROM partnership p WHERE p.organisation_id = place_doubt.organisation_id
  AND (p.mission_locale_id = (SELECT app.mission_locale()) OR p.mission_locale_id = ANY ((SELECT app.region_agencies())::uuid[]))));

CREATE FUNCTION search.place_is_known() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public, pg_temp AS $$
BEGIN
  DELETE FROM search.place_doubt d USING new_rows n
  WHERE d.organisation_id = n.id AND (n.place_precision IN ('street', 'exact') OR (n.address_line, n.commune_code) IS DISTINCT FROM (d.line, d.commune_code));
  RETURN NULL;
END $$;
CREATE TRIGGER place_is_known AFTER UPDATE ON organisation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.place_is_known();

DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA search TO maillage_system;
  ALTER FUNCTION search.place_is_known() OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA search FROM maillage_system;
END $$;
