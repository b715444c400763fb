-- Two organisations of the network made one by the platform: the queue of those that may be one, and what follows wherever an
-- organisation is named by its id (docs/decisions/0013).

-- Two organisations that may be one, written twice: found by a job from the common facts alone, settled by the platform.
CREATE TABLE "organisation_pair" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "level" "duplicate_level" NOT NULL,
    "reasons" JSONB NOT NULL,
    "strong" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" "duplicate_state" NOT NULL DEFAULT 'open',
    "waits" BOOLEAN NOT NULL DEFAULT false,
    "dismissed_at" TIMESTAMPTZ,
    "dismissed_by_id" UUID,
    "dismissed_for" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reopened_at" TIMESTAMPTZ,
    "seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pair_pkey" PRIMARY KEY ("id"),
    -- Ordered, so that a pair is there once.
    CONSTRAINT "organisation_pair_is_ordered" CHECK (one_id < other_id)
);
CREATE UNIQUE INDEX "organisation_pair_one_id_other_id_key" ON "organisation_pair"("one_id", "other_id");
CREATE INDEX "organisation_pair_other_id_idx" ON "organisation_pair"("other_id");
CREATE INDEX organisation_pair_by_score ON organisation_pair (state, (-score), id) WHERE waits;
ALTER TABLE "organisation_pair" ADD CONSTRAINT "organisation_pair_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organisation_pair" ADD CONSTRAINT "organisation_pair_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organisation_pair" ADD CONSTRAINT "organisation_pair_dismissed_by_id_fkey" FOREIGN KEY ("dismissed_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What brings two organisations together to be compared (app/domain/duplicate/match-keys.ts): of their common facts, never of a contact.
CREATE TABLE search.organisation_key (
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  block text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (block, value, organisation_id)
);
CREATE INDEX organisation_key_of_organisation ON search.organisation_key (organisation_id);

-- The platform reads both through the system alone (app/domain/network-merge/over-the-network.server.ts).
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['public.organisation_pair', 'search.organisation_key'] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO maillage_system', t);
    EXECUTE format('CREATE POLICY system ON %s TO maillage_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

ALTER TABLE "organisation_merge" ADD COLUMN "undone_by_id" UUID;
ALTER TABLE "organisation_merge" ADD CONSTRAINT "organisation_merge_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "organisation_merge_kept_id_idx" ON "organisation_merge"("kept_id");
CREATE INDEX "organisation_merge_created_at_idx" ON "organisation_merge"("created_at");

-- The organisation that was kept of this one: itself, when nobody made it one with another.
CREATE FUNCTION app.kept_of(member uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE line AS (
    SELECT o.id, o.merged_into_id, 0 AS step FROM organisation o WHERE o.id = member
    UNION ALL SELECT o.id, o.merged_into_id, l.step + 1 FROM line l JOIN organisation o ON o.id = l.merged_into_id WHERE l.step < 20)
  SELECT id FROM line ORDER BY step DESC LIMIT 1
$$;
-- All the records of one organisation: the kept one and its doubles.
CREATE FUNCTION app.same_as(member uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE same AS (SELECT app.kept_of(member) AS id UNION SELECT o.id FROM same s JOIN organisation o ON o.merged_into_id = s.id)
  SELECT id FROM same
$$;
REVOKE ALL ON FUNCTION app.kept_of(uuid), app.same_as(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.kept_of(uuid), app.same_as(uuid) TO maillage_system;

-- As in 000200_walls, and: nobody comes to a double, who would is at the kept one (also at the very instant of a merge, which is waited
-- for); the platform alone takes a partnership from one to the other.
CREATE OR REPLACE FUNCTION app.partnership_is_allowed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE double_of uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT o.merged_into_id INTO double_of FROM organisation o WHERE o.id = NEW.organisation_id FOR KEY SHARE;
    IF double_of IS NOT NULL THEN NEW.organisation_id := app.kept_of(NEW.organisation_id); END IF;
  END IF;
  IF (TG_OP = 'INSERT' OR NEW.organisation_id <> OLD.organisation_id) AND NOT EXISTS (SELECT FROM organisation o
      WHERE o.id = NEW.organisation_id AND (o.siret IS NOT NULL OR o.home_mission_locale_id = NEW.mission_locale_id))
    AND NOT (TG_OP = 'UPDATE' AND app.mission_locale() IS NULL AND EXISTS (SELECT FROM organisation d
      WHERE (d.id = OLD.organisation_id AND d.merged_into_id = NEW.organisation_id) OR (d.id = NEW.organisation_id AND d.merged_into_id = OLD.organisation_id))) THEN
    RAISE EXCEPTION 'this organisation belongs to another agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.officer_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.officer_id IS DISTINCT FROM OLD.officer_id) AND NOT EXISTS (
      SELECT FROM membership m WHERE m.user_id = NEW.officer_id AND m.mission_locale_id = NEW.mission_locale_id) THEN
    RAISE EXCEPTION 'the officer in charge works in another agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- The register: the SIRET of a double leads to the kept organisation, told under the number that was asked. By its name an agency also
-- finds what it works with already.
CREATE OR REPLACE FUNCTION app.register_by_siret(sirets text[]) RETURNS SETOF organisation LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.* FROM organisation o WHERE app.mission_locale() IS NOT NULL AND o.siret = ANY (sirets) AND o.merged_into_id IS NULL
  UNION ALL
  SELECT told.* FROM organisation d JOIN organisation k ON k.id = app.kept_of(d.id), jsonb_populate_record(k, jsonb_build_object('siret', d.siret)) AS told
  WHERE app.mission_locale() IS NOT NULL AND d.siret = ANY (sirets) AND d.merged_into_id IS NOT NULL
$$;
CREATE OR REPLACE FUNCTION app.register_by_name(name_keys text[]) RETURNS SETOF organisation LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.* FROM organisation o WHERE app.mission_locale() IS NOT NULL AND o.name_key = ANY (name_keys) AND o.merged_into_id IS NULL
    AND (o.siret IS NOT NULL OR o.home_mission_locale_id = app.mission_locale()
      OR EXISTS (SELECT FROM partnership p WHERE p.organisation_id = o.id AND p.mission_locale_id = app.mission_locale()))
$$;
CREATE OR REPLACE FUNCTION app.register_names(ids uuid[]) RETURNS TABLE (id uuid, name text, kind_code text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.name, k.code FROM organisation o JOIN organisation_kind k ON k.id = o.kind_id
  WHERE o.id = ANY (ids) AND ((app.mission_locale() IS NOT NULL AND (o.siret IS NOT NULL OR o.home_mission_locale_id = app.mission_locale())) OR app.works_with(o.id)
    OR (o.merged_into_id IS NOT NULL AND app.works_with(app.kept_of(o.id))))
$$;
CREATE OR REPLACE FUNCTION app.carrier_by_siret(number text) RETURNS TABLE (id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.name FROM organisation o JOIN organisation k ON k.id = app.kept_of(o.id) WHERE app.is_platform() AND o.siret = number
$$;

-- What a double hangs on is what the kept organisation hangs on, at no distance from it.
CREATE OR REPLACE FUNCTION app.line_of(member uuid) RETURNS TABLE (id uuid, distance int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE line AS (
    SELECT o.id, o.merged_into_id, o.parent_id, 0 AS distance, 0 AS step FROM organisation o WHERE o.id = member
    UNION ALL SELECT o.id, o.merged_into_id, o.parent_id, l.distance + (l.merged_into_id IS NULL)::int, l.step + 1
      FROM line l JOIN organisation o ON o.id = coalesce(l.merged_into_id, l.parent_id) WHERE l.distance < 12 AND l.step < 30)
  SELECT id, distance FROM line
$$;
CREATE OR REPLACE FUNCTION search.cover(tops uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE below uuid[];
BEGIN
  WITH RECURSIVE down AS (
    SELECT top AS id, 0 AS level FROM unnest(tops) AS top
    UNION ALL SELECT o.id, down.level + 1 FROM down JOIN organisation o ON o.parent_id = down.id OR o.merged_into_id = down.id WHERE down.level < 16)
  SELECT array_agg(DISTINCT id) INTO below FROM down;
  -- In the order of search.refresh, so that two of them never wait for each other.
  PERFORM FROM search.partner s JOIN partnership p ON (s.mission_locale_id, s.partnership_id) = (p.mission_locale_id, p.id)
    WHERE p.organisation_id = ANY (below) ORDER BY s.mission_locale_id, s.partnership_id FOR UPDATE OF s;
  UPDATE search.partner s SET agreement_days = covered.days
  FROM partnership p JOIN (SELECT id, search.agreement_days(id) AS days FROM unnest(below) AS id) covered ON covered.id = p.organisation_id
  WHERE (s.mission_locale_id, s.partnership_id) = (p.mission_locale_id, p.id) AND s.agreement_days <> covered.days;
END $$;
DROP TRIGGER search_parent ON organisation;
CREATE TRIGGER search_parent AFTER UPDATE OF parent_id, merged_into_id ON organisation FOR EACH ROW
  WHEN (NEW.parent_id IS DISTINCT FROM OLD.parent_id OR NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id) EXECUTE FUNCTION search.parent_changed();

-- As in 004000_groups; a double is no member of its family, unless the reader still works with it.
CREATE OR REPLACE FUNCTION app.family(member uuid, most int) RETURNS TABLE (id uuid, parent_id uuid, name text, siret text, commune text, departement_code text,
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
  WHERE o.merged_into_id IS NULL OR t.works_with
  ORDER BY t.id = member DESC, t.works_with DESC, t.link DESC, t.level, o.name LIMIT most
$$;

-- As in 002000_exchanges; who approached a double approached the organisation.
CREATE OR REPLACE FUNCTION app.approached_by_others(of_organisation uuid) RETURNS TABLE (agency text, last_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.name, (max(i.happened_at) AT TIME ZONE 'Europe/Paris')::date
  FROM app.same_as(of_organisation) AS same(id) JOIN partnership p ON p.organisation_id = same.id
  JOIN interaction i ON i.mission_locale_id = p.mission_locale_id AND i.partnership_id = p.id
  JOIN mission_locale m ON m.id = p.mission_locale_id
  WHERE p.mission_locale_id <> app.mission_locale()
    AND i.deleted_at IS NULL AND i.kind <> 'note' AND i.direction IS DISTINCT FROM 'in'
    AND i.happened_at > now() - make_interval(days => app.contact_guard_days())
    AND EXISTS (SELECT FROM partnership own WHERE own.organisation_id = of_organisation AND own.mission_locale_id = app.mission_locale())
  GROUP BY m.id, m.name ORDER BY 2 DESC, 1
$$;

-- A partnership that the platform took to the kept organisation was told by the other one until then: its facts and its trail, for the
-- record as on a date. Only of a partnership of the reader's agency.
CREATE FUNCTION app.told_before(of_partnership uuid) RETURNS SETOF organisation LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, audit, pg_temp AS $$
  SELECT o.* FROM organisation o WHERE o.id IN (
    SELECT (e.before ->> 'organisation_id')::uuid FROM audit.entry e JOIN partnership p ON p.id = e.record_id AND p.mission_locale_id = app.mission_locale()
    WHERE e.record_id = of_partnership AND e.table_name = 'partnership' AND e.operation = 'U' AND e.before ? 'organisation_id' AND (e.before ->> 'organisation_id')::uuid <> p.organisation_id)
$$;
CREATE FUNCTION app.trail_before(of_partnership uuid, since timestamptz) RETURNS SETOF audit.entry LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, audit, pg_temp AS $$
  SELECT e.* FROM app.told_before(of_partnership) o JOIN audit.entry e ON e.record_id = o.id AND e.table_name = 'organisation' WHERE e.at > since
$$;

-- The functions that look over the walls run as maillage_system, as in 000600_owners.
DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app TO maillage_system;
  ALTER FUNCTION app.kept_of(uuid) OWNER TO maillage_system;
  ALTER FUNCTION app.same_as(uuid) OWNER TO maillage_system;
  ALTER FUNCTION app.told_before(uuid) OWNER TO maillage_system;
  ALTER FUNCTION app.trail_before(uuid, timestamptz) OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app FROM maillage_system;
END $$;
