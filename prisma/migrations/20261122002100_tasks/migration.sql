-- What to do, for whom, by when: typed by a person, left by an exchange, or proposed by a rule.
CREATE TYPE "task_origin" AS ENUM ('person', 'exchange', 'rule');

CREATE TABLE "task" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "partnership_id" UUID,
    "title" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "assignee_id" UUID,
    "created_by_id" UUID DEFAULT app.actor(),
    "origin" "task_origin" NOT NULL DEFAULT 'person',
    "rule_key" TEXT,
    "interaction_id" UUID,
    "done_at" TIMESTAMPTZ,
    "done_by_id" UUID,
    "snoozed_from" DATE,
    "deleted_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("mission_locale_id","id")
);
CREATE INDEX "task_mission_locale_id_partnership_id_idx" ON "task"("mission_locale_id", "partnership_id");
ALTER TABLE "task" ADD CONSTRAINT "task_mission_locale_id_partnership_id_fkey" FOREIGN KEY ("mission_locale_id", "partnership_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "task" ADD CONSTRAINT "task_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "task" ADD CONSTRAINT "task_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "task" ADD CONSTRAINT "task_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE task ADD FOREIGN KEY (mission_locale_id) REFERENCES mission_locale ON DELETE CASCADE;
ALTER TABLE task ADD CONSTRAINT title_has_a_limit CHECK (length(title) BETWEEN 1 AND 200);

-- What waits is little; what was done is kept for ever. Each list reads one of these, a page at a time.
CREATE INDEX task_open_of_person ON task (mission_locale_id, assignee_id, due_on, id) WHERE done_at IS NULL AND deleted_at IS NULL;
CREATE INDEX task_open_of_agency ON task (mission_locale_id, due_on, id) WHERE done_at IS NULL AND deleted_at IS NULL;
CREATE INDEX task_done ON task (mission_locale_id, done_at DESC, id DESC) WHERE done_at IS NOT NULL AND deleted_at IS NULL;
-- A rule says a thing once: two runs at the same time too.
CREATE UNIQUE INDEX task_of_rule_open_once ON task (mission_locale_id, rule_key) WHERE rule_key IS NOT NULL AND done_at IS NULL AND deleted_at IS NULL;
CREATE INDEX task_of_rule ON task (mission_locale_id, rule_key) WHERE rule_key IS NOT NULL;

ALTER TABLE task ENABLE ROW LEVEL SECURITY;
ALTER TABLE task FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON task TO maillage_system;
CREATE POLICY system ON task TO maillage_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON task TO maillage_tenant;
CREATE POLICY own ON task TO maillage_tenant
  USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()));
CREATE TRIGGER touch BEFORE UPDATE ON task FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch();

-- Who wrote it, who does it and who did it work in the agency, or did (see 001500_people_of_the_agency). Whom it is given to may change later.
CREATE TRIGGER signed_by_ours AFTER INSERT ON task REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('created_by_id');
CREATE TRIGGER signature_stays BEFORE UPDATE OF created_by_id ON task FOR EACH ROW
  WHEN (NEW.created_by_id IS DISTINCT FROM OLD.created_by_id AND current_user = 'maillage_tenant') EXECUTE FUNCTION app.signature_stays();
CREATE TRIGGER given_to_ours AFTER INSERT ON task REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('assignee_id');
CREATE TRIGGER given_to_ours_later AFTER UPDATE ON task REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('assignee_id');
CREATE TRIGGER done_by_ours AFTER INSERT ON task REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('done_by_id');
CREATE TRIGGER done_by_ours_later AFTER UPDATE ON task REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('done_by_id');

SELECT audit.watch('task', 'partnership_id');
