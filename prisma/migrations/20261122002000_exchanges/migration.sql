-- The free note becomes one kind of exchange among others: same rows, same triggers, same policies, under the glossary's name.
ALTER TABLE note RENAME TO interaction;
ALTER TABLE interaction RENAME CONSTRAINT note_pkey TO interaction_pkey;
ALTER TABLE interaction RENAME CONSTRAINT note_mission_locale_id_partnership_id_fkey TO interaction_mission_locale_id_partnership_id_fkey;
ALTER TABLE interaction RENAME CONSTRAINT note_author_id_fkey TO interaction_author_id_fkey;
DROP INDEX note_mission_locale_id_partnership_id_idx;

-- What came of it (no answer, interested…): a set of the network, and each agency's own beside it, as tags are.
CREATE TABLE "interaction_outcome" (
    "id" UUID NOT NULL DEFAULT app.uuid_v7(),
    "mission_locale_id" UUID DEFAULT app.mission_locale(),
    "code" TEXT,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interaction_outcome_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "interaction_outcome_code_key" ON "interaction_outcome"("code");
CREATE INDEX "interaction_outcome_mission_locale_id_idx" ON "interaction_outcome"("mission_locale_id");
CREATE UNIQUE INDEX interaction_outcome_label_once ON interaction_outcome (mission_locale_id, app.norm(label)) NULLS NOT DISTINCT WHERE retired_at IS NULL;
ALTER TABLE interaction_outcome ADD FOREIGN KEY (mission_locale_id) REFERENCES mission_locale ON DELETE CASCADE;
CREATE TRIGGER touch BEFORE UPDATE ON interaction_outcome FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch();
ALTER TABLE interaction_outcome ENABLE ROW LEVEL SECURITY;
ALTER TABLE interaction_outcome FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON interaction_outcome TO maillage_system, maillage_tenant;
CREATE POLICY system ON interaction_outcome TO maillage_system USING (true) WITH CHECK (true);
CREATE POLICY network_and_own_read ON interaction_outcome FOR SELECT TO maillage_tenant
  USING (mission_locale_id IS NULL OR mission_locale_id = (SELECT app.mission_locale()) OR mission_locale_id = ANY ((SELECT app.region_agencies())::uuid[]));
CREATE POLICY own_insert ON interaction_outcome FOR INSERT TO maillage_tenant WITH CHECK (mission_locale_id = (SELECT app.mission_locale()));
CREATE POLICY own_update ON interaction_outcome FOR UPDATE TO maillage_tenant
  USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()));
CREATE POLICY own_delete ON interaction_outcome FOR DELETE TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale()));

CREATE TYPE "interaction_kind" AS ENUM ('call', 'email', 'visit', 'meeting', 'event', 'letter', 'note');
CREATE TYPE "interaction_direction" AS ENUM ('out', 'in');
ALTER TABLE interaction ADD kind interaction_kind NOT NULL DEFAULT 'note', ADD direction interaction_direction, ADD outcome_id uuid, ADD happened_at timestamptz;
-- A note happened when it was written. By the type, which rewrites the table without waking triggers (versions, audit) or walls.
ALTER TABLE interaction ALTER happened_at TYPE timestamptz USING created_at;
ALTER TABLE interaction ALTER happened_at SET NOT NULL, ALTER happened_at SET DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE interaction ADD CONSTRAINT interaction_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES interaction_outcome (id) ON DELETE SET NULL ON UPDATE CASCADE;
-- Who made the first step is asked of what goes one way: nobody "receives" a visit more than the other.
ALTER TABLE interaction ADD CONSTRAINT direction_where_it_means_something CHECK ((direction IS NOT NULL) = (kind IN ('call', 'email', 'letter')));
CREATE UNIQUE INDEX "interaction_mission_locale_id_partnership_id_id_key" ON "interaction"("mission_locale_id", "partnership_id", "id");
CREATE INDEX "interaction_mission_locale_id_partnership_id_happened_at_id_idx" ON "interaction"("mission_locale_id", "partnership_id", "happened_at", "id");
CREATE UNIQUE INDEX "contact_mission_locale_id_partnership_id_id_key" ON "contact"("mission_locale_id", "partnership_id", "id");
CREATE TRIGGER value_is_ours BEFORE INSERT OR UPDATE OF outcome_id ON interaction FOR EACH ROW WHEN (NEW.outcome_id IS NOT NULL)
  EXECUTE FUNCTION app.value_is_ours('interaction_outcome', 'outcome_id');

