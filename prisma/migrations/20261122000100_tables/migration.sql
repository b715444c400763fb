-- CreateEnum
CREATE TYPE "role" AS ENUM ('officer', 'counsellor', 'manager', 'admin', 'regional', 'partnerAdmin', 'partnerMember', 'platformAdmin');

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('invitation', 'passwordReset');

-- CreateEnum
CREATE TYPE "place_precision" AS ENUM ('exact', 'street', 'commune', 'departement');

-- CreateEnum
CREATE TYPE "partnership_stage" AS ENUM ('prospect', 'contacted', 'building', 'active', 'dormant', 'ended', 'archived');

-- CreateEnum
CREATE TYPE "readiness" AS ENUM ('refused', 'to_explore', 'willing', 'tried', 'regular');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('received', 'reading', 'mapping', 'planning', 'planned', 'applying', 'applied', 'undoing', 'undone', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "import_outcome" AS ENUM ('create', 'join', 'complete', 'unchanged', 'question', 'refused');

-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('running', 'done', 'retrying', 'parked');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('queued', 'sent', 'refused');

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "departement" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,

    CONSTRAINT "departement_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "commune" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "postcodes" TEXT[],
    "departement_code" TEXT NOT NULL,
    "population" INTEGER NOT NULL DEFAULT 0,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "part_of_code" TEXT,

    CONSTRAINT "commune_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "mission_locale" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "name" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "departement_code" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "website" TEXT,
    "address_line" TEXT,
    "postcode" TEXT,
    "commune_code" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mission_locale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "name" TEXT NOT NULL,
    "address_line" TEXT,
    "postcode" TEXT,
    "commune_code" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "phone" TEXT,
    "is_main" BOOLEAN NOT NULL DEFAULT false,
    "closed_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_pkey" PRIMARY KEY ("mission_locale_id","id")
);

-- CreateTable
CREATE TABLE "setting" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("mission_locale_id","key")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "email" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "phone" TEXT,
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "deactivated_at" TIMESTAMPTZ,
    "last_seen_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT,
    "password_changed_at" TIMESTAMPTZ,
    "totp_secret" TEXT,
    "totp_enabled_at" TIMESTAMPTZ,
    "totp_last_window" INTEGER,
    "recovery_hashes" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "credential_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "mission_locale_id" UUID,
    "region_code" TEXT,
    "organisation_id" UUID,
    "site_id" UUID,
    "ended_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "membership_id" UUID,
    "is_complete" BOOLEAN NOT NULL DEFAULT true,
    "device" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "revoked_at" TIMESTAMPTZ,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_token" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "purpose" "token_purpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_failure" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "key_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_kind" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "mission_locale_id" UUID,
    "code" TEXT,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_kind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engagement_form" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "mission_locale_id" UUID,
    "code" TEXT,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "engagement_form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "mission_locale_id" UUID,
    "code" TEXT,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transport_mode" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "mission_locale_id" UUID,
    "code" TEXT,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "transport_mode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "end_reason" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "mission_locale_id" UUID,
    "code" TEXT,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "end_reason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "siret" TEXT,
    "name" TEXT NOT NULL,
    "original_name" TEXT,
    "brand_name" TEXT,
    "acronym" TEXT,
    "name_key" TEXT NOT NULL,
    "kind_id" UUID NOT NULL,
    "naf_code" TEXT,
    "legal_form" TEXT,
    "headcount_band" TEXT,
    "description" TEXT,
    "phone" TEXT,
    "other_phones" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "email" TEXT,
    "website" TEXT,
    "opening_hours" JSONB,
    "address_line" TEXT,
    "address_extra" TEXT,
    "postcode" TEXT,
    "cedex" TEXT,
    "commune_code" TEXT,
    "departement_code" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "place_precision" "place_precision",
    "parent_id" UUID,
    "fact_sources" JSONB NOT NULL DEFAULT '{}',
    "home_mission_locale_id" UUID DEFAULT app.mission_locale(),
    "closed_on" DATE,
    "claimed_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "organisation_id" UUID NOT NULL,
    "stage" "partnership_stage" NOT NULL DEFAULT 'prospect',
    "stage_since" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stage_before_archive" "partnership_stage",
    "end_reason_id" UUID,
    "officer_id" UUID,
    "site_id" UUID,
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("mission_locale_id","id")
);

-- CreateTable
CREATE TABLE "partnership_kind" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "partnership_id" UUID NOT NULL,
    "kind_id" UUID NOT NULL,

    CONSTRAINT "partnership_kind_pkey" PRIMARY KEY ("mission_locale_id","partnership_id","kind_id")
);

