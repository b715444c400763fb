-- A list reads one table: the address and the ways to reach an organisation are in the flat row too, so that a page joins nothing.
ALTER TABLE search.partner ADD address_line text, ADD phone text, ADD email text, ADD website text;

CREATE OR REPLACE FUNCTION search.refresh(agencies uuid[], partnerships uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- First the locks, always in the same order, then the reading in a statement of its own: of two transactions that
  -- change one partner at once, the second waits here and then sees what the first wrote.
  PERFORM FROM search.partner s JOIN unnest(agencies, partnerships) AS w(agency, id) ON (s.mission_locale_id, s.partnership_id) = (w.agency, w.id)
    ORDER BY s.mission_locale_id, s.partnership_id FOR UPDATE OF s;
  INSERT INTO search.partner AS s (mission_locale_id, partnership_id, organisation_id, region_code, name, sort_name, siret, phones, words,
    kind_id, kind_ids, theme_codes, tag_ids, form_ids, stage, stage_since, is_archived, officer_id,
    commune_code, commune_name, postcode, departement_code, latitude, longitude, place_precision, created_at, updated_at,
    address_line, phone, email, website)
  SELECT p.mission_locale_id, p.id, o.id, ml.region_code, o.name, app.norm(o.name), o.siret,
    ARRAY(SELECT DISTINCT search.phone_digits(x) FROM (SELECT unnest(o.other_phones || o.phone) UNION ALL
      SELECT c.phone FROM contact c WHERE c.mission_locale_id = p.mission_locale_id AND c.partnership_id = p.id AND c.deleted_at IS NULL) AS t(x) WHERE x IS NOT NULL),
    setweight(to_tsvector('simple', app.norm(concat_ws(' ', o.name, o.brand_name, o.acronym, o.original_name))), 'A')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', c.name, d.name, o.postcode, o.departement_code))), 'B')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', k.label, t.labels, g.labels, o.address_line))), 'C'),
    o.kind_id,
    ARRAY(SELECT o.kind_id UNION SELECT pk.kind_id FROM partnership_kind pk WHERE pk.mission_locale_id = p.mission_locale_id AND pk.partnership_id = p.id),
    t.codes, g.ids,
    ARRAY(SELECT e.form_id FROM engagement e WHERE e.mission_locale_id = p.mission_locale_id AND e.partnership_id = p.id AND e.readiness IN ('willing', 'tried', 'regular')),
    p.stage, p.stage_since, p.stage = 'archived', p.officer_id,
    o.commune_code, c.name, o.postcode, o.departement_code, o.latitude, o.longitude, o.place_precision, p.created_at, greatest(p.updated_at, o.updated_at),
    o.address_line, o.phone, o.email, o.website
  FROM unnest(agencies, partnerships) AS wanted(agency, id)
  JOIN partnership p ON (p.mission_locale_id, p.id) = (wanted.agency, wanted.id)
  JOIN organisation o ON o.id = p.organisation_id
  JOIN mission_locale ml ON ml.id = p.mission_locale_id
  JOIN organisation_kind k ON k.id = o.kind_id
  LEFT JOIN commune c ON c.code = o.commune_code
  LEFT JOIN departement d ON d.code = o.departement_code
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(th.code ORDER BY th.position), '{}') AS codes, string_agg(th.label, ' ') AS labels
    FROM partnership_theme pt JOIN theme th ON th.code = pt.theme_code WHERE pt.mission_locale_id = p.mission_locale_id AND pt.partnership_id = p.id) t
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(tg.id), '{}') AS ids, string_agg(tg.label, ' ') AS labels
    FROM partnership_tag pt JOIN tag tg ON tg.id = pt.tag_id WHERE pt.mission_locale_id = p.mission_locale_id AND pt.partnership_id = p.id) g
  ON CONFLICT (mission_locale_id, partnership_id) DO UPDATE SET
    organisation_id = excluded.organisation_id, region_code = excluded.region_code, name = excluded.name, sort_name = excluded.sort_name, siret = excluded.siret,
    phones = excluded.phones, words = excluded.words, kind_id = excluded.kind_id, kind_ids = excluded.kind_ids, theme_codes = excluded.theme_codes,
    tag_ids = excluded.tag_ids, form_ids = excluded.form_ids, stage = excluded.stage, stage_since = excluded.stage_since, is_archived = excluded.is_archived,
    officer_id = excluded.officer_id, commune_code = excluded.commune_code, commune_name = excluded.commune_name, postcode = excluded.postcode,
    departement_code = excluded.departement_code, latitude = excluded.latitude, longitude = excluded.longitude, place_precision = excluded.place_precision,
    updated_at = excluded.updated_at, address_line = excluded.address_line, phone = excluded.phone, email = excluded.email, website = excluded.website;
