-- Saved lists that go along with a portfolio: named by who hands it over, given back when that is undone.
CREATE TABLE "handover_list" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "handover_id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "given_back" BOOLEAN,

    CONSTRAINT "handover_list_pkey" PRIMARY KEY ("mission_locale_id","handover_id","list_id")
);
CREATE INDEX "handover_list_mission_locale_id_list_id_idx" ON "handover_list"("mission_locale_id", "list_id");
ALTER TABLE "handover_list" ADD CONSTRAINT "handover_list_mission_locale_id_handover_id_fkey" FOREIGN KEY ("mission_locale_id", "handover_id") REFERENCES "handover"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "handover_list" ADD CONSTRAINT "handover_list_mission_locale_id_list_id_fkey" FOREIGN KEY ("mission_locale_id", "list_id") REFERENCES "saved_list"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE handover_list ADD CONSTRAINT name_has_a_limit CHECK (length(name) BETWEEN 1 AND 120);

-- The walls, as of the other tables of a handover.
ALTER TABLE handover_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover_list FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON handover_list TO maillage_system;
CREATE POLICY system ON handover_list TO maillage_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON handover_list TO maillage_tenant;
CREATE POLICY own ON handover_list TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()));
GRANT UPDATE (given_back) ON handover_list TO maillage_tenant;
