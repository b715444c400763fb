-- Where a person stands in a list that they work through: one row a list and person, replaced at each step. Not traced: it says nothing of a partner.
CREATE TABLE "saved_list_place" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "list_id" UUID NOT NULL,
    "user_id" UUID NOT NULL DEFAULT app.actor(),
    "partnership_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_list_place_pkey" PRIMARY KEY ("mission_locale_id","list_id","user_id")
);
CREATE INDEX "saved_list_place_mission_locale_id_partnership_id_idx" ON "saved_list_place"("mission_locale_id", "partnership_id");
CREATE INDEX "saved_list_place_user_id_idx" ON "saved_list_place"("user_id");
ALTER TABLE "saved_list_place" ADD CONSTRAINT "saved_list_place_mission_locale_id_list_id_fkey" FOREIGN KEY ("mission_locale_id", "list_id") REFERENCES "saved_list"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "saved_list_place" ADD CONSTRAINT "saved_list_place_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "saved_list_place" ADD CONSTRAINT "saved_list_place_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE saved_list_place ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_list_place FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_list_place TO maillage_system, maillage_tenant;
CREATE POLICY system ON saved_list_place TO maillage_system USING (true) WITH CHECK (true);
-- Each person's own, in a list that they see: how far a colleague got is nobody else's business.
CREATE POLICY own ON saved_list_place TO maillage_tenant
  USING (mission_locale_id = (SELECT app.mission_locale()) AND user_id = (SELECT app.actor()))
  WITH CHECK (mission_locale_id = (SELECT app.mission_locale()) AND user_id = (SELECT app.actor())
    AND EXISTS (SELECT FROM saved_list l WHERE l.mission_locale_id = saved_list_place.mission_locale_id AND l.id = list_id));
CREATE TRIGGER signed_by_ours AFTER INSERT ON saved_list_place REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('user_id');
