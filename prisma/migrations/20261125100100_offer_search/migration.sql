-- Published offers as lists, maps and searches read them: one flat row an offer, with the name of who holds it, since the
-- partnership behind it stays private to its agency. The truth stays in the tables.

CREATE TABLE search.offer (
  mission_locale_id uuid NOT NULL,
  offer_id uuid NOT NULL,
  -- Who finds it: 'a:<agency>', 'r:<region>' or 'n' (the network).
  audience_key text COLLATE "C" NOT NULL,
  region_code text NOT NULL,
  kind offer_kind NOT NULL,
  origin offer_origin NOT NULL,
  title text NOT NULL,
  holder text NOT NULL,
  words tsvector NOT NULL,
  theme_codes text[] NOT NULL,
  romes text[] NOT NULL,
  contract text,
  working_time text,
  level text,
  experience text,
  service_type text,
  cost text,
  starts_on date,
  closes_on date,
  age_min int,
  age_max int,
  publics text[] NOT NULL,
  schemes text[] NOT NULL,
  reception_modes text[] NOT NULL,
  is_handicap_friendly boolean NOT NULL,
  zones text[] NOT NULL,
  places int,
  commune_code text,
  commune_name text,
  postcode text,
  departement_code text,
  latitude double precision,
  longitude double precision,
  place_precision place_precision,
  published_at timestamptz NOT NULL,
  confirmed_at timestamptz NOT NULL,
  PRIMARY KEY (mission_locale_id, offer_id),
  FOREIGN KEY (mission_locale_id, offer_id) REFERENCES offer (mission_locale_id, id) ON DELETE CASCADE
);
CREATE INDEX offer_by_date ON search.offer (audience_key, published_at, offer_id);
CREATE INDEX offer_by_kind ON search.offer (audience_key, kind, published_at, offer_id);
CREATE INDEX offer_by_place ON search.offer (audience_key, latitude) INCLUDE (longitude, offer_id, kind);
CREATE INDEX offer_by_words ON search.offer USING gin (words);
CREATE INDEX offer_by_romes ON search.offer USING gin (romes);

ALTER TABLE search.offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.offer FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON search.offer TO maillage_system;
CREATE POLICY system ON search.offer TO maillage_system USING (true) WITH CHECK (true);

-- The audiences that this transaction is of. A region reads the published offers of each of its agencies.
CREATE FUNCTION app.offer_audiences() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE
    WHEN app.mission_locale() IS NOT NULL THEN ARRAY['n', 'a:' || app.mission_locale(), 'r:' || (SELECT region_code FROM mission_locale WHERE id = app.mission_locale())]
    WHEN app.region() IS NOT NULL THEN ARRAY['n', 'r:' || app.region()] || (SELECT coalesce(array_agg('a:' || id), '{}') FROM mission_locale WHERE region_code = app.region())
    ELSE '{}' END
$$;
-- The window through which people look, its wall inside (see the migration "partner_list" for why a view).
CREATE VIEW search.offer_seen AS SELECT * FROM search.offer WHERE audience_key = ANY ((SELECT app.offer_audiences())::text[]);
GRANT SELECT ON search.offer_seen TO maillage_tenant;

