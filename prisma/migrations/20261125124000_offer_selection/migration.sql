-- Offers that a person keeps: to compare and send now (selection), or at hand (favourites). Each person's own. Not traced: it says nothing of an offer.
-- The offer may be another agency's, so that no foreign key leads to it: reads join what the person may find, and what is no longer found is not shown.
CREATE TYPE "kept_in" AS ENUM ('selection', 'favourites');
CREATE TABLE "kept_offer" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "user_id" UUID NOT NULL DEFAULT app.actor(),
    "kept_in" "kept_in" NOT NULL,
    "offer_id" UUID NOT NULL,
    "offer_agency_id" UUID NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_offer_pkey" PRIMARY KEY ("mission_locale_id","user_id","kept_in","offer_id"),
    CONSTRAINT "kept_offer_note_has_a_limit" CHECK (length(note) <= 500)
);
CREATE INDEX "kept_offer_user_id_idx" ON "kept_offer"("user_id");
ALTER TABLE "kept_offer" ADD CONSTRAINT "kept_offer_mission_locale_id_fkey" FOREIGN KEY ("mission_locale_id") REFERENCES "mission_locale"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "kept_offer" ADD CONSTRAINT "kept_offer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Offers sent to somebody by mail. The address and the word are there until the mail is written, then forgotten; not traced, for the same reason.
CREATE TABLE "offer_sending" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "created_by_id" UUID DEFAULT app.actor(),
    "recipient" TEXT,
    "word" TEXT,
    "offer_ids" UUID[] NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offer_sending_pkey" PRIMARY KEY ("mission_locale_id","id"),
    CONSTRAINT "offer_sending_has_a_limit" CHECK (cardinality(offer_ids) BETWEEN 1 AND 12 AND length(recipient) <= 254 AND length(word) <= 1000)
);
CREATE INDEX "offer_sending_mission_locale_id_created_by_id_created_at_idx" ON "offer_sending"("mission_locale_id", "created_by_id", "created_at");
ALTER TABLE "offer_sending" ADD CONSTRAINT "offer_sending_mission_locale_id_fkey" FOREIGN KEY ("mission_locale_id") REFERENCES "mission_locale"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "offer_sending" ADD CONSTRAINT "offer_sending_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

DO $$
DECLARE t text; who text;
BEGIN
  FOREACH t IN ARRAY ARRAY['kept_offer', 'offer_sending'] LOOP
    who := CASE t WHEN 'kept_offer' THEN 'user_id' ELSE 'created_by_id' END;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_system, maillage_tenant', t);
    EXECUTE format('CREATE POLICY system ON %I TO maillage_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY own ON %I TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale()) AND %I = (SELECT app.actor())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()) AND %I = (SELECT app.actor()))', t, who, who);
    EXECUTE format('CREATE TRIGGER signed_by_ours AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours(%L)', t, who);
  END LOOP;
END $$;
