-- What patrons give, what is signed with partners, the files that go with it, and what an agency must know of the people it keeps.

CREATE TYPE "contact_channel" AS ENUM ('phone', 'text', 'email', 'letter', 'visit');
CREATE TYPE "patronage_kind" AS ENUM ('money', 'goods', 'skills');
CREATE TYPE "agreement_state" AS ENUM ('draft', 'awaitingSignatures', 'active', 'expired', 'ended');
CREATE TYPE "agreement_renewal" AS ENUM ('none', 'tacit', 'express');

ALTER TABLE "contact" ADD COLUMN "channel" "contact_channel", ADD COLUMN "origin" TEXT, ADD COLUMN "informed_on" DATE;
-- « Aussi chez … »: the same person at two organisations of the agency, by the same telephone or address.
CREATE INDEX "contact_mission_locale_id_phone_idx" ON "contact"("mission_locale_id", "phone");
CREATE INDEX "contact_mission_locale_id_email_idx" ON "contact"("mission_locale_id", "email");

CREATE TABLE "patronage" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "partnership_id" UUID NOT NULL,
    "kind" "patronage_kind" NOT NULL,
    "year" INTEGER NOT NULL,
    "amount" DECIMAL(12,2),
    "purpose" TEXT,
    "contact_id" UUID,
    "promised_on" DATE,
    "received_on" DATE,
    "receipt_on" DATE,
    "receipt_number" TEXT,
    "renewal_on" DATE,
    "comment" TEXT,
    "deleted_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "patronage_pkey" PRIMARY KEY ("mission_locale_id","id"),
    CONSTRAINT "patronage_gives_something" CHECK (amount > 0),
    CONSTRAINT "patronage_in_our_times" CHECK (year BETWEEN 1990 AND 2100)
);
CREATE INDEX "patronage_mission_locale_id_partnership_id_idx" ON "patronage"("mission_locale_id", "partnership_id");
CREATE INDEX "patronage_mission_locale_id_year_idx" ON "patronage"("mission_locale_id", "year");
ALTER TABLE "patronage" ADD CONSTRAINT "patronage_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "patronage" ADD CONSTRAINT "patronage_mission_locale_id_contact_id_fkey" FOREIGN KEY ("mission_locale_id", "contact_id") REFERENCES "contact"("mission_locale_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

CREATE TABLE "agreement" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "partnership_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "state" "agreement_state" NOT NULL DEFAULT 'draft',
    "starts_on" DATE,
    "ends_on" DATE,
    "signed_on" DATE,
    "renewal" "agreement_renewal" NOT NULL DEFAULT 'none',
    "notice_days" INTEGER,
    "comment" TEXT,
    "renews_id" UUID,
    "deleted_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("mission_locale_id","id"),
    CONSTRAINT "agreement_ends_after_it_begins" CHECK (ends_on >= starts_on)
);
CREATE INDEX "agreement_mission_locale_id_partnership_id_idx" ON "agreement"("mission_locale_id", "partnership_id");
CREATE INDEX "agreement_mission_locale_id_ends_on_idx" ON "agreement"("mission_locale_id", "ends_on");
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_mission_locale_id_renews_id_fkey" FOREIGN KEY ("mission_locale_id", "renews_id") REFERENCES "agreement"("mission_locale_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

CREATE TABLE "agreement_party" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "agreement_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,

    CONSTRAINT "agreement_party_pkey" PRIMARY KEY ("mission_locale_id","agreement_id","partnership_id")
);
CREATE INDEX "agreement_party_mission_locale_id_partnership_id_idx" ON "agreement_party"("mission_locale_id", "partnership_id");
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_mission_locale_id_agreement_id_fkey" FOREIGN KEY ("mission_locale_id", "agreement_id") REFERENCES "agreement"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "agreement_form" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "agreement_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,

    CONSTRAINT "agreement_form_pkey" PRIMARY KEY ("mission_locale_id","agreement_id","form_id")
);
ALTER TABLE "agreement_form" ADD CONSTRAINT "agreement_form_mission_locale_id_agreement_id_fkey" FOREIGN KEY ("mission_locale_id", "agreement_id") REFERENCES "agreement"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "agreement_form" ADD CONSTRAINT "agreement_form_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "engagement_form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agreement_form" ADD CONSTRAINT "agreement_form_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TRIGGER value_is_ours BEFORE INSERT OR UPDATE ON agreement_form FOR EACH ROW EXECUTE FUNCTION app.value_is_ours('engagement_form', 'form_id');