-- Writes the rows of these offers (two arrays read together) from the truth of this instant; one that is no longer published,
-- or whose partner is archived, leaves. Weights: A the title, B trade, place and holder, C kind and contract, D the description.
CREATE FUNCTION search.refresh_offers(agencies uuid[], offers uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM search.offer s USING unnest(agencies, offers) AS w(agency, id)
  WHERE (s.mission_locale_id, s.offer_id) = (w.agency, w.id) AND NOT EXISTS (
    SELECT FROM offer f LEFT JOIN partnership p ON p.mission_locale_id = f.mission_locale_id AND p.id = f.partnership_id
    WHERE (f.mission_locale_id, f.id) = (w.agency, w.id) AND f.state = 'published' AND f.deleted_at IS NULL AND p.stage IS DISTINCT FROM 'archived');
  INSERT INTO search.offer AS s (mission_locale_id, offer_id, audience_key, region_code, kind, origin, title, holder, words, theme_codes, romes, contract, working_time, level, experience, service_type, cost,
    starts_on, closes_on, age_min, age_max, publics, schemes, reception_modes, is_handicap_friendly, zones, places, commune_code, commune_name, postcode, departement_code, latitude, longitude, place_precision, published_at, confirmed_at)
  SELECT f.mission_locale_id, f.id,
    CASE f.audience WHEN 'agency' THEN 'a:' || f.mission_locale_id WHEN 'region' THEN 'r:' || ml.region_code ELSE 'n' END,
    ml.region_code, f.kind, f.origin, f.title, coalesce(o.name, ml.name),
    setweight(to_tsvector('simple', app.norm(f.title)), 'A')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', trades.words, c.name, d.name, coalesce(f.postcode, o.postcode), c.departement_code, coalesce(o.name, ml.name), o.brand_name))), 'B')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', words_of.kind, f.contract, th.labels, f.schedule, f.duration))), 'C')
      || setweight(to_tsvector('simple', app.norm(left(concat_ws(' ', f.description, f.conditions), 4000))), 'D'),
    f.theme_codes, f.romes, f.contract, f.working_time, f.level, f.experience, f.service_type, f.cost, f.starts_on, f.closes_on, f.age_min, f.age_max,
    f.publics, f.schemes, f.reception_modes, f.is_handicap_friendly, f.zones, f.places,
    c.code, c.name, CASE WHEN f.has_own_place THEN f.postcode ELSE coalesce(o.postcode, site.postcode) END, c.departement_code,
    CASE WHEN f.has_own_place THEN f.latitude ELSE coalesce(o.latitude, site.latitude) END, CASE WHEN f.has_own_place THEN f.longitude ELSE coalesce(o.longitude, site.longitude) END,
    CASE WHEN f.has_own_place THEN f.place_precision WHEN o.id IS NOT NULL THEN o.place_precision ELSE 'commune' END,
    coalesce(f.published_at, f.state_since), coalesce(f.confirmed_at, f.published_at, f.state_since)
  FROM unnest(agencies, offers) AS w(agency, id)
  JOIN offer f ON (f.mission_locale_id, f.id) = (w.agency, w.id) AND f.state = 'published' AND f.deleted_at IS NULL
  JOIN mission_locale ml ON ml.id = f.mission_locale_id
  LEFT JOIN partnership p ON p.mission_locale_id = f.mission_locale_id AND p.id = f.partnership_id
  LEFT JOIN organisation o ON o.id = p.organisation_id
  LEFT JOIN LATERAL (SELECT * FROM site x WHERE x.mission_locale_id = f.mission_locale_id AND x.closed_at IS NULL ORDER BY x.is_main DESC, x.id LIMIT 1) site ON o.id IS NULL
  LEFT JOIN commune c ON c.code = CASE WHEN f.has_own_place THEN f.commune_code ELSE coalesce(o.commune_code, site.commune_code, CASE WHEN o.id IS NULL THEN ml.commune_code END) END
  LEFT JOIN departement d ON d.code = c.departement_code
  CROSS JOIN LATERAL (SELECT CASE f.kind WHEN 'job' THEN 'emploi' WHEN 'apprenticeship' THEN 'alternance apprentissage' WHEN 'immersion' THEN 'immersion pmsmp' WHEN 'internship' THEN 'stage'
    WHEN 'training' THEN 'formation' WHEN 'workshop' THEN 'atelier' WHEN 'mentoring' THEN 'parrainage' ELSE 'service' END AS kind) words_of
  CROSS JOIN LATERAL (SELECT string_agg(x.words, ' ') AS words FROM (SELECT label AS words FROM rome_job WHERE code = ANY (f.romes) UNION ALL SELECT search_label FROM rome_title WHERE job_code = ANY (f.romes)) x) trades
  CROSS JOIN LATERAL (SELECT string_agg(t.label, ' ') AS labels FROM theme t WHERE t.code = ANY (f.theme_codes)) th
  WHERE p.stage IS DISTINCT FROM 'archived'
  ON CONFLICT (mission_locale_id, offer_id) DO UPDATE SET
    audience_key = excluded.audience_key, region_code = excluded.region_code, kind = excluded.kind, origin = excluded.origin, title = excluded.title, holder = excluded.holder, words = excluded.words,
    theme_codes = excluded.theme_codes, romes = excluded.romes, contract = excluded.contract, working_time = excluded.working_time, level = excluded.level, experience = excluded.experience,
    service_type = excluded.service_type, cost = excluded.cost, starts_on = excluded.starts_on, closes_on = excluded.closes_on, age_min = excluded.age_min, age_max = excluded.age_max,
    publics = excluded.publics, schemes = excluded.schemes, reception_modes = excluded.reception_modes, is_handicap_friendly = excluded.is_handicap_friendly, zones = excluded.zones, places = excluded.places,
    commune_code = excluded.commune_code, commune_name = excluded.commune_name, postcode = excluded.postcode, departement_code = excluded.departement_code, latitude = excluded.latitude, longitude = excluded.longitude,
    place_precision = excluded.place_precision, published_at = excluded.published_at, confirmed_at = excluded.confirmed_at;
