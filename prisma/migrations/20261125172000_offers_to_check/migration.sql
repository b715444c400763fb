-- What the address service answered of an offer's own place that stays at its commune's centre, as search.place_doubt says it of an
-- organisation: one row an offer of the agency, of its address as it was asked. It goes when the address changes or the offer is placed.
CREATE TABLE search.offer_place_doubt (
  mission_locale_id uuid NOT NULL,
  offer_id uuid NOT NULL,
  line text NOT NULL,
  commune_code text NOT NULL,
  latitude double precision,
  longitude double precision,
  type text,
  score double precision,
  asked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (mission_locale_id, offer_id),
  FOREIGN KEY (mission_locale_id, offer_id) REFERENCES offer (mission_locale_id, id) ON DELETE CASCADE,
  CHECK ((latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL) = (score IS NULL))
);
ALTER TABLE search.offer_place_doubt ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.offer_place_doubt FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON search.offer_place_doubt TO maillage_system;
CREATE POLICY system ON search.offer_place_doubt TO maillage_system USING (true) WITH CHECK (true);
-- Its own agency only: who reads a shared offer has nothing to check.
GRANT SELECT ON search.offer_place_doubt TO maillage_tenant;
CREATE POLICY own ON search.offer_place_doubt FOR SELECT TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale()));

CREATE FUNCTION search.offer_place_is_known() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public, pg_temp AS $$
BEGIN
  DELETE FROM search.offer_place_doubt d USING new_rows n
  WHERE d.mission_locale_id = n.mission_locale_id AND d.offer_id = n.id
    AND (n.place_precision IN ('street', 'exact') OR NOT n.has_own_place OR (n.address_line, n.commune_code) IS DISTINCT FROM (d.line, d.commune_code));
  RETURN NULL;
END $$;
CREATE TRIGGER place_is_known AFTER UPDATE ON offer REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.offer_place_is_known();

-- The point of an offer moves while its form is open: the service found it, a colleague put it right. The form sends no point and keeps
-- the one it finds, so nobody is told that somebody else changed the offer: its version stays when its point alone moves.
DROP TRIGGER touch ON offer;
CREATE TRIGGER touch BEFORE UPDATE ON offer FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.* AND ((OLD.latitude, OLD.longitude, OLD.place_precision) IS NOT DISTINCT FROM (NEW.latitude, NEW.longitude, NEW.place_precision)
  OR to_jsonb(OLD) - '{latitude,longitude,place_precision}'::text[] IS DISTINCT FROM to_jsonb(NEW) - '{latitude,longitude,place_precision}'::text[])) EXECUTE FUNCTION app.touch();

DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA search TO maillage_system;
  ALTER FUNCTION search.offer_place_is_known() OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA search FROM maillage_system;
END $$;