END $$;

-- A window shows the columns that its table had when it was made.
CREATE OR REPLACE VIEW search.partner_of_agency AS SELECT * FROM search.partner WHERE mission_locale_id = (SELECT app.mission_locale());
CREATE OR REPLACE VIEW search.partner_of_region AS SELECT * FROM search.partner WHERE region_code = (SELECT app.region());

UPDATE search.partner s SET address_line = o.address_line, phone = o.phone, email = o.email, website = o.website FROM organisation o WHERE o.id = s.organisation_id;

-- Who holds this cookie, asked at each request before any role is taken. One call, planned once: as eight tables joined by the
-- site it took longer than the page it opens. It answers whoever brings the hash of a token, which only its bearer has, and
-- writes down now and then that the session is alive: twelve idle hours need no more, and a write a page is spared.
CREATE FUNCTION app.session_holder(token text, idle_hours int)
RETURNS TABLE ("userId" uuid, "sessionId" uuid, "membershipId" uuid, role text, "firstName" text, "lastName" text, email text, "missionLocaleId" uuid,
  "regionCode" text, "organisationId" uuid, "placeName" text, preferences jsonb, "isComplete" boolean, "lacksSecondFactor" boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE session s SET last_seen_at = now() WHERE s.token_hash = token AND s.revoked_at IS NULL AND s.expires_at > now()
    AND s.last_seen_at > now() - make_interval(hours => idle_hours) AND s.last_seen_at < now() - interval '5 minutes';
  RETURN QUERY
    SELECT u.id, s.id, m.id, m.role::text, u.first_name, u.last_name, u.email, m.mission_locale_id, m.region_code, m.organisation_id,
      coalesce(ml.name, r.name, o.name, 'Plateforme'), u.preferences, s.is_complete, m.role = 'admin' AND g.value = 'true' AND c.totp_enabled_at IS NULL
    FROM session s
    JOIN user_account u ON u.id = s.user_id AND u.deactivated_at IS NULL
    JOIN membership m ON m.id = s.membership_id AND m.ended_at IS NULL
    LEFT JOIN credential c ON c.user_id = u.id
    LEFT JOIN setting g ON g.mission_locale_id = m.mission_locale_id AND g.key = 'secondFactorForAdmins'
    LEFT JOIN mission_locale ml ON ml.id = m.mission_locale_id
    LEFT JOIN region r ON r.code = m.region_code
    LEFT JOIN organisation o ON o.id = m.organisation_id
    WHERE s.token_hash = token AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - make_interval(hours => idle_hours);
END $$;
GRANT USAGE ON SCHEMA app TO PUBLIC;

DO $$
BEGIN
  GRANT CREATE ON SCHEMA app TO maillage_system;
  ALTER FUNCTION app.session_holder(text, int) OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app FROM maillage_system;
END $$;

-- "18 235 partners" is counted at each page: two short columns, each value written once, are read in a few pages.
CREATE INDEX partner_to_count ON search.partner (mission_locale_id, is_archived);
CREATE INDEX partner_of_region_to_count ON search.partner (region_code, is_archived);

-- Words that begin with their place: "association" is held by a third of the network, so its list in an index of words alone
-- was read for 55,000 rows to find the 3,000 of one agency.
CREATE FUNCTION search.words_within(place text, words tsvector) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT array_to_tsvector(ARRAY(SELECT place || word FROM unnest(tsvector_to_array(words)) AS word)) $$;
CREATE INDEX partner_by_words_of_agency ON search.partner USING gin (search.words_within(right(mission_locale_id::text, 8), words));
CREATE INDEX partner_by_words_of_region ON search.partner USING gin (search.words_within(region_code, words));
DROP INDEX search.partner_by_words;

-- A circle: an index that holds both coordinates finds a rectangle without looking at a row (PostgreSQL 18 even skips from one latitude
-- to the next), and holds the id that the sort by distance ends with. By latitude alone, six rows of seven were read for nothing.
DROP INDEX search.partner_by_latitude;
DROP INDEX search.partner_of_region_by_latitude;
CREATE INDEX partner_by_position ON search.partner (mission_locale_id, is_archived, latitude, longitude, partnership_id);
CREATE INDEX partner_of_region_by_position ON search.partner (region_code, is_archived, latitude, longitude, partnership_id, mission_locale_id);
