-- The partners as lists and searches read them: one flat row a partnership, kept up by triggers.
-- Why a copy: a filter over eight tables joined under row-level security cannot answer in milliseconds at 300,000
-- partnerships; one table, whose every index begins with the agency, can. The truth stays in the tables.

CREATE TABLE search.partner (
  mission_locale_id uuid NOT NULL,
  partnership_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  region_code text NOT NULL,
  name text NOT NULL,
  -- Normalised, then the id, so that the order is total: keyset pages walk it.
  sort_name text COLLATE "C" NOT NULL,
  siret text,
  -- National digits without the leading 0 or +33, of the organisation and of its contacts.
  phones text[] NOT NULL,
  words tsvector NOT NULL,
  kind_id uuid NOT NULL,
  kind_ids uuid[] NOT NULL,
  theme_codes text[] NOT NULL,
  tag_ids uuid[] NOT NULL,
  -- Forms of engagement for which the partner is willing or more.
  form_ids uuid[] NOT NULL,
  stage partnership_stage NOT NULL,
  stage_since timestamptz NOT NULL,
  is_archived boolean NOT NULL,
  officer_id uuid,
  commune_code text,
  commune_name text,
  postcode text,
  departement_code text,
  latitude double precision,
  longitude double precision,
  place_precision place_precision,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (mission_locale_id, partnership_id),
  FOREIGN KEY (mission_locale_id, partnership_id) REFERENCES partnership (mission_locale_id, id) ON DELETE CASCADE
);
CREATE INDEX partner_by_name ON search.partner (mission_locale_id, is_archived, sort_name, partnership_id);
CREATE INDEX partner_by_change ON search.partner (mission_locale_id, is_archived, updated_at DESC, partnership_id);
CREATE INDEX partner_by_place ON search.partner (mission_locale_id, is_archived, departement_code, commune_code);
CREATE INDEX partner_by_latitude ON search.partner (mission_locale_id, is_archived, latitude);
CREATE INDEX partner_of_region_by_name ON search.partner (region_code, is_archived, sort_name, partnership_id);
CREATE INDEX partner_of_region_by_change ON search.partner (region_code, is_archived, updated_at DESC, partnership_id);
CREATE INDEX partner_of_region_by_place ON search.partner (region_code, is_archived, departement_code, commune_code);
CREATE INDEX partner_of_region_by_latitude ON search.partner (region_code, is_archived, latitude);
CREATE INDEX partner_by_words ON search.partner USING gin (mission_locale_id, words);
CREATE INDEX partner_of_region_by_words ON search.partner USING gin (region_code, words);
CREATE INDEX partner_by_siret ON search.partner (siret text_pattern_ops, mission_locale_id);
CREATE INDEX partner_by_phone ON search.partner USING gin (phones);

ALTER TABLE search.partner ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.partner FORCE ROW LEVEL SECURITY;
GRANT SELECT ON search.partner TO maillage_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON search.partner TO maillage_system;
CREATE POLICY system ON search.partner TO maillage_system USING (true) WITH CHECK (true);
CREATE POLICY own ON search.partner FOR SELECT TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale()));
CREATE POLICY region_reads ON search.partner FOR SELECT TO maillage_tenant USING (region_code = (SELECT app.region()));

-- Every word that occurs, for the nearest spelling of one that does not. Words only: it says nothing of whose they are.
CREATE TABLE search.word (word text COLLATE "C" PRIMARY KEY);
CREATE INDEX word_by_trigram ON search.word USING gin (word gin_trgm_ops);
ALTER TABLE search.word ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.word FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody ON search.word FOR SELECT TO maillage_tenant USING (true);
CREATE POLICY system ON search.word TO maillage_system USING (true) WITH CHECK (true);
GRANT SELECT ON search.word TO maillage_tenant;
GRANT SELECT, INSERT, DELETE ON search.word TO maillage_system;

