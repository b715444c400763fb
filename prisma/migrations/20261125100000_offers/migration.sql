-- Offers: what a partner, or the agency itself, offers to youths. One model for all kinds; docs/decisions/0008.

CREATE TYPE "offer_kind" AS ENUM ('job', 'apprenticeship', 'immersion', 'internship', 'training', 'workshop', 'service', 'mentoring');
CREATE TYPE "offer_state" AS ENUM ('draft', 'submitted', 'published', 'paused', 'filled', 'expired', 'withdrawn', 'archived');
CREATE TYPE "offer_audience" AS ENUM ('agency', 'region', 'network', 'public');
CREATE TYPE "offer_origin" AS ENUM ('agency', 'partner', 'dataInclusion', 'franceTravail');

CREATE TABLE "offer" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "partnership_id" UUID,
    "kind" "offer_kind" NOT NULL,
    "state" "offer_state" NOT NULL DEFAULT 'draft',
    "state_since" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_before_archive" "offer_state",
    "audience" "offer_audience" NOT NULL DEFAULT 'agency',
    "origin" "offer_origin" NOT NULL DEFAULT 'agency',
    "source_id" TEXT,
    "source_url" TEXT,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "theme_codes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "thematiques" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "service_type" TEXT,
    "romes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "contract" TEXT,
    "working_time" TEXT,
    "weekly_hours" DECIMAL(4,1),
    "schedule" TEXT,
    "pay" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,
    "duration" TEXT,
    "places" INTEGER,
    "level" TEXT,
    "experience" TEXT,
    "age_min" INTEGER,
    "age_max" INTEGER,
    "publics" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "schemes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "is_handicap_friendly" BOOLEAN NOT NULL DEFAULT false,
    "conditions" TEXT,
    "documents" TEXT,
    "mobilisation_modes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "mobilisable_by" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "mobilisation_text" TEXT,
    "mobilisation_url" TEXT,
    "cost" TEXT,
    "cost_text" TEXT,
    "reception_modes" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "has_own_place" BOOLEAN NOT NULL DEFAULT false,
    "address_line" TEXT,
    "postcode" TEXT,
    "commune_code" TEXT,
    "departement_code" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "place_precision" "place_precision",
    "zones" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "opens_on" DATE,
    "closes_on" DATE,
    "contact_name" TEXT,
    "contact_email" TEXT,
    "contact_phone" TEXT,
    "published_at" TIMESTAMPTZ,
    "confirmed_at" TIMESTAMPTZ,
    "asked_at" TIMESTAMPTZ,
    "created_by_id" UUID DEFAULT app.actor(),
    "deleted_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("mission_locale_id","id"),
    CONSTRAINT "offer_ends_after_it_begins" CHECK (ends_on >= starts_on),
    CONSTRAINT "offer_closes_after_it_opens" CHECK (closes_on >= opens_on),
    CONSTRAINT "offer_has_places" CHECK (places BETWEEN 1 AND 10000),
    CONSTRAINT "offer_ages" CHECK (age_min BETWEEN 10 AND 99 AND age_max BETWEEN 10 AND 99 AND age_max >= age_min),
    CONSTRAINT "offer_is_on_earth" CHECK ((latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL OR (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180))),
    CONSTRAINT "offer_text_has_a_limit" CHECK (length(title) BETWEEN 1 AND 200 AND length(description) <= 20000),
    CONSTRAINT "offer_romes_look_like_codes" CHECK (array_to_string(romes, ' ') ~ '^([A-N][0-9]{4}( |$))*$' AND cardinality(romes) <= 20)
);
CREATE INDEX "offer_mission_locale_id_partnership_id_idx" ON "offer"("mission_locale_id", "partnership_id");
CREATE INDEX "offer_mission_locale_id_state_updated_at_idx" ON "offer"("mission_locale_id", "state", "updated_at");
CREATE INDEX "offer_state_closes_on_idx" ON "offer"("state", "closes_on");
-- What came from elsewhere comes once.
CREATE UNIQUE INDEX "offer_mission_locale_id_origin_source_id_key" ON "offer"("mission_locale_id", "origin", "source_id");
ALTER TABLE "offer" ADD CONSTRAINT "offer_mission_locale_id_fkey" FOREIGN KEY ("mission_locale_id") REFERENCES "mission_locale"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "offer" ADD CONSTRAINT "offer_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "offer" ADD CONSTRAINT "offer_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "commune"("code") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "offer" ADD CONSTRAINT "offer_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Trades and their titles (répertoire opérationnel des métiers et des emplois, France Travail): public reference data.
CREATE TABLE "rome_job" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "rome_job_pkey" PRIMARY KEY ("code"),
    CONSTRAINT "rome_code_looks_like_one" CHECK (code ~ '^[A-N][0-9]{4}$')
);
CREATE TABLE "rome_title" (
    "job_code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    -- Folded, both genders: « serveur / serveuse de restaurant ».
    "search_label" TEXT NOT NULL,

    CONSTRAINT "rome_title_pkey" PRIMARY KEY ("job_code","label")
);
ALTER TABLE "rome_title" ADD CONSTRAINT "rome_title_job_code_fkey" FOREIGN KEY ("job_code") REFERENCES "rome_job"("code") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX rome_title_by_words ON rome_title USING gin (to_tsvector('simple', search_label));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['offer', 'rome_job', 'rome_title'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_system', t);
    EXECUTE format('CREATE POLICY system ON %I TO maillage_system USING (true) WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['rome_job', 'rome_title'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO maillage_tenant', t);
    EXECUTE format('CREATE POLICY everybody ON %I FOR SELECT TO maillage_tenant USING (true)', t);
  END LOOP;
END $$;

-- The region of the agency of this transaction: whose offers « for the region » it reads.
CREATE FUNCTION app.region_of_agency() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT region_code FROM mission_locale WHERE id = app.mission_locale() $$;
-- The agencies of a region: their offers for the region are read by one another.
CREATE FUNCTION app.agencies_of(code text) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(id), '{}') FROM mission_locale WHERE region_code = code $$;

-- One's own whatever its state; those of others once published, as far as their audience goes. Nobody writes another's.
GRANT SELECT, INSERT, UPDATE, DELETE ON offer TO maillage_tenant;
CREATE POLICY own ON offer TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()));
CREATE POLICY shared ON offer FOR SELECT TO maillage_tenant USING (state = 'published' AND deleted_at IS NULL AND (
  (audience IN ('network', 'public') AND coalesce((SELECT app.mission_locale())::text, (SELECT app.region())) IS NOT NULL)
  OR (audience = 'region' AND mission_locale_id = ANY ((SELECT app.agencies_of(app.region_of_agency()))::uuid[]))));
CREATE POLICY region_reads ON offer FOR SELECT TO maillage_tenant
  USING (state NOT IN ('draft', 'submitted') AND deleted_at IS NULL AND mission_locale_id = ANY ((SELECT app.region_agencies())::uuid[]));

CREATE TRIGGER touch BEFORE UPDATE ON offer FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch();
CREATE TRIGGER signed_by_ours AFTER INSERT ON offer REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('created_by_id');
CREATE TRIGGER signature_stays BEFORE UPDATE OF created_by_id ON offer FOR EACH ROW
  WHEN (NEW.created_by_id IS DISTINCT FROM OLD.created_by_id AND current_user = 'maillage_tenant') EXECUTE FUNCTION app.signature_stays();
SELECT audit.watch('offer', 'id');

DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app TO maillage_system;
  ALTER FUNCTION app.region_of_agency() OWNER TO maillage_system;
  ALTER FUNCTION app.agencies_of(text) OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app FROM maillage_system;
END $$;
