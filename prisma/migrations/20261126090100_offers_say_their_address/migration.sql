-- A workshop of the agency takes place at its main site: its page, the comparison and the mail to a youth say the address, and so does the offer of a partner
-- that another agency may read. What an organisation has by way of address is common to the network.
ALTER TABLE search.offer ADD COLUMN address_line text;
CREATE OR REPLACE VIEW search.offer_seen AS SELECT * FROM search.offer WHERE audience_key = ANY ((SELECT app.offer_audiences())::text[]);

-- As in the migration "domains_count_as_titles", with the address.
CREATE OR REPLACE FUNCTION search.refresh_offers(agencies uuid[], offers uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM search.offer s USING unnest(agencies, offers) AS w(agency, id)
  WHERE (s.mission_locale_id, s.offer_id) = (w.agency, w.id) AND NOT EXISTS (
    SELECT FROM offer f LEFT JOIN partnership p ON p.mission_locale_id = f.mission_locale_id AND p.id = f.partnership_id
    WHERE (f.mission_locale_id, f.id) = (w.agency, w.id) AND f.state = 'published' AND f.deleted_at IS NULL AND p.stage IS DISTINCT FROM 'archived');
  INSERT INTO search.offer AS s (mission_locale_id, offer_id, audience_key, region_code, kind, origin, title, holder, words, theme_codes, romes, contract, working_time, level, experience, service_type, cost,
    starts_on, closes_on, age_min, age_max, publics, schemes, reception_modes, is_handicap_friendly, zones, places, address_line, commune_code, commune_name, postcode, departement_code, latitude, longitude, place_precision, published_at, confirmed_at)
  SELECT f.mission_locale_id, f.id,
    CASE f.audience WHEN 'agency' THEN 'a:' || f.mission_locale_id WHEN 'region' THEN 'r:' || ml.region_code ELSE 'n' END,
    ml.region_code, f.kind, f.origin, f.title, coalesce(o.name, f.holder_name, ml.name),
    setweight(to_tsvector('simple', app.norm(concat_ws(' ', f.title, CASE WHEN f.kind = 'service' THEN th.labels END, search.words_of_codes(f.romes)))), 'A')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', trades.words, c.name, d.name, coalesce(f.postcode, o.postcode), c.departement_code, coalesce(o.name, f.holder_name, ml.name), o.brand_name, f.prepares, search.words_of_thematiques(f.thematiques)))), 'B')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', words_of.kind, f.contract, CASE WHEN f.kind <> 'service' THEN th.labels END, f.schedule, f.duration, array_to_string(f.romes, ' ')))), 'C')
      || setweight(to_tsvector('simple', app.norm(left(concat_ws(' ', f.description, f.conditions), 4000))), 'D'),
    f.theme_codes, f.romes, f.contract, f.working_time, f.level, f.experience, f.service_type, f.cost, f.starts_on, f.closes_on, f.age_min, f.age_max,
    f.publics, f.schemes, f.reception_modes, f.is_handicap_friendly, f.zones, f.places,
    CASE WHEN f.has_own_place THEN f.address_line WHEN o.id IS NOT NULL THEN o.address_line ELSE site.address_line END, c.code, c.name, CASE WHEN f.has_own_place THEN f.postcode ELSE coalesce(o.postcode, site.postcode) END, c.departement_code,
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
    address_line = excluded.address_line, commune_code = excluded.commune_code, commune_name = excluded.commune_name, postcode = excluded.postcode, departement_code = excluded.departement_code, latitude = excluded.latitude, longitude = excluded.longitude,
    place_precision = excluded.place_precision, published_at = excluded.published_at, confirmed_at = excluded.confirmed_at;
END $$;

-- An agency that moves takes its own offers along, and gives them its name.
CREATE FUNCTION search.offers_of_changed_agency() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  agency uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
BEGIN
  PERFORM search.refresh_offers(array_agg(f.mission_locale_id ORDER BY f.id), array_agg(f.id ORDER BY f.id)) FROM offer f
  WHERE f.mission_locale_id = agency AND f.partnership_id IS NULL AND f.origin = 'agency' AND f.state = 'published' HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER search_offers_insert AFTER INSERT ON site FOR EACH ROW EXECUTE FUNCTION search.offers_of_changed_agency('mission_locale_id');
CREATE TRIGGER search_offers_update AFTER UPDATE ON site FOR EACH ROW
  WHEN ((OLD.address_line, OLD.postcode, OLD.commune_code, OLD.latitude, OLD.longitude, OLD.is_main, OLD.closed_at) IS DISTINCT FROM (NEW.address_line, NEW.postcode, NEW.commune_code, NEW.latitude, NEW.longitude, NEW.is_main, NEW.closed_at))
  EXECUTE FUNCTION search.offers_of_changed_agency('mission_locale_id');
CREATE TRIGGER search_offers_update AFTER UPDATE ON mission_locale FOR EACH ROW
  WHEN ((OLD.name, OLD.commune_code, OLD.region_code) IS DISTINCT FROM (NEW.name, NEW.commune_code, NEW.region_code)) EXECUTE FUNCTION search.offers_of_changed_agency('id');

DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA search TO maillage_system;
  ALTER FUNCTION search.offers_of_changed_agency() OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA search FROM maillage_system;
END $$;

-- Those that are published learn it.
UPDATE search.offer s SET address_line = CASE WHEN f.has_own_place THEN f.address_line WHEN o.id IS NOT NULL THEN o.address_line ELSE x.address_line END
FROM offer f LEFT JOIN partnership p ON p.mission_locale_id = f.mission_locale_id AND p.id = f.partnership_id LEFT JOIN organisation o ON o.id = p.organisation_id
  LEFT JOIN LATERAL (SELECT * FROM site y WHERE y.mission_locale_id = f.mission_locale_id AND y.closed_at IS NULL ORDER BY y.is_main DESC, y.id LIMIT 1) x ON o.id IS NULL
WHERE (s.mission_locale_id, s.offer_id) = (f.mission_locale_id, f.id);
