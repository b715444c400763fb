-- Dated runs of a training or a workshop, and who is registered. `seated` is kept beside the seats, so that others read how many
-- are left without reading who sits; it is written under the lock of its row (app/domain/offer/session).
CREATE TYPE "registration_state" AS ENUM ('seated', 'waiting', 'released');
CREATE TABLE "offer_session" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "offer_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "place" TEXT,
    "seats" INTEGER NOT NULL,
    "seated" INTEGER NOT NULL DEFAULT 0,
    "cancelled_at" TIMESTAMPTZ,
    "created_by_id" UUID DEFAULT app.actor(),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offer_session_pkey" PRIMARY KEY ("mission_locale_id","id"),
    CONSTRAINT "offer_session_ends_after_it_begins" CHECK (ends_at > starts_at),
    CONSTRAINT "offer_session_seats" CHECK (seats BETWEEN 1 AND 10000 AND seated BETWEEN 0 AND seats),
    CONSTRAINT "offer_session_text_has_a_limit" CHECK (length(place) <= 300)
);
CREATE INDEX "offer_session_mission_locale_id_offer_id_starts_at_idx" ON "offer_session"("mission_locale_id", "offer_id", "starts_at");
ALTER TABLE "offer_session" ADD CONSTRAINT "offer_session_mission_locale_id_offer_id_fkey" FOREIGN KEY ("mission_locale_id", "offer_id") REFERENCES "offer"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "offer_session" ADD CONSTRAINT "offer_session_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Not traced: the trail would keep the names that are forgotten here (`forgetNames`).
CREATE TABLE "offer_registration" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "session_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT,
    "state" "registration_state" NOT NULL,
    "created_by_id" UUID DEFAULT app.actor(),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ,

    CONSTRAINT "offer_registration_pkey" PRIMARY KEY ("mission_locale_id","id"),
    CONSTRAINT "offer_registration_label_has_a_limit" CHECK (length(label) BETWEEN 1 AND 60)
);
CREATE UNIQUE INDEX "offer_registration_mission_locale_id_session_id_position_key" ON "offer_registration"("mission_locale_id", "session_id", "position");
ALTER TABLE "offer_registration" ADD CONSTRAINT "offer_registration_mission_locale_id_session_id_fkey" FOREIGN KEY ("mission_locale_id", "session_id") REFERENCES "offer_session"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "offer_registration" ADD CONSTRAINT "offer_registration_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['offer_session', 'offer_registration'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_system, maillage_tenant', t);
    EXECUTE format('CREATE POLICY system ON %I TO maillage_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY own ON %I TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()))', t);
    EXECUTE format('CREATE TRIGGER signed_by_ours AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours(%L)', t, 'created_by_id');
    EXECUTE format('CREATE TRIGGER signature_stays BEFORE UPDATE OF created_by_id ON %I FOR EACH ROW WHEN (NEW.created_by_id IS DISTINCT FROM OLD.created_by_id AND current_user = ''maillage_tenant'') EXECUTE FUNCTION app.signature_stays()', t);
  END LOOP;
END $$;
-- Who reads the offer reads its dates and how many seats are left; never who sits.
CREATE POLICY shared ON offer_session FOR SELECT TO maillage_tenant USING (EXISTS (SELECT FROM offer f WHERE f.mission_locale_id = offer_session.mission_locale_id AND f.id = offer_id));
-- A registration is no correction: whoever corrects the session meanwhile is not told that somebody did.
CREATE TRIGGER touch BEFORE UPDATE OF starts_at, ends_at, place, seats, cancelled_at ON offer_session FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch();
SELECT audit.watch('offer_session', 'offer_id');