-- CreateTable
CREATE TABLE "partnership_theme" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "partnership_id" UUID NOT NULL,
    "theme_code" TEXT NOT NULL,

    CONSTRAINT "partnership_theme_pkey" PRIMARY KEY ("mission_locale_id","partnership_id","theme_code")
);

-- CreateTable
CREATE TABLE "partnership_tag" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "partnership_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "partnership_tag_pkey" PRIMARY KEY ("mission_locale_id","partnership_id","tag_id")
);

-- CreateTable
CREATE TABLE "engagement" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "partnership_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "readiness" "readiness" NOT NULL DEFAULT 'to_explore',
    "capacity_per_month" INTEGER,
    "months" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "comment" TEXT,
    "said_by" TEXT,
    "said_on" DATE,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "engagement_pkey" PRIMARY KEY ("mission_locale_id","partnership_id","form_id")
);

-- CreateTable
CREATE TABLE "contact" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "partnership_id" UUID NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT NOT NULL,
    "job_title" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "preference" TEXT,
    "is_main" BOOLEAN NOT NULL DEFAULT false,
    "left_at" TIMESTAMPTZ,
    "deleted_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("mission_locale_id","id")
);

-- CreateTable
CREATE TABLE "note" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "partnership_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" UUID DEFAULT app.actor(),
    "is_pinned" BOOLEAN NOT NULL DEFAULT false,
    "deleted_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_pkey" PRIMARY KEY ("mission_locale_id","id")
);

-- CreateTable
CREATE TABLE "stage_move" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "partnership_id" UUID NOT NULL,
    "from_stage" "partnership_stage",
    "to_stage" "partnership_stage" NOT NULL,
    "comment" TEXT,
    "by_id" UUID DEFAULT app.actor(),
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stage_move_pkey" PRIMARY KEY ("mission_locale_id","id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "state" "import_state" NOT NULL DEFAULT 'received',
    "file_name" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "sheet" JSONB,
    "mapping" JSONB,
    "counts" JSONB,
    "progress" JSONB,
    "problem" TEXT,
    "created_by_id" UUID DEFAULT app.actor(),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ,
    "undone_at" TIMESTAMPTZ,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("mission_locale_id","id")
);

-- CreateTable
CREATE TABLE "import_item" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "lines" INTEGER[],
    "outcome" "import_outcome" NOT NULL,
    "label" TEXT NOT NULL,
    "facts" JSONB,
    "cells" JSONB,
    "notes" JSONB NOT NULL DEFAULT '[]',
    "questions" JSONB NOT NULL DEFAULT '[]',
    "organisation_id" UUID,
    "partnership_id" UUID,
    "effect" JSONB,

    CONSTRAINT "import_item_pkey" PRIMARY KEY ("mission_locale_id","batch_id","position")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "fingerprint" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("mission_locale_id","fingerprint")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "mission_locale_id" UUID DEFAULT app.mission_locale(),
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "actor_id" UUID DEFAULT app.actor(),
    "request_id" TEXT DEFAULT app.request(),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handled_at" TIMESTAMPTZ,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "mission_locale_id" UUID,
    "job_id" BIGINT NOT NULL,
    "task" TEXT NOT NULL,
    "about" TEXT,
    "state" "job_state" NOT NULL,
    "attempt" INTEGER NOT NULL,
    "error" TEXT,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "mission_locale_id" UUID DEFAULT app.mission_locale(),
    "recipient" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ,

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "commune_search_name_idx" ON "commune"("search_name");

-- CreateIndex
CREATE INDEX "commune_departement_code_idx" ON "commune"("departement_code");

-- CreateIndex
CREATE INDEX "mission_locale_region_code_idx" ON "mission_locale"("region_code");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE INDEX "membership_mission_locale_id_idx" ON "membership"("mission_locale_id");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_token_token_hash_key" ON "one_time_token"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_token_user_id_idx" ON "one_time_token"("user_id");

-- CreateIndex
CREATE INDEX "login_failure_key_hash_at_idx" ON "login_failure"("key_hash", "at");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_kind_code_key" ON "organisation_kind"("code");

-- CreateIndex
CREATE INDEX "organisation_kind_mission_locale_id_idx" ON "organisation_kind"("mission_locale_id");

-- CreateIndex
CREATE UNIQUE INDEX "engagement_form_code_key" ON "engagement_form"("code");

