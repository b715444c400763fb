-- What the map shows is kept in memory between two readings: this says when it has changed. Rows are only added, so that two people
-- who save at the same time never wait for one another; a reader sums what it sees of its own keys, and a change that is kept
-- later than a greater number still moves the sum.
CREATE TABLE search.map_change (
  -- 'p:<agency>', 'p:<region>' for partners; the audience of offers ('o:a:<agency>', 'o:r:<region>', 'o:n').
  key text COLLATE "C" NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (key, id)
);
CREATE INDEX map_change_by_age ON search.map_change (at);
ALTER TABLE search.map_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.map_change FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON search.map_change TO maillage_system;
CREATE POLICY system ON search.map_change TO maillage_system USING (true) WITH CHECK (true);

CREATE FUNCTION search.partners_moved_on_map() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public AS $$
BEGIN
  INSERT INTO search.map_change (key) SELECT DISTINCT 'p:' || k FROM changed, unnest(ARRAY[mission_locale_id::text, region_code]) AS k;
  RETURN NULL;
END $$;
CREATE TRIGGER map_insert AFTER INSERT ON search.partner REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.partners_moved_on_map();
CREATE TRIGGER map_update AFTER UPDATE ON search.partner REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.partners_moved_on_map();
CREATE TRIGGER map_delete AFTER DELETE ON search.partner REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.partners_moved_on_map();

CREATE FUNCTION search.offers_moved_on_map() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public AS $$
BEGIN
  -- An agency's own offers are read by its region too, under the agency's key.
  INSERT INTO search.map_change (key) SELECT DISTINCT 'o:' || audience_key FROM changed;
  RETURN NULL;
END $$;
-- An offer that changes its audience leaves one and comes into another: both are told.
CREATE FUNCTION search.offers_changed_on_map() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public AS $$
BEGIN
  INSERT INTO search.map_change (key) SELECT 'o:' || audience_key FROM was UNION SELECT 'o:' || audience_key FROM changed;
  RETURN NULL;
END $$;
CREATE TRIGGER map_insert AFTER INSERT ON search.offer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.offers_moved_on_map();
CREATE TRIGGER map_update AFTER UPDATE ON search.offer REFERENCING OLD TABLE AS was NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.offers_changed_on_map();
CREATE TRIGGER map_delete AFTER DELETE ON search.offer REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.offers_moved_on_map();

-- The state of what this transaction may see: partners of its agency or region, or offers of its audiences.
CREATE FUNCTION app.map_version(what text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = search, public AS $$
  SELECT coalesce(max(id), 0) || '-' || coalesce(sum(id), 0) FROM search.map_change
  WHERE key = ANY (CASE what WHEN 'offers' THEN ARRAY(SELECT 'o:' || a FROM unnest(app.offer_audiences()) AS a) ELSE ARRAY['p:' || coalesce(app.mission_locale()::text, app.region())] END)
$$;
GRANT EXECUTE ON FUNCTION app.map_version(text) TO maillage_tenant;

-- Offers in a rectangle, whether they are still shown, and nothing else to read.
DROP INDEX search.offer_by_place;
CREATE INDEX offer_by_place ON search.offer (audience_key, latitude, longitude) INCLUDE (confirmed_at, origin, mission_locale_id, offer_id);

DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app, search TO maillage_system;
  ALTER FUNCTION search.partners_moved_on_map() OWNER TO maillage_system;
  ALTER FUNCTION search.offers_moved_on_map() OWNER TO maillage_system;
  ALTER FUNCTION search.offers_changed_on_map() OWNER TO maillage_system;
  ALTER FUNCTION app.map_version(text) OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app, search FROM maillage_system;
END $$;
