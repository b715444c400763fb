-- A foreign key looks through the walls: who signs a row, and what a shared record hangs on, are checked here (see also 000200_walls).

-- Who signs works in the agency of the row, or did: a membership that ended stays. Nobody else ever writes there: jobs and the
-- demonstration act as members, a region and the platform only read. Null is the system, or an account that is gone.
-- By statement: an import writes 10,000 moves signed by one person, which costs one look-up.
-- Argument: the column that names the person.
CREATE FUNCTION app.signed_by_ours() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE is_foreign boolean;
BEGIN
  EXECUTE format($sql$
    SELECT EXISTS (SELECT FROM (SELECT DISTINCT mission_locale_id, %1$I AS person FROM new_rows WHERE %1$I IS NOT NULL) AS signed
      WHERE NOT EXISTS (SELECT FROM membership m WHERE m.user_id = signed.person AND m.mission_locale_id = signed.mission_locale_id))
  $sql$, TG_ARGV[0]) INTO is_foreign;
  IF is_foreign THEN
    RAISE EXCEPTION 'who signs works in another agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;

-- Once written, a signature stays. Only the system may change it (two accounts of one person made one), or an account deleted.
CREATE FUNCTION app.signature_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a signature stays as it was written' USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE signed record;
BEGIN
  FOR signed IN SELECT * FROM (VALUES ('note', 'author_id'), ('stage_move', 'by_id'), ('import_batch', 'created_by_id'), ('bulk_change', 'created_by_id')) AS t(name, person) LOOP
    EXECUTE format('CREATE TRIGGER signed_by_ours AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION app.signed_by_ours(%L)', signed.name, signed.person);
    EXECUTE format('CREATE TRIGGER signature_stays BEFORE UPDATE OF %2$I ON %1$I FOR EACH ROW
      WHEN (NEW.%2$I IS DISTINCT FROM OLD.%2$I AND current_user = ''maillage_tenant'') EXECUTE FUNCTION app.signature_stays()', signed.name, signed.person);
  END LOOP;
END $$;

-- The head office of an organisation is one that the agency may join: in the register by its SIRET, or its own, or its partner already.
-- Without an agency it is the system that writes, over all of them: the walls let nobody else come here.
CREATE FUNCTION app.parent_is_joinable() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.mission_locale() IS NOT NULL AND NOT app.may_join(NEW.parent_id)
    AND NOT EXISTS (SELECT FROM partnership p WHERE p.organisation_id = NEW.parent_id AND p.mission_locale_id = app.mission_locale()) THEN
    RAISE EXCEPTION 'this organisation belongs to another agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER parent_at_birth BEFORE INSERT ON organisation FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION app.parent_is_joinable();
CREATE TRIGGER parent_changed BEFORE UPDATE OF parent_id ON organisation FOR EACH ROW
  WHEN (NEW.parent_id IS NOT NULL AND NEW.parent_id IS DISTINCT FROM OLD.parent_id) EXECUTE FUNCTION app.parent_is_joinable();

-- The agency that wrote a shared record first may take it back: another that works with it too must not put itself in its place.
CREATE FUNCTION app.home_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this organisation belongs to another agency' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER home_stays BEFORE UPDATE OF home_mission_locale_id ON organisation FOR EACH ROW
  WHEN (NEW.home_mission_locale_id IS DISTINCT FROM OLD.home_mission_locale_id AND current_user = 'maillage_tenant') EXECUTE FUNCTION app.home_stays();

-- No item of an import was ever a question: questions are asked beside an outcome.
ALTER TYPE import_outcome RENAME TO import_outcome_before;
CREATE TYPE import_outcome AS ENUM ('create', 'join', 'complete', 'unchanged', 'refused');
ALTER TABLE import_item ALTER outcome TYPE import_outcome USING outcome::text::import_outcome;
DROP TYPE import_outcome_before;

-- The functions that look over the walls run as maillage_system, as in 000600_owners.
DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app TO maillage_system;
  ALTER FUNCTION app.signed_by_ours() OWNER TO maillage_system;
  ALTER FUNCTION app.parent_is_joinable() OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app FROM maillage_system;
END $$;
