-- What people of an agency report of the site: problems, ideas, questions. Read by its administrators and by who wrote it.
CREATE TYPE "feedback_kind" AS ENUM ('problem', 'idea', 'question');
CREATE TYPE "feedback_state" AS ENUM ('new', 'inProgress', 'answered', 'done');

CREATE TABLE "feedback" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "kind" "feedback_kind" NOT NULL,
    "state" "feedback_state" NOT NULL DEFAULT 'new',
    "happened" TEXT NOT NULL,
    "expected" TEXT,
    "page" TEXT,
    "record_path" TEXT,
    "error_id" TEXT,
    "author_id" UUID DEFAULT app.actor(),
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("mission_locale_id","id")
);
ALTER TABLE feedback ADD CONSTRAINT what_is_written_has_a_limit CHECK (length(happened) BETWEEN 1 AND 5000 AND length(expected) <= 5000 AND length(answer) <= 5000);
CREATE INDEX "feedback_mission_locale_id_state_id_idx" ON "feedback"("mission_locale_id", "state", "id");
CREATE INDEX "feedback_mission_locale_id_author_id_id_idx" ON "feedback"("mission_locale_id", "author_id", "id");
ALTER TABLE feedback ADD FOREIGN KEY (mission_locale_id) REFERENCES mission_locale ON DELETE CASCADE;
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE feedback ENABLE ROW LEVEL SECURITY;
ALTER TABLE feedback FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON feedback TO maillage_system, maillage_tenant;
CREATE POLICY system ON feedback TO maillage_system USING (true) WITH CHECK (true);
CREATE POLICY own ON feedback TO maillage_tenant
  USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()));
CREATE TRIGGER touch BEFORE UPDATE ON feedback FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch();

CREATE TRIGGER signed_by_ours AFTER INSERT ON feedback REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('author_id');
CREATE TRIGGER signature_stays BEFORE UPDATE OF author_id ON feedback FOR EACH ROW
  WHEN (NEW.author_id IS DISTINCT FROM OLD.author_id AND current_user = 'maillage_tenant') EXECUTE FUNCTION app.signature_stays();
CREATE TRIGGER answered_by_ours AFTER INSERT ON feedback REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('answered_by_id');
CREATE TRIGGER answered_by_ours_later AFTER UPDATE ON feedback REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('answered_by_id');

SELECT audit.watch('feedback', 'id');
