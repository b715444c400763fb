-- Groups and what they carry: the label « Je m'engage pour la jeunesse », agreements that a large group signs for the whole network,
-- and the tree of establishments, with no circle in it.

ALTER TABLE "organisation" ADD COLUMN "has_youth_label" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "national_agreement" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "organisation_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "ended_on" DATE,
    "form_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "says" TEXT,
    "link" TEXT,
    "contact_name" TEXT,
    "contact_email" TEXT,
    "contact_phone" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "national_agreement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "national_agreement_ends_after_it_begins" CHECK (ends_on >= starts_on),
    CONSTRAINT "national_agreement_text_has_a_limit" CHECK (length(title) BETWEEN 1 AND 200 AND length(says) <= 5000)
);
CREATE INDEX "national_agreement_organisation_id_idx" ON "national_agreement"("organisation_id");
ALTER TABLE "national_agreement" ADD CONSTRAINT "national_agreement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The platform: an account that is bound to no agency, region or organisation, and whose role says so.
CREATE FUNCTION app.is_platform() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.mission_locale() IS NULL AND app.region() IS NULL AND app.organisation() IS NULL
    AND EXISTS (SELECT FROM membership m WHERE m.user_id = app.actor() AND m.role = 'platformAdmin' AND m.ended_at IS NULL)
$$;

-- Every agency and every region reads them; the platform alone writes them.
ALTER TABLE national_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE national_agreement FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON national_agreement TO maillage_system;
GRANT SELECT, INSERT, UPDATE ON national_agreement TO maillage_tenant;
CREATE POLICY system ON national_agreement TO maillage_system USING (true) WITH CHECK (true);
CREATE POLICY network_reads ON national_agreement FOR SELECT TO maillage_tenant
  USING ((SELECT app.mission_locale()) IS NOT NULL OR (SELECT app.region()) IS NOT NULL OR (SELECT app.is_platform()));
CREATE POLICY platform_adds ON national_agreement FOR INSERT TO maillage_tenant WITH CHECK ((SELECT app.is_platform()));
CREATE POLICY platform_changes ON national_agreement FOR UPDATE TO maillage_tenant USING ((SELECT app.is_platform())) WITH CHECK ((SELECT app.is_platform()));
CREATE TRIGGER touch BEFORE UPDATE ON national_agreement FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch();
SELECT audit.watch('national_agreement', 'organisation_id');
-- The history of a group tells them to the agencies that work with it, as it tells its facts.
DO $$
BEGIN
  EXECUTE format('GRANT maillage_audit TO %I', current_user);
  DROP POLICY shared_facts ON audit.entry;
  CREATE POLICY shared_facts ON audit.entry FOR SELECT TO maillage_tenant
    USING (mission_locale_id IS NULL AND table_name IN ('organisation', 'national_agreement') AND EXISTS (SELECT FROM public.partnership p
      WHERE p.organisation_id = record_id AND p.mission_locale_id = (SELECT app.mission_locale())));
  EXECUTE format('REVOKE maillage_audit FROM %I', current_user);
END $$;

-- An organisation and what it hangs on, the nearest first. For the functions below: it asks nobody who they are.
CREATE FUNCTION app.line_of(member uuid) RETURNS TABLE (id uuid, distance int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE line AS (
    SELECT o.id, o.parent_id, 0 AS distance FROM organisation o WHERE o.id = member
    UNION ALL SELECT o.id, o.parent_id, l.distance + 1 FROM line l JOIN organisation o ON o.id = l.parent_id WHERE l.distance < 12)
  SELECT id, distance FROM line
$$;
REVOKE ALL ON FUNCTION app.line_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.line_of(uuid) TO maillage_system;

-- What an organisation hangs on: no circle, twelve levels at most, and what the whole network shares (a SIRET) hangs on what the
-- whole network knows. After the statement, so that two rows of one update are seen together; one change at a time, so that two
-- people at once are too.
CREATE FUNCTION app.parent_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('organisation.parent_id'));
  IF EXISTS (SELECT FROM app.line_of(NEW.parent_id) l WHERE l.id = NEW.id OR l.distance > 11) THEN
    RAISE EXCEPTION 'an organisation does not hang on itself, nor so deep' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.siret IS NOT NULL AND EXISTS (SELECT FROM organisation p WHERE p.id = NEW.parent_id AND p.siret IS NULL) THEN
    RAISE EXCEPTION 'what has a SIRET hangs on what has one' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER parent_stands_at_birth AFTER INSERT ON organisation FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION app.parent_stands();
CREATE TRIGGER parent_stands AFTER UPDATE OF parent_id ON organisation FOR EACH ROW
  WHEN (NEW.parent_id IS NOT NULL AND NEW.parent_id IS DISTINCT FROM OLD.parent_id) EXECUTE FUNCTION app.parent_stands();

-- Does the agency, or the region, work with this organisation?
CREATE FUNCTION app.works_with(organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM partnership p WHERE p.organisation_id = organisation
    AND (p.mission_locale_id = app.mission_locale() OR p.mission_locale_id = ANY (app.region_agencies())))
