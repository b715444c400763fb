-- Files of an exchange: what came with the e-mail, the leaflet of the visit. By the partnership too, as who took part: whose
-- history tells it, and what moves along when an exchange goes to another record (deferrable, for one transaction).
CREATE TABLE "interaction_file" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "partnership_id" UUID NOT NULL,
    "interaction_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ,

    CONSTRAINT "interaction_file_pkey" PRIMARY KEY ("mission_locale_id","interaction_id","file_id")
);
ALTER TABLE interaction_file ADD CONSTRAINT interaction_file_interaction_fkey FOREIGN KEY (mission_locale_id, partnership_id, interaction_id)
  REFERENCES interaction (mission_locale_id, partnership_id, id) ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE;
ALTER TABLE interaction_file ADD CONSTRAINT interaction_file_mission_locale_id_file_id_fkey FOREIGN KEY (mission_locale_id, file_id)
  REFERENCES stored_file (mission_locale_id, id) ON DELETE CASCADE ON UPDATE CASCADE;

-- The walls: private to the agency, a region reads none of it.
ALTER TABLE interaction_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE interaction_file FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON interaction_file TO maillage_system, maillage_tenant;
CREATE POLICY system ON interaction_file TO maillage_system USING (true) WITH CHECK (true);
CREATE POLICY own ON interaction_file TO maillage_tenant
  USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()));
SELECT audit.watch('interaction_file', 'partnership_id');
