-- Two records of one partner made one, and made two again: exactly, for ninety days.

-- The record that was taken into another stays, out of every list, with what both records had (see app/domain/merge).
ALTER TABLE "partnership" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_mission_locale_id_merged_into_id_fkey" FOREIGN KEY ("mission_locale_id", "merged_into_id")
  REFERENCES "partnership"("mission_locale_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE partnership ADD CONSTRAINT partnership_is_not_its_own_double CHECK (merged_into_id <> id);
CREATE INDEX "partnership_mission_locale_id_merged_into_id_idx" ON "partnership"("mission_locale_id", "merged_into_id");
ALTER TABLE "organisation" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE organisation ADD CONSTRAINT organisation_is_not_its_own_double CHECK (merged_into_id <> id);
CREATE INDEX "organisation_merged_into_id_idx" ON "organisation"("merged_into_id");

-- What lists read: a merged record leaves it. Here rather than in search.refresh, so that it stands alone, whoever writes the flat row.
CREATE FUNCTION search.merged_stays_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM partnership p WHERE p.mission_locale_id = NEW.mission_locale_id AND p.id = NEW.partnership_id AND p.merged_into_id IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER merged_stays_out BEFORE INSERT ON search.partner FOR EACH ROW EXECUTE FUNCTION search.merged_stays_out();
CREATE FUNCTION search.merged_goes_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM search.partner s WHERE s.mission_locale_id = NEW.mission_locale_id AND s.partnership_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER merged_goes_out AFTER UPDATE OF merged_into_id ON partnership FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL AND OLD.merged_into_id IS NULL)
  EXECUTE FUNCTION search.merged_goes_out();

-- The register tells no organisation that is another one's double.
CREATE OR REPLACE FUNCTION app.register_by_name(name_keys text[]) RETURNS SETOF organisation LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.* FROM organisation o WHERE app.mission_locale() IS NOT NULL AND o.name_key = ANY (name_keys)
    AND (o.siret IS NOT NULL OR o.home_mission_locale_id = app.mission_locale()) AND o.merged_into_id IS NULL
$$;

-- Nobody else lives with this organisation: no other agency, no account of its own. Then its facts may go into another record of ours.
CREATE FUNCTION app.works_alone_with(of_organisation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM partnership p WHERE p.organisation_id = of_organisation AND p.mission_locale_id = app.mission_locale())
    AND NOT EXISTS (SELECT FROM partnership p WHERE p.organisation_id = of_organisation AND p.mission_locale_id <> app.mission_locale())
    AND NOT EXISTS (SELECT FROM membership m WHERE m.organisation_id = of_organisation)
    AND NOT EXISTS (SELECT FROM organisation o WHERE o.id = of_organisation AND o.claimed_at IS NOT NULL)
$$;

-- An organisation is the double of one that the agency works with, as a foreign key looks through the walls.
CREATE FUNCTION app.double_of_ours() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.mission_locale() IS NOT NULL AND NOT EXISTS (SELECT FROM partnership p WHERE p.organisation_id = NEW.merged_into_id AND p.mission_locale_id = app.mission_locale()) THEN
    RAISE EXCEPTION 'this organisation belongs to another agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER double_of_ours BEFORE INSERT OR UPDATE OF merged_into_id ON organisation FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION app.double_of_ours();

-- The journal of merges: who, when, which; and beside it what undoing needs, forgotten after ninety days.
CREATE TABLE "partner_merge" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "kept_name" TEXT NOT NULL,
    "merged_name" TEXT NOT NULL,
    "created_by_id" UUID DEFAULT app.actor(),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "partner_merge_pkey" PRIMARY KEY ("mission_locale_id","id")
);
CREATE TABLE "partner_merge_journal" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "merge_id" UUID NOT NULL,
    "journal" JSONB NOT NULL,

    CONSTRAINT "partner_merge_journal_pkey" PRIMARY KEY ("mission_locale_id","merge_id")
);
ALTER TABLE "partner_merge" ADD CONSTRAINT "partner_merge_mission_locale_id_kept_id_fkey" FOREIGN KEY ("mission_locale_id", "kept_id")
  REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "partner_merge" ADD CONSTRAINT "partner_merge_mission_locale_id_merged_id_fkey" FOREIGN KEY ("mission_locale_id", "merged_id")
  REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "partner_merge" ADD CONSTRAINT "partner_merge_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "partner_merge" ADD CONSTRAINT "partner_merge_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "partner_merge_journal" ADD CONSTRAINT "partner_merge_journal_mission_locale_id_merge_id_fkey" FOREIGN KEY ("mission_locale_id", "merge_id")
  REFERENCES "partner_merge"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "partner_merge_mission_locale_id_kept_id_idx" ON "partner_merge"("mission_locale_id", "kept_id");
CREATE INDEX "partner_merge_mission_locale_id_created_at_idx" ON "partner_merge"("mission_locale_id", "created_at");
-- A record is taken into one other at a time: two people at once too.
CREATE UNIQUE INDEX partner_merge_once ON partner_merge (mission_locale_id, merged_id) WHERE undone_at IS NULL;

-- Two organisations of the network made one, by the platform alone: nobody at work in an agency reads it.
CREATE TABLE "organisation_merge" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "kept_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "kept_name" TEXT NOT NULL,
    "merged_name" TEXT NOT NULL,
    "journal" JSONB,
    "created_by_id" UUID DEFAULT app.actor(),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "organisation_merge_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "organisation_merge" ADD CONSTRAINT "organisation_merge_kept_id_fkey" FOREIGN KEY ("kept_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organisation_merge" ADD CONSTRAINT "organisation_merge_merged_id_fkey" FOREIGN KEY ("merged_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organisation_merge" ADD CONSTRAINT "organisation_merge_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX organisation_merge_once ON organisation_merge (merged_id) WHERE undone_at IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['partner_merge', 'partner_merge_journal', 'organisation_merge'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_system', t);
    EXECUTE format('CREATE POLICY system ON %I TO maillage_system USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['partner_merge', 'partner_merge_journal'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO maillage_tenant', t);
    EXECUTE format('CREATE POLICY own ON %I TO maillage_tenant
      USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()))', t);
  END LOOP;
END $$;
GRANT UPDATE (undone_at, undone_by_id) ON partner_merge TO maillage_tenant;
CREATE TRIGGER signed_by_ours AFTER INSERT ON partner_merge REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('created_by_id');
CREATE TRIGGER undone_by_ours AFTER UPDATE ON partner_merge REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('undone_by_id');
CREATE TRIGGER signature_stays BEFORE UPDATE OF created_by_id ON partner_merge FOR EACH ROW
  WHEN (NEW.created_by_id IS DISTINCT FROM OLD.created_by_id AND current_user = 'maillage_tenant') EXECUTE FUNCTION app.signature_stays();
-- Told in the history of the record that stays.
SELECT audit.watch('partner_merge', 'kept_id');

-- The functions that look over the walls run as maillage_system, as in 000600_owners.
DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app, search TO maillage_system;
  ALTER FUNCTION search.merged_stays_out() OWNER TO maillage_system;
  ALTER FUNCTION search.merged_goes_out() OWNER TO maillage_system;
  ALTER FUNCTION app.double_of_ours() OWNER TO maillage_system;
  ALTER FUNCTION app.works_alone_with(uuid) OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app, search FROM maillage_system;
END $$;
