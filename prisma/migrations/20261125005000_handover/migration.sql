-- A portfolio, or a part of it, given by one person to another: who, when, what moved. Kept as a report, and undone from it.
CREATE TABLE "handover" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "from_id" UUID,
    "to_id" UUID,
    "scope" TEXT NOT NULL,
    "word" TEXT,
    "partners" INTEGER NOT NULL DEFAULT 0,
    "tasks" INTEGER NOT NULL DEFAULT 0,
    "introductions" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID DEFAULT app.actor(),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ,
    "undone_by_id" UUID,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("mission_locale_id","id")
);
CREATE TABLE "handover_partner" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "handover_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "given_back" BOOLEAN,

    CONSTRAINT "handover_partner_pkey" PRIMARY KEY ("mission_locale_id","handover_id","partnership_id")
);
CREATE TABLE "handover_task" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "handover_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "is_introduction" BOOLEAN NOT NULL DEFAULT false,
    "given_back" BOOLEAN,

    CONSTRAINT "handover_task_pkey" PRIMARY KEY ("mission_locale_id","handover_id","task_id")
);
CREATE INDEX "handover_partner_mission_locale_id_partnership_id_idx" ON "handover_partner"("mission_locale_id", "partnership_id");
CREATE INDEX "handover_task_mission_locale_id_task_id_idx" ON "handover_task"("mission_locale_id", "task_id");
ALTER TABLE "handover" ADD CONSTRAINT "handover_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "handover" ADD CONSTRAINT "handover_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "handover" ADD CONSTRAINT "handover_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "handover_partner" ADD CONSTRAINT "handover_partner_mission_locale_id_handover_id_fkey" FOREIGN KEY ("mission_locale_id", "handover_id") REFERENCES "handover"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "handover_partner" ADD CONSTRAINT "handover_partner_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "handover_task" ADD CONSTRAINT "handover_task_mission_locale_id_handover_id_fkey" FOREIGN KEY ("mission_locale_id", "handover_id") REFERENCES "handover"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "handover_task" ADD CONSTRAINT "handover_task_mission_locale_id_task_id_fkey" FOREIGN KEY ("mission_locale_id", "task_id") REFERENCES "task"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE handover ADD FOREIGN KEY (mission_locale_id) REFERENCES mission_locale ON DELETE CASCADE;
ALTER TABLE handover ADD CONSTRAINT texts_have_a_limit CHECK (length(word) <= 2000 AND length(scope) <= 4000);

-- The walls. Written once: afterwards only the count of what moved and its undoing are added.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['handover', 'handover_partner', 'handover_task'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_system', t);
    EXECUTE format('CREATE POLICY system ON %I TO maillage_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO maillage_tenant', t);
    EXECUTE format('CREATE POLICY own ON %I TO maillage_tenant
      USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()))', t);
  END LOOP;
END $$;
GRANT UPDATE (partners, tasks, introductions, undone_at, undone_by_id) ON handover TO maillage_tenant;
GRANT UPDATE (given_back) ON handover_partner, handover_task TO maillage_tenant;

-- Who gives, who takes and who signs work in the agency, or did (see 001500_people_of_the_agency).
CREATE TRIGGER signed_by_ours AFTER INSERT ON handover REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('created_by_id');
CREATE TRIGGER given_by_ours AFTER INSERT ON handover REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('from_id');
CREATE TRIGGER given_to_ours AFTER INSERT ON handover REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('to_id');
CREATE TRIGGER undone_by_ours AFTER UPDATE ON handover REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('undone_by_id');