CREATE TABLE "stored_file" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "sent_by_id" UUID DEFAULT app.actor(),
    "sent_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("mission_locale_id","id")
);
ALTER TABLE "stored_file" ADD FOREIGN KEY ("mission_locale_id") REFERENCES "mission_locale" ON DELETE CASCADE;
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "agreement_file" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "agreement_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "agreement_file_pkey" PRIMARY KEY ("mission_locale_id","agreement_id","file_id")
);
ALTER TABLE "agreement_file" ADD CONSTRAINT "agreement_file_mission_locale_id_agreement_id_fkey" FOREIGN KEY ("mission_locale_id", "agreement_id") REFERENCES "agreement"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "agreement_file" ADD CONSTRAINT "agreement_file_mission_locale_id_file_id_fkey" FOREIGN KEY ("mission_locale_id", "file_id") REFERENCES "stored_file"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "agreement_file" ADD CONSTRAINT "agreement_file_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The walls: private to the agency, a region reads none of it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['patronage', 'agreement', 'agreement_party', 'agreement_form', 'agreement_file', 'stored_file'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_system, maillage_tenant', t);
    EXECUTE format('CREATE POLICY system ON %I TO maillage_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY own ON %I TO maillage_tenant
      USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['patronage', 'agreement'] LOOP
    EXECUTE format('CREATE TRIGGER touch BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch()', t);
  END LOOP;
END $$;
CREATE TRIGGER signed_by_ours AFTER INSERT ON stored_file REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('sent_by_id');
CREATE TRIGGER signature_stays BEFORE UPDATE OF sent_by_id ON stored_file FOR EACH ROW
  WHEN (NEW.sent_by_id IS DISTINCT FROM OLD.sent_by_id AND current_user = 'maillage_tenant') EXECUTE FUNCTION app.signature_stays();

SELECT audit.watch(watched::regclass, record_column) FROM (VALUES
  ('patronage', 'partnership_id'), ('agreement', 'partnership_id'), ('agreement_party', 'partnership_id'), ('agreement_form', 'partnership_id'), ('agreement_file', 'partnership_id'), ('stored_file', 'id')
) AS tables(watched, record_column);

-- A patron is seen in the list. Written after the flat row rather than by search.refresh: it needs one look-up, and stands alone.
ALTER TABLE search.partner ADD is_patron boolean NOT NULL DEFAULT false;
CREATE OR REPLACE VIEW search.partner_of_agency AS SELECT * FROM search.partner WHERE mission_locale_id = (SELECT app.mission_locale());
CREATE OR REPLACE VIEW search.partner_of_region AS SELECT * FROM search.partner WHERE region_code = (SELECT app.region());
CREATE OR REPLACE FUNCTION search.refresh_touched() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = search, public AS $$
DECLARE
  agencies uuid[];
  partnerships uuid[];
BEGIN
  DELETE FROM search.commit WHERE transaction_id = NEW.transaction_id;
  WITH taken AS (DELETE FROM search.touched WHERE transaction_id = NEW.transaction_id RETURNING mission_locale_id, partnership_id)
  SELECT array_agg(mission_locale_id), array_agg(partnership_id) INTO agencies, partnerships FROM taken;
  IF partnerships IS NOT NULL THEN
    PERFORM search.refresh(agencies, partnerships);
    UPDATE search.partner s SET is_patron = NOT s.is_patron FROM unnest(agencies, partnerships) AS w(agency, id)
    WHERE (s.mission_locale_id, s.partnership_id) = (w.agency, w.id)
      AND s.is_patron <> EXISTS (SELECT FROM patronage g WHERE g.mission_locale_id = w.agency AND g.partnership_id = w.id AND g.deleted_at IS NULL);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER search_insert AFTER INSERT ON patronage REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.attached_changed();
CREATE TRIGGER search_update AFTER UPDATE ON patronage REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.attached_changed();
CREATE TRIGGER search_delete AFTER DELETE ON patronage REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION search.attached_changed();
