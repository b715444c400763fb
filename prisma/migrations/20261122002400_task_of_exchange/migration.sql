-- A task that follows an exchange points to one of its own agency.
-- No action: exchanges and tasks of a partnership go in one statement, in any order; an exchange alone is never taken out of the table.
ALTER TABLE "task" ADD CONSTRAINT "task_mission_locale_id_interaction_id_fkey" FOREIGN KEY ("mission_locale_id", "interaction_id") REFERENCES "interaction"("mission_locale_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
-- What follows each exchange is read with it.
CREATE INDEX "task_mission_locale_id_interaction_id_idx" ON "task"("mission_locale_id", "interaction_id");