$$;

-- The organisations around one that the reader works with: what it hangs on, all that hangs on the same (link 'tree'), and the
-- establishments of its company (link 'siren'). Facts of the register alone, never who works with them: an agency sees what has a
-- SIRET, its own and its partners; a region, the partners of its agencies. `most` rows, partners first; `total` counts them all.
CREATE FUNCTION app.family(member uuid, most int) RETURNS TABLE (id uuid, parent_id uuid, name text, siret text, commune text, departement_code text,
  closed_on date, link text, level int, works_with boolean, total int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE
    me AS (SELECT app.mission_locale() AS agency, app.region_agencies() AS agencies),
    up AS (
      SELECT o.id, o.parent_id, 0 AS height FROM organisation o WHERE o.id = member AND app.works_with(o.id)
      UNION ALL SELECT o.id, o.parent_id, up.height + 1 FROM me, up JOIN organisation o ON o.id = up.parent_id
        WHERE up.height < 12 AND ((me.agency IS NOT NULL AND (o.siret IS NOT NULL OR o.home_mission_locale_id = me.agency)) OR app.works_with(o.id))),
    down AS (
      SELECT (SELECT up.id FROM up ORDER BY up.height DESC LIMIT 1) AS id, 0 AS level
      UNION ALL SELECT o.id, down.level + 1 FROM me, down JOIN organisation o ON o.parent_id = down.id
        WHERE down.level < 12 AND ((me.agency IS NOT NULL AND (o.siret IS NOT NULL OR o.home_mission_locale_id = me.agency)) OR app.works_with(o.id))),
    tree AS (SELECT * FROM down WHERE down.id IS NOT NULL LIMIT 10000),
    company AS (
      SELECT o.id FROM me, up JOIN organisation self ON self.id = up.id
        JOIN organisation o ON o.siret BETWEEN left(self.siret, 9) || '00000' AND left(self.siret, 9) || '99999'
        WHERE up.height = 0 AND (me.agency IS NOT NULL OR app.works_with(o.id)) LIMIT 1000),
    around AS (
      SELECT tree.id, 'tree' AS link, tree.level FROM tree
      UNION ALL SELECT company.id, 'siren', 0 FROM company WHERE company.id NOT IN (SELECT tree.id FROM tree)),
    told AS (
      SELECT a.id, a.link, a.level, EXISTS (SELECT FROM partnership p WHERE p.organisation_id = a.id AND (p.mission_locale_id = me.agency OR p.mission_locale_id = ANY (me.agencies))) AS works_with
      FROM me, around a)
  SELECT o.id, o.parent_id, o.name, o.siret, c.name, o.departement_code, o.closed_on, t.link, t.level, t.works_with, (count(*) OVER ())::int
  FROM told t JOIN organisation o ON o.id = t.id LEFT JOIN commune c ON c.code = o.commune_code
  ORDER BY t.id = member DESC, t.works_with DESC, t.link DESC, t.level, o.name LIMIT most
$$;

-- The national agreements that hold for an organisation that the reader works with: its own, and those of what it hangs on.
CREATE FUNCTION app.national_agreements_of(member uuid) RETURNS TABLE (id uuid, carrier text, carrier_siret text, distance int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.id, o.name, o.siret, l.distance FROM app.line_of(member) l JOIN national_agreement a ON a.organisation_id = l.id JOIN organisation o ON o.id = l.id
  WHERE app.works_with(member)
$$;

-- For the platform, which reads no partners: who carries a SIRET, and who carries an agreement.
CREATE FUNCTION app.carrier_by_siret(number text) RETURNS TABLE (id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.name FROM organisation o WHERE app.is_platform() AND o.siret = number
$$;
CREATE FUNCTION app.carriers() RETURNS TABLE (id uuid, name text, siret text, establishments int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.name, o.siret, (SELECT count(*)::int FROM organisation e WHERE e.parent_id = o.id)
  FROM organisation o WHERE app.is_platform() AND EXISTS (SELECT FROM national_agreement a WHERE a.organisation_id = o.id)
$$;

-- The days on which an organisation is covered by a national agreement: days rather than a yes, which would be wrong tomorrow.
CREATE FUNCTION search.agreement_days(member uuid) RETURNS datemultirange LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(range_agg(CASE WHEN a.ended_on <= a.starts_on THEN 'empty' ELSE daterange(a.starts_on, least(a.ends_on + 1, a.ended_on)) END), '{}')
  FROM app.line_of(member) l JOIN national_agreement a ON a.organisation_id = l.id
$$;
REVOKE ALL ON FUNCTION search.agreement_days(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.agreement_days(uuid) TO maillage_system;

ALTER TABLE search.partner ADD headcount_band text, ADD has_youth_label boolean NOT NULL DEFAULT false, ADD agreement_days datemultirange NOT NULL DEFAULT '{}';
CREATE INDEX partner_with_youth_label ON search.partner (mission_locale_id, is_archived) WHERE has_youth_label;
CREATE INDEX partner_of_region_with_youth_label ON search.partner (region_code, is_archived) WHERE has_youth_label;
CREATE INDEX partner_under_agreement ON search.partner (mission_locale_id, is_archived) WHERE agreement_days <> '{}';
CREATE INDEX partner_of_region_under_agreement ON search.partner (region_code, is_archived) WHERE agreement_days <> '{}';

CREATE OR REPLACE FUNCTION search.refresh(agencies uuid[], partnerships uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- First the locks, always in the same order, then the reading in a statement of its own: of two transactions that
  -- change one partner at once, the second waits here and then sees what the first wrote.
  PERFORM FROM search.partner s JOIN unnest(agencies, partnerships) AS w(agency, id) ON (s.mission_locale_id, s.partnership_id) = (w.agency, w.id)
    ORDER BY s.mission_locale_id, s.partnership_id FOR UPDATE OF s;
  INSERT INTO search.partner AS s (mission_locale_id, partnership_id, organisation_id, region_code, name, sort_name, siret, phones, words,
    kind_id, kind_ids, theme_codes, tag_ids, form_ids, stage, stage_since, is_archived, officer_id,
    commune_code, commune_name, postcode, departement_code, latitude, longitude, place_precision, created_at, updated_at,
    address_line, phone, email, website, headcount_band, has_youth_label, agreement_days)
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
    o.address_line, o.phone, o.email, o.website, o.headcount_band, o.has_youth_label, search.agreement_days(o.id)
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
    updated_at = excluded.updated_at, address_line = excluded.address_line, phone = excluded.phone, email = excluded.email, website = excluded.website,
    headcount_band = excluded.headcount_band, has_youth_label = excluded.has_youth_label, agreement_days = excluded.agreement_days;
END $$;
CREATE OR REPLACE VIEW search.partner_of_agency AS SELECT * FROM search.partner WHERE mission_locale_id = (SELECT app.mission_locale());
CREATE OR REPLACE VIEW search.partner_of_region AS SELECT * FROM search.partner WHERE region_code = (SELECT app.region());
UPDATE search.partner s SET headcount_band = o.headcount_band FROM organisation o WHERE o.id = s.organisation_id AND o.headcount_band IS NOT NULL;

-- An agreement of a group, or a place in the tree, changes this one column of many rows: they are not written whole.
CREATE FUNCTION search.cover(tops uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE below uuid[];
BEGIN
  WITH RECURSIVE down AS (
    SELECT top AS id, 0 AS level FROM unnest(tops) AS top
    UNION ALL SELECT o.id, down.level + 1 FROM down JOIN organisation o ON o.parent_id = down.id WHERE down.level < 12)
  SELECT array_agg(DISTINCT id) INTO below FROM down;
  -- In the order of search.refresh, so that two of them never wait for each other.
  PERFORM FROM search.partner s JOIN partnership p ON (s.mission_locale_id, s.partnership_id) = (p.mission_locale_id, p.id)
    WHERE p.organisation_id = ANY (below) ORDER BY s.mission_locale_id, s.partnership_id FOR UPDATE OF s;
  UPDATE search.partner s SET agreement_days = covered.days
  FROM partnership p JOIN (SELECT id, search.agreement_days(id) AS days FROM unnest(below) AS id) covered ON covered.id = p.organisation_id
  WHERE (s.mission_locale_id, s.partnership_id) = (p.mission_locale_id, p.id) AND s.agreement_days <> covered.days;
END $$;
REVOKE ALL ON FUNCTION search.cover(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.cover(uuid[]) TO maillage_system;
CREATE FUNCTION search.agreement_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public, pg_temp AS $$
BEGIN
  PERFORM search.cover(array_remove(ARRAY[CASE WHEN TG_OP <> 'INSERT' THEN OLD.organisation_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.organisation_id END], NULL));
  RETURN NULL;
END $$;
CREATE TRIGGER search_changed AFTER INSERT OR UPDATE OR DELETE ON national_agreement FOR EACH ROW EXECUTE FUNCTION search.agreement_changed();
CREATE FUNCTION search.parent_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public, pg_temp AS $$
BEGIN
  PERFORM search.cover(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER search_parent AFTER UPDATE OF parent_id ON organisation FOR EACH ROW WHEN (NEW.parent_id IS DISTINCT FROM OLD.parent_id) EXECUTE FUNCTION search.parent_changed();

-- The functions that look over the walls run as maillage_system, as in 000600_owners.
DO $$
DECLARE f regprocedure;
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app, search TO maillage_system;
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('app', 'search') AND p.prosecdef
    AND p.proname IN ('is_platform', 'line_of', 'parent_stands', 'works_with', 'family', 'national_agreements_of', 'carrier_by_siret', 'carriers', 'agreement_days', 'cover', 'agreement_changed', 'parent_changed') LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO maillage_system', f);
  END LOOP;
  REVOKE CREATE ON SCHEMA app, search FROM maillage_system;
END $$;
