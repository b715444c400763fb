-- What a partner accepts, in full: trades, public, who said so. A version, so that two people never undo each other.
ALTER TABLE "engagement" ADD COLUMN "romes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "public_text" TEXT,
ADD COLUMN "said_by_contact_id" UUID,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_mission_locale_id_said_by_contact_id_fkey" FOREIGN KEY ("mission_locale_id", "said_by_contact_id")
  REFERENCES "contact"("mission_locale_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
CREATE TRIGGER touch BEFORE UPDATE ON engagement FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch();
ALTER TABLE engagement ADD CONSTRAINT months_are_of_a_year CHECK (months <@ ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
ALTER TABLE engagement ADD CONSTRAINT capacity_is_possible CHECK (capacity_per_month BETWEEN 0 AND 1000);
-- A code of the ROME: a letter from A to N and four figures (France Travail). CHECK admits no subquery: the codes are read joined.
ALTER TABLE engagement ADD CONSTRAINT romes_look_like_codes CHECK (array_to_string(romes, ' ') ~ '^([A-N][0-9]{4}( |$))*$' AND cardinality(romes) <= 20);

-- Who said so is a person of this partner.
CREATE FUNCTION app.said_by_its_contact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contact c WHERE c.mission_locale_id = NEW.mission_locale_id AND c.id = NEW.said_by_contact_id AND c.partnership_id = NEW.partnership_id) THEN
    RAISE EXCEPTION 'this contact belongs to another partner' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER said_by_its_contact BEFORE INSERT OR UPDATE OF said_by_contact_id ON engagement FOR EACH ROW
  WHEN (NEW.said_by_contact_id IS NOT NULL) EXECUTE FUNCTION app.said_by_its_contact();
DO $$
BEGIN
  GRANT CREATE ON SCHEMA app TO maillage_system;
  ALTER FUNCTION app.said_by_its_contact() OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app FROM maillage_system;
END $$;

-- "Immersion, tried or more, in May": the partners are found in an index, then looked up in the flat row of the list.
CREATE INDEX engagement_by_form ON engagement (mission_locale_id, form_id, readiness) INCLUDE (partnership_id);

-- The board by stage: each column counted and its first cards read in one index.
CREATE INDEX partner_by_stage ON search.partner (mission_locale_id, stage, sort_name, partnership_id) WHERE NOT is_archived;
CREATE INDEX partner_of_region_by_stage ON search.partner (region_code, stage, sort_name, partnership_id) WHERE NOT is_archived;

-- Saved lists: the filters of the list, or partners picked by hand; mine, or shared with the agency.
CREATE TABLE "saved_list" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "name" TEXT NOT NULL,
    "filters" TEXT,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID DEFAULT app.actor(),
    "deleted_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_list_pkey" PRIMARY KEY ("mission_locale_id","id")
);
CREATE TABLE "saved_list_partner" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "list_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,

    CONSTRAINT "saved_list_partner_pkey" PRIMARY KEY ("mission_locale_id","list_id","partnership_id")
);
CREATE INDEX "saved_list_partner_mission_locale_id_partnership_id_idx" ON "saved_list_partner"("mission_locale_id", "partnership_id");
ALTER TABLE "saved_list" ADD CONSTRAINT "saved_list_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "saved_list_partner" ADD CONSTRAINT "saved_list_partner_mission_locale_id_list_id_fkey" FOREIGN KEY ("mission_locale_id", "list_id")
  REFERENCES "saved_list"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "saved_list_partner" ADD CONSTRAINT "saved_list_partner_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id")
  REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE saved_list ADD FOREIGN KEY (mission_locale_id) REFERENCES mission_locale ON DELETE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['saved_list', 'saved_list_partner'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_system, maillage_tenant', t);
    EXECUTE format('CREATE POLICY system ON %I TO maillage_system USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- A list that is not shared is its author's alone, colleagues included.
CREATE POLICY own ON saved_list TO maillage_tenant
  USING (mission_locale_id = (SELECT app.mission_locale()) AND (is_shared OR created_by_id = (SELECT app.actor())))
  WITH CHECK (mission_locale_id = (SELECT app.mission_locale()) AND (is_shared OR created_by_id = (SELECT app.actor())));
CREATE POLICY own ON saved_list_partner TO maillage_tenant
  USING (mission_locale_id = (SELECT app.mission_locale()) AND EXISTS (SELECT FROM saved_list l WHERE l.mission_locale_id = saved_list_partner.mission_locale_id AND l.id = list_id))
  WITH CHECK (mission_locale_id = (SELECT app.mission_locale()) AND EXISTS (SELECT FROM saved_list l WHERE l.mission_locale_id = saved_list_partner.mission_locale_id AND l.id = list_id));
CREATE TRIGGER touch BEFORE UPDATE ON saved_list FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch();
CREATE TRIGGER signed_by_ours AFTER INSERT ON saved_list REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('created_by_id');
CREATE TRIGGER signature_stays BEFORE UPDATE OF created_by_id ON saved_list FOR EACH ROW
  WHEN (NEW.created_by_id IS DISTINCT FROM OLD.created_by_id AND current_user = 'maillage_tenant') EXECUTE FUNCTION app.signature_stays();
ALTER TABLE saved_list ADD CONSTRAINT name_has_a_limit CHECK (length(name) BETWEEN 1 AND 120 AND length(filters) <= 4000);
SELECT audit.watch('saved_list', 'id');
SELECT audit.watch('saved_list_partner', 'list_id');