-- People of the partner who took part. By the partnership too, so that a contact of another partner is refused by the key
-- itself; deferrable, for what moves an exchange and its contacts to another record in one transaction.
CREATE TABLE "interaction_contact" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "partnership_id" UUID NOT NULL,
    "interaction_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,

    CONSTRAINT "interaction_contact_pkey" PRIMARY KEY ("mission_locale_id","interaction_id","contact_id")
);
ALTER TABLE interaction_contact ADD CONSTRAINT interaction_contact_interaction_fkey FOREIGN KEY (mission_locale_id, partnership_id, interaction_id)
  REFERENCES interaction (mission_locale_id, partnership_id, id) ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE;
ALTER TABLE interaction_contact ADD CONSTRAINT interaction_contact_contact_fkey FOREIGN KEY (mission_locale_id, partnership_id, contact_id)
  REFERENCES contact (mission_locale_id, partnership_id, id) ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE;
CREATE INDEX "interaction_contact_mission_locale_id_contact_id_idx" ON "interaction_contact"("mission_locale_id", "contact_id");

-- People of ours who took part, beside the one who wrote.
CREATE TABLE "interaction_colleague" (
    "mission_locale_id" UUID NOT NULL DEFAULT app.mission_locale(),
    "partnership_id" UUID NOT NULL,
    "interaction_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "interaction_colleague_pkey" PRIMARY KEY ("mission_locale_id","interaction_id","user_id")
);
ALTER TABLE interaction_colleague ADD CONSTRAINT interaction_colleague_interaction_fkey FOREIGN KEY (mission_locale_id, partnership_id, interaction_id)
  REFERENCES interaction (mission_locale_id, partnership_id, id) ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE;
ALTER TABLE interaction_colleague ADD CONSTRAINT interaction_colleague_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account (id) ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TRIGGER signed_by_ours AFTER INSERT ON interaction_colleague REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours('user_id');
CREATE TRIGGER signature_stays BEFORE UPDATE OF user_id ON interaction_colleague FOR EACH ROW
  WHEN (NEW.user_id IS DISTINCT FROM OLD.user_id AND current_user = 'maillage_tenant') EXECUTE FUNCTION app.signature_stays();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['interaction_contact', 'interaction_colleague'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_system, maillage_tenant', t);
    EXECUTE format('CREATE POLICY system ON %I TO maillage_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY own ON %I TO maillage_tenant
      USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()))', t);
  END LOOP;
END $$;
SELECT audit.watch('interaction_outcome', 'id'), audit.watch('interaction_contact', 'partnership_id'), audit.watch('interaction_colleague', 'partnership_id');

-- For how many days an approach is told to the others: the agency's setting, seven until somebody chooses, sixty at most.
CREATE FUNCTION app.contact_guard_days() RETURNS integer LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT CASE WHEN jsonb_typeof(s.value) = 'number' THEN least(greatest((s.value #>> '{}')::numeric, 0), 60)::int END
    FROM setting s WHERE s.mission_locale_id = app.mission_locale() AND s.key = 'contactGuardDays'), 7)
$$;

-- Which other agencies approached an organisation that we are partner of, and the day they last did; nothing else, and no
-- further back than the days above: so that a company is not called three times in a week, without telling what was said.
CREATE FUNCTION app.approached_by_others(of_organisation uuid) RETURNS TABLE (agency text, last_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.name, (max(i.happened_at) AT TIME ZONE 'Europe/Paris')::date
  FROM partnership p
  JOIN interaction i ON i.mission_locale_id = p.mission_locale_id AND i.partnership_id = p.id
  JOIN mission_locale m ON m.id = p.mission_locale_id
  WHERE p.organisation_id = of_organisation AND p.mission_locale_id <> app.mission_locale()
    AND i.deleted_at IS NULL AND i.kind <> 'note' AND i.direction IS DISTINCT FROM 'in'
    AND i.happened_at > now() - make_interval(days => app.contact_guard_days())
    AND EXISTS (SELECT FROM partnership own WHERE own.organisation_id = of_organisation AND own.mission_locale_id = app.mission_locale())
  GROUP BY m.id, m.name ORDER BY 2 DESC, 1
$$;
DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app TO maillage_system;
  ALTER FUNCTION app.approached_by_others(uuid) OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app FROM maillage_system;
END $$;
