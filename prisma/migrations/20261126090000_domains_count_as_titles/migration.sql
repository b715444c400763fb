-- Whoever looks for « vente » or « commerce » wants the trades of that domain (ROME), before a purchaser whose titles happen to say the word.

-- « Restauration » stood with the whole of G, with tourism; who travels to sell is a « VRP », whatever the word of the official titles.
UPDATE search.word_of_code SET words = words || ' restauration' WHERE code_start IN ('G16', 'G18');
-- Banks, insurers and estate agents are one letter, and three domains.
INSERT INTO search.word_of_code VALUES ('C11', 'assurance'), ('C12', 'banque'), ('C15', 'immobilier');
INSERT INTO search.word_of_code VALUES ('D1402', 'vrp'), ('D1403', 'vrp'), ('D1407', 'vrp');

-- As in the migration "words_of_codes", the words of the most precise code first: « grande distribution » is of D15 before it is of all that is sold.
CREATE OR REPLACE FUNCTION search.words_of_codes(codes text[]) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE SET search_path = search, pg_temp AS $$
  SELECT string_agg(w.words, ' ' ORDER BY length(w.code_start) DESC, w.code_start) FROM search.word_of_code w
  WHERE w.code_start IN (SELECT start FROM unnest(codes) AS code, LATERAL (VALUES (left(code, 1)), (left(code, 2)), (left(code, 3)), (left(code, 4)), (left(code, 5)), (code), (split_part(code, '_', 1))) AS s(start))
$$;

-- What a service of data.inclusion is about, more finely than the seven themes: its codes are words already (`mobilite--preparer-un-permis-de-conduire`),
-- but for the letter that lost its apostrophe (`denfants`).
CREATE FUNCTION search.words_of_thematiques(codes text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT regexp_replace(translate(array_to_string(codes, ' '), '-', ' '), '\m([dls])(acces|accompagn|activite|emploi|endett|enfant|entreprise|hebergement|education|informer|international|organiser)', '\1 \2', 'g')
$$;

-- As in the migration "what_an_offer_prepares", with the words of the domains of its trades as its title, and what it is about finely beside its trades.
CREATE OR REPLACE FUNCTION search.refresh_offers(agencies uuid[], offers uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM search.offer s USING unnest(agencies, offers) AS w(agency, id)
  WHERE (s.mission_locale_id, s.offer_id) = (w.agency, w.id) AND NOT EXISTS (
    SELECT FROM offer f LEFT JOIN partnership p ON p.mission_locale_id = f.mission_locale_id AND p.id = f.partnership_id
    WHERE (f.mission_locale_id, f.id) = (w.agency, w.id) AND f.state = 'published' AND f.deleted_at IS NULL AND p.stage IS DISTINCT FROM 'archived');
  INSERT INTO search.offer AS s (mission_locale_id, offer_id, audience_key, region_code, kind, origin, title, holder, words, theme_codes, romes, contract, working_time, level, experience, service_type, cost,
    starts_on, closes_on, age_min, age_max, publics, schemes, reception_modes, is_handicap_friendly, zones, places, commune_code, commune_name, postcode, departement_code, latitude, longitude, place_precision, published_at, confirmed_at)
  SELECT f.mission_locale_id, f.id,
    CASE f.audience WHEN 'agency' THEN 'a:' || f.mission_locale_id WHEN 'region' THEN 'r:' || ml.region_code ELSE 'n' END,
    ml.region_code, f.kind, f.origin, f.title, coalesce(o.name, f.holder_name, ml.name),
    setweight(to_tsvector('simple', app.norm(concat_ws(' ', f.title, CASE WHEN f.kind = 'service' THEN th.labels END, search.words_of_codes(f.romes)))), 'A')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', trades.words, c.name, d.name, coalesce(f.postcode, o.postcode), c.departement_code, coalesce(o.name, f.holder_name, ml.name), o.brand_name, f.prepares, search.words_of_thematiques(f.thematiques)))), 'B')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', words_of.kind, f.contract, CASE WHEN f.kind <> 'service' THEN th.labels END, f.schedule, f.duration, array_to_string(f.romes, ' ')))), 'C')
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

-- The rows that have trades, or came from data.inclusion, learn it.
DO $$
DECLARE agency uuid;
BEGIN
  FOR agency IN SELECT id FROM mission_locale ORDER BY id LOOP
    PERFORM search.refresh_offers(array_agg(mission_locale_id ORDER BY offer_id), array_agg(offer_id ORDER BY offer_id)) FROM search.offer WHERE mission_locale_id = agency AND (romes <> '{}' OR origin = 'dataInclusion') HAVING count(*) > 0;
  END LOOP;
END $$;
