-- What the migrations made by hand and schema.prisma cannot say: Prisma would undo it, so « npm run migration » leaves it out.
-- Written by « npm run migration -- --keep »; read it again before committing.

-- DropForeignKey
ALTER TABLE "bulk_change" DROP CONSTRAINT "bulk_change_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "end_reason" DROP CONSTRAINT "end_reason_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "engagement_form" DROP CONSTRAINT "engagement_form_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "feedback" DROP CONSTRAINT "feedback_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "handover" DROP CONSTRAINT "handover_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "import_batch" DROP CONSTRAINT "import_batch_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "interaction_outcome" DROP CONSTRAINT "interaction_outcome_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "membership" DROP CONSTRAINT "membership_organisation_id_fkey";

-- DropForeignKey
ALTER TABLE "membership" DROP CONSTRAINT "membership_region_code_fkey";

-- DropForeignKey
ALTER TABLE "one_time_token" DROP CONSTRAINT "one_time_token_user_id_fkey";

-- DropForeignKey
ALTER TABLE "organisation" DROP CONSTRAINT "organisation_home_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "organisation_kind" DROP CONSTRAINT "organisation_kind_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "partnership" DROP CONSTRAINT "partnership_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "saved_list" DROP CONSTRAINT "saved_list_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "session" DROP CONSTRAINT "session_membership_id_fkey";

-- DropForeignKey
ALTER TABLE "setting" DROP CONSTRAINT "setting_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "stored_file" DROP CONSTRAINT "stored_file_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "tag" DROP CONSTRAINT "tag_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "task" DROP CONSTRAINT "task_mission_locale_id_fkey";

-- DropForeignKey
ALTER TABLE "transport_mode" DROP CONSTRAINT "transport_mode_mission_locale_id_fkey";

-- DropIndex
DROP INDEX "engagement_by_form";

-- AlterTable
ALTER TABLE "end_reason" ALTER COLUMN "mission_locale_id" DROP DEFAULT;

-- AlterTable
ALTER TABLE "engagement_form" ALTER COLUMN "mission_locale_id" DROP DEFAULT;

-- AlterTable
ALTER TABLE "interaction_outcome" ALTER COLUMN "mission_locale_id" DROP DEFAULT;

-- AlterTable
ALTER TABLE "organisation_kind" ALTER COLUMN "mission_locale_id" DROP DEFAULT;

-- AlterTable
ALTER TABLE "tag" ALTER COLUMN "mission_locale_id" DROP DEFAULT;

-- AlterTable
ALTER TABLE "transport_mode" ALTER COLUMN "mission_locale_id" DROP DEFAULT;