END $$;
REVOKE ALL ON FUNCTION search.refresh_offers(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.refresh_offers(uuid[], uuid[]) TO maillage_system;

CREATE FUNCTION search.offer_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM search.refresh_offers(array_agg(mission_locale_id ORDER BY mission_locale_id, id), array_agg(id ORDER BY mission_locale_id, id)) FROM new_rows HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER search_insert AFTER INSERT ON offer REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.offer_changed();
CREATE TRIGGER search_update AFTER UPDATE ON offer REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.offer_changed();

-- What an offer takes from its partner: a name, a place, whether it is archived.
CREATE FUNCTION search.offers_of_changed_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM search.refresh_offers(array_agg(f.mission_locale_id ORDER BY f.mission_locale_id, f.id), array_agg(f.id ORDER BY f.mission_locale_id, f.id))
  FROM new_rows n JOIN partnership p ON p.organisation_id = n.id JOIN offer f ON f.mission_locale_id = p.mission_locale_id AND f.partnership_id = p.id HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER search_offers_update AFTER UPDATE ON organisation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.offers_of_changed_organisation();
CREATE FUNCTION search.offers_of_changed_partnership() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM search.refresh_offers(array_agg(f.mission_locale_id ORDER BY f.mission_locale_id, f.id), array_agg(f.id ORDER BY f.mission_locale_id, f.id))
  FROM new_rows n JOIN old_rows o ON o.mission_locale_id = n.mission_locale_id AND o.id = n.id AND (o.stage, o.organisation_id) IS DISTINCT FROM (n.stage, n.organisation_id)
  JOIN offer f ON f.mission_locale_id = n.mission_locale_id AND f.partnership_id = n.id HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER search_offers_update AFTER UPDATE ON partnership REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.offers_of_changed_partnership();

-- The words of offers are known to the search as those of partners are.
CREATE OR REPLACE FUNCTION search.learn_words(since timestamptz DEFAULT '-infinity') RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = search, public AS $$
  WITH learnt AS (
    INSERT INTO search.word SELECT DISTINCT w FROM (
      SELECT words FROM search.partner WHERE updated_at >= since
      UNION ALL SELECT ts_filter(words, '{a,b,c}') FROM search.offer WHERE confirmed_at >= since) AS known, unnest(tsvector_to_array(known.words)) AS w
    WHERE length(w) BETWEEN 4 AND 30 AND w !~ '[0-9]' ORDER BY w ON CONFLICT DO NOTHING RETURNING 1)
  SELECT count(*) FROM learnt
$$;

DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app, search TO maillage_system;
  ALTER FUNCTION app.offer_audiences() OWNER TO maillage_system;
  ALTER FUNCTION search.refresh_offers(uuid[], uuid[]) OWNER TO maillage_system;
  ALTER FUNCTION search.offer_changed() OWNER TO maillage_system;
  ALTER FUNCTION search.offers_of_changed_organisation() OWNER TO maillage_system;
  ALTER FUNCTION search.offers_of_changed_partnership() OWNER TO maillage_system;
  ALTER VIEW search.offer_seen OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app, search FROM maillage_system;
END $$;
