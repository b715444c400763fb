-- Searches of offers that a person keeps, and what each found since. Each person's own. Not traced: it says nothing of an offer.
CREATE TABLE "offer_search" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "user_id" UUID NOT NULL DEFAULT app.actor(),
    "name" TEXT NOT NULL,
    "filters" TEXT NOT NULL,
    "by_mail" BOOLEAN NOT NULL DEFAULT true,
    "deleted_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offer_search_pkey" PRIMARY KEY ("mission_locale_id","id"),
    CONSTRAINT "offer_search_has_a_limit" CHECK (length(name) BETWEEN 1 AND 120 AND length(filters) <= 4000)
);
CREATE INDEX "offer_search_user_id_idx" ON "offer_search"("user_id");
CREATE INDEX "offer_search_mission_locale_id_user_id_idx" ON "offer_search"("mission_locale_id", "user_id");
ALTER TABLE "offer_search" ADD CONSTRAINT "offer_search_mission_locale_id_fkey" FOREIGN KEY ("mission_locale_id") REFERENCES "mission_locale"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "offer_search" ADD CONSTRAINT "offer_search_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One row a person and offer, whichever of their searches found it first: told once.
CREATE TABLE "offer_alert" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "user_id" UUID NOT NULL DEFAULT app.actor(),
    "offer_id" UUID NOT NULL,
    "offer_agency_id" UUID NOT NULL,
    "search_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told_at" TIMESTAMPTZ,

    CONSTRAINT "offer_alert_pkey" PRIMARY KEY ("mission_locale_id","user_id","offer_id")
);
CREATE INDEX "offer_alert_mission_locale_id_search_id_idx" ON "offer_alert"("mission_locale_id", "search_id");
CREATE INDEX "offer_alert_user_id_idx" ON "offer_alert"("user_id");
ALTER TABLE "offer_alert" ADD CONSTRAINT "offer_alert_mission_locale_id_search_id_fkey" FOREIGN KEY ("mission_locale_id", "search_id") REFERENCES "offer_search"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "offer_alert" ADD CONSTRAINT "offer_alert_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['offer_search', 'offer_alert'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_system, maillage_tenant', t);
    EXECUTE format('CREATE POLICY system ON %I TO maillage_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE TRIGGER signed_by_ours AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours(%L)', t, 'user_id');
  END LOOP;
END $$;
CREATE POLICY own ON offer_search TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale()) AND user_id = (SELECT app.actor())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()) AND user_id = (SELECT app.actor()));
CREATE POLICY own ON offer_alert TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale()) AND user_id = (SELECT app.actor()))
  WITH CHECK (mission_locale_id = (SELECT app.mission_locale()) AND user_id = (SELECT app.actor()) AND EXISTS (SELECT FROM offer_search s WHERE s.mission_locale_id = offer_alert.mission_locale_id AND s.id = search_id));
