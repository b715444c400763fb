-- Two partnerships of one agency that may be one partner, written twice. Found by a job, settled by a person.
CREATE TYPE "duplicate_level" AS ENUM ('sure', 'probable', 'possible');
CREATE TYPE "duplicate_state" AS ENUM ('open', 'dismissed');

CREATE TABLE "duplicate_pair" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "level" "duplicate_level" NOT NULL,
    "reasons" JSONB NOT NULL,
    "strong" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" "duplicate_state" NOT NULL DEFAULT 'open',
    "dismissed_at" TIMESTAMPTZ,
    "dismissed_by_id" UUID,
    "dismissed_for" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reopened_at" TIMESTAMPTZ,
    "found_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duplicate_pair_pkey" PRIMARY KEY ("mission_locale_id","id"),
    -- Ordered, so that a pair is there once.
    CONSTRAINT "duplicate_pair_is_ordered" CHECK (one_id < other_id)
);
CREATE UNIQUE INDEX "duplicate_pair_mission_locale_id_one_id_other_id_key" ON "duplicate_pair"("mission_locale_id", "one_id", "other_id");
CREATE INDEX "duplicate_pair_mission_locale_id_other_id_idx" ON "duplicate_pair"("mission_locale_id", "other_id");
CREATE INDEX duplicate_pair_by_score ON duplicate_pair (mission_locale_id, state, (-score), id);
ALTER TABLE "duplicate_pair" ADD CONSTRAINT "duplicate_pair_mission_locale_id_one_id_fkey" FOREIGN KEY ("mission_locale_id", "one_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "duplicate_pair" ADD CONSTRAINT "duplicate_pair_mission_locale_id_other_id_fkey" FOREIGN KEY ("mission_locale_id", "other_id") REFERENCES "partnership"("mission_locale_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "duplicate_pair" ADD CONSTRAINT "duplicate_pair_dismissed_by_id_fkey" FOREIGN KEY ("dismissed_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE duplicate_pair ENABLE ROW LEVEL SECURITY;
ALTER TABLE duplicate_pair FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON duplicate_pair TO maillage_system;
CREATE POLICY system ON duplicate_pair TO maillage_system USING (true) WITH CHECK (true);
-- A person settles a pair; only the search finds or forgets one.
GRANT SELECT ON duplicate_pair TO maillage_tenant;
GRANT UPDATE (state, dismissed_at, dismissed_by_id, dismissed_for) ON duplicate_pair TO maillage_tenant;
CREATE POLICY own ON duplicate_pair TO maillage_tenant
  USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()));
CREATE TRIGGER dismissed_by_ours AFTER INSERT ON duplicate_pair REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('dismissed_by_id');
CREATE TRIGGER dismissed_by_ours_later AFTER UPDATE ON duplicate_pair REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('dismissed_by_id');
SELECT audit.watch('duplicate_pair', 'id');

-- What brings two partners together to be compared (app/domain/duplicate/match-keys.ts): one row a key, read by the search alone.
-- It hangs on the flat row: what leaves the lists (merged into another) leaves the search of duplicates by itself.
CREATE TABLE search.match_key (
  mission_locale_id uuid NOT NULL,
  partnership_id uuid NOT NULL,
  block text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (mission_locale_id, block, value, partnership_id),
  FOREIGN KEY (mission_locale_id, partnership_id) REFERENCES search.partner (mission_locale_id, partnership_id) ON DELETE CASCADE
);
CREATE INDEX match_key_of_partner ON search.match_key (mission_locale_id, partnership_id);
ALTER TABLE search.match_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.match_key FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON search.match_key TO maillage_system;
CREATE POLICY system ON search.match_key TO maillage_system USING (true) WITH CHECK (true);

-- Partners of before: looked at by the night's sweep (duplicate:sweep).