-- '+33536491208' → '536491208': what remains the same in every way of writing a French number.
CREATE FUNCTION search.phone_digits(phone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT regexp_replace(regexp_replace(phone, '^\+(33|590|594|596|262|508|681|687|689)', ''), '[^0-9]', '', 'g') $$;

-- Writes the flat rows of these partnerships (two arrays read together) from the truth of this instant.
-- The weights: A the names, B the place, C what it does. Kinds and themes are searched by their labels.
CREATE FUNCTION search.refresh(agencies uuid[], partnerships uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- First the locks, always in the same order, then the reading in a statement of its own: of two transactions that
  -- change one partner at once, the second waits here and then sees what the first wrote.
  PERFORM FROM search.partner s JOIN unnest(agencies, partnerships) AS w(agency, id) ON (s.mission_locale_id, s.partnership_id) = (w.agency, w.id)
    ORDER BY s.mission_locale_id, s.partnership_id FOR UPDATE OF s;
  INSERT INTO search.partner AS s (mission_locale_id, partnership_id, organisation_id, region_code, name, sort_name, siret, phones, words,
    kind_id, kind_ids, theme_codes, tag_ids, form_ids, stage, stage_since, is_archived, officer_id,
    commune_code, commune_name, postcode, departement_code, latitude, longitude, place_precision, created_at, updated_at)
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
    o.commune_code, c.name, o.postcode, o.departement_code, o.latitude, o.longitude, o.place_precision, p.created_at, greatest(p.updated_at, o.updated_at)
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
    updated_at = excluded.updated_at;
END $$;
REVOKE ALL ON FUNCTION search.refresh(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.refresh(uuid[], uuid[]) TO maillage_system;

-- Called by a job after changes, in a transaction of its own: two imports that learn the same word would wait for each other.
CREATE FUNCTION search.learn_words(since timestamptz DEFAULT '-infinity') RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = search, public AS $$
  WITH learnt AS (
    INSERT INTO search.word SELECT DISTINCT w FROM search.partner, unnest(tsvector_to_array(words)) AS w
    WHERE updated_at >= since AND length(w) BETWEEN 4 AND 30 AND w !~ '[0-9]' ORDER BY w ON CONFLICT DO NOTHING RETURNING 1)
  SELECT count(*) FROM learnt
$$;
REVOKE ALL ON FUNCTION search.learn_words(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.learn_words(timestamptz) TO maillage_system;

-- Which partnerships a transaction has touched: filled by the triggers below, emptied as it commits. A partner added with
-- its themes, tags and contacts is written once, and 10,000 of an import in one go. No row outlives its transaction.
CREATE UNLOGGED TABLE search.touched (
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  mission_locale_id uuid NOT NULL,
  partnership_id uuid NOT NULL,
  PRIMARY KEY (transaction_id, mission_locale_id, partnership_id)
);
-- One row a transaction, whose deferred trigger does the work of all as it commits.
CREATE UNLOGGED TABLE search.commit (transaction_id xid8 PRIMARY KEY DEFAULT pg_current_xact_id());
ALTER TABLE search.touched ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.touched FORCE ROW LEVEL SECURITY;
ALTER TABLE search.commit ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.commit FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON search.touched TO maillage_system USING (true) WITH CHECK (true);
CREATE POLICY system ON search.commit TO maillage_system USING (true) WITH CHECK (true);

CREATE FUNCTION search.refresh_touched() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public AS $$
DECLARE
  agencies uuid[];
  partnerships uuid[];
BEGIN
  DELETE FROM search.commit WHERE transaction_id = NEW.transaction_id;
  WITH taken AS (DELETE FROM search.touched WHERE transaction_id = NEW.transaction_id RETURNING mission_locale_id, partnership_id)
  SELECT array_agg(mission_locale_id), array_agg(partnership_id) INTO agencies, partnerships FROM taken;
  IF partnerships IS NOT NULL THEN PERFORM search.refresh(agencies, partnerships); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER refresh_touched AFTER INSERT ON search.commit DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION search.refresh_touched();

CREATE FUNCTION search.partnership_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public AS $$
BEGIN
  INSERT INTO search.touched (mission_locale_id, partnership_id) SELECT mission_locale_id, id FROM new_rows ON CONFLICT DO NOTHING;
  INSERT INTO search.commit DEFAULT VALUES ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER search_insert AFTER INSERT ON partnership REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.partnership_changed();
CREATE TRIGGER search_update AFTER UPDATE ON partnership REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.partnership_changed();

CREATE FUNCTION search.organisation_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public AS $$
BEGIN
  INSERT INTO search.touched (mission_locale_id, partnership_id)
  SELECT p.mission_locale_id, p.id FROM partnership p JOIN new_rows n ON n.id = p.organisation_id ON CONFLICT DO NOTHING;
  INSERT INTO search.commit DEFAULT VALUES ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER search_update AFTER UPDATE ON organisation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search.organisation_changed();

-- What hangs on a partnership: the same function for what comes and what goes.
CREATE FUNCTION search.attached_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public AS $$
BEGIN
  INSERT INTO search.touched (mission_locale_id, partnership_id) SELECT DISTINCT mission_locale_id, partnership_id FROM changed_rows ON CONFLICT DO NOTHING;
  INSERT INTO search.commit DEFAULT VALUES ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['partnership_kind', 'partnership_theme', 'partnership_tag', 'engagement', 'contact'] LOOP
    EXECUTE format('CREATE TRIGGER search_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.attached_changed()', t);
    EXECUTE format('CREATE TRIGGER search_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.attached_changed()', t);
    EXECUTE format('CREATE TRIGGER search_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.attached_changed()', t);
  END LOOP;
END $$;
