-- A change made to many partners at once, with what it replaced: so that one click undoes it.
CREATE TABLE "bulk_change" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "change" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "count" INTEGER NOT NULL,
    "created_by_id" UUID DEFAULT app.actor(),
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ,

    CONSTRAINT "bulk_change_pkey" PRIMARY KEY ("mission_locale_id","id")
);
ALTER TABLE bulk_change ADD FOREIGN KEY (mission_locale_id) REFERENCES mission_locale ON DELETE CASCADE;

ALTER TABLE bulk_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulk_change FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON bulk_change TO maillage_system;
CREATE POLICY system ON bulk_change TO maillage_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON bulk_change TO maillage_tenant;
GRANT UPDATE (undone_at) ON bulk_change TO maillage_tenant;
CREATE POLICY own ON bulk_change TO maillage_tenant
  USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()));