-- CreateIndex
CREATE INDEX "engagement_form_mission_locale_id_idx" ON "engagement_form"("mission_locale_id");

-- CreateIndex
CREATE UNIQUE INDEX "tag_code_key" ON "tag"("code");

-- CreateIndex
CREATE INDEX "tag_mission_locale_id_idx" ON "tag"("mission_locale_id");

-- CreateIndex
CREATE UNIQUE INDEX "transport_mode_code_key" ON "transport_mode"("code");

-- CreateIndex
CREATE INDEX "transport_mode_mission_locale_id_idx" ON "transport_mode"("mission_locale_id");

-- CreateIndex
CREATE UNIQUE INDEX "end_reason_code_key" ON "end_reason"("code");

-- CreateIndex
CREATE INDEX "end_reason_mission_locale_id_idx" ON "end_reason"("mission_locale_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_siret_key" ON "organisation"("siret");

-- CreateIndex
CREATE INDEX "organisation_name_key_commune_code_idx" ON "organisation"("name_key", "commune_code");

-- CreateIndex
CREATE INDEX "organisation_home_mission_locale_id_idx" ON "organisation"("home_mission_locale_id");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- CreateIndex
CREATE INDEX "partnership_organisation_id_idx" ON "partnership"("organisation_id");

-- CreateIndex
CREATE INDEX "partnership_mission_locale_id_officer_id_idx" ON "partnership"("mission_locale_id", "officer_id");

-- CreateIndex
CREATE UNIQUE INDEX "partnership_mission_locale_id_organisation_id_key" ON "partnership"("mission_locale_id", "organisation_id");

-- CreateIndex
CREATE INDEX "contact_mission_locale_id_partnership_id_idx" ON "contact"("mission_locale_id", "partnership_id");

-- CreateIndex
CREATE INDEX "note_mission_locale_id_partnership_id_idx" ON "note"("mission_locale_id", "partnership_id");

-- CreateIndex
CREATE INDEX "stage_move_mission_locale_id_partnership_id_idx" ON "stage_move"("mission_locale_id", "partnership_id");

-- CreateIndex
CREATE INDEX "import_item_mission_locale_id_batch_id_outcome_position_idx" ON "import_item"("mission_locale_id", "batch_id", "outcome", "position");

-- CreateIndex
CREATE INDEX "outbox_event_handled_at_created_at_idx" ON "outbox_event"("handled_at", "created_at");

-- CreateIndex
CREATE INDEX "job_run_mission_locale_id_started_at_idx" ON "job_run"("mission_locale_id", "started_at");

-- CreateIndex
CREATE INDEX "job_run_job_id_idx" ON "job_run"("job_id");

-- CreateIndex
CREATE INDEX "mail_message_mission_locale_id_created_at_idx" ON "mail_message"("mission_locale_id", "created_at");

-- AddForeignKey
ALTER TABLE "departement" ADD CONSTRAINT "departement_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commune" ADD CONSTRAINT "commune_departement_code_fkey" FOREIGN KEY ("departement_code") REFERENCES "departement"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mission_locale" ADD CONSTRAINT "mission_locale_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site" ADD CONSTRAINT "site_mission_locale_id_fkey" FOREIGN KEY ("mission_locale_id") REFERENCES "mission_locale"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_mission_locale_id_fkey" FOREIGN KEY ("mission_locale_id") REFERENCES "mission_locale"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "commune"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_kind_id_fkey" FOREIGN KEY ("kind_id") REFERENCES "organisation_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_mission_locale_id_site_id_fkey" FOREIGN KEY ("mission_locale_id", "site_id") REFERENCES "site"("mission_locale_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_end_reason_id_fkey" FOREIGN KEY ("end_reason_id") REFERENCES "end_reason"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_kind" ADD CONSTRAINT "partnership_kind_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_kind" ADD CONSTRAINT "partnership_kind_kind_id_fkey" FOREIGN KEY ("kind_id") REFERENCES "organisation_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_theme" ADD CONSTRAINT "partnership_theme_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_theme" ADD CONSTRAINT "partnership_theme_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_tag" ADD CONSTRAINT "partnership_tag_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_tag" ADD CONSTRAINT "partnership_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "engagement_form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_move" ADD CONSTRAINT "stage_move_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_move" ADD CONSTRAINT "stage_move_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_item" ADD CONSTRAINT "import_item_mission_locale_id_batch_id_fkey" FOREIGN KEY ("mission_locale_id", "batch_id") REFERENCES "import_batch"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
