-- What the pages of a group ask beyond its family (see 004000_groups).

-- What an organisation hangs on, among those that the reader works with; the nearest first.
CREATE FUNCTION app.above(member uuid) RETURNS TABLE (id uuid, distance int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, l.distance FROM app.line_of(member) l WHERE l.distance > 0 AND app.works_with(member) AND app.works_with(l.id)
$$;

-- The names and kinds of organisations by their ids, as the register tells them: those that have a SIRET, and one's own.
CREATE FUNCTION app.register_names(ids uuid[]) RETURNS TABLE (id uuid, name text, kind_code text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, o.name, k.code FROM organisation o JOIN organisation_kind k ON k.id = o.kind_id
  WHERE o.id = ANY (ids) AND ((app.mission_locale() IS NOT NULL AND (o.siret IS NOT NULL OR o.home_mission_locale_id = app.mission_locale())) OR app.works_with(o.id))
$$;

-- Why an organisation that the agency works with cannot hang on another: 'circle', 'deep', or null when it can. Holds the lock of
-- app.parent_stands until the end of the transaction, so that the answer is still true when it is written.
CREATE FUNCTION app.why_not_hang(member uuid, parent uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.works_with(member) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('organisation.parent_id'));
  RETURN (SELECT CASE WHEN bool_or(l.id = member) THEN 'circle' WHEN max(l.distance) > 10 THEN 'deep' END FROM app.line_of(parent) l);
END $$;

DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app TO maillage_system;
  ALTER FUNCTION app.above(uuid) OWNER TO maillage_system;
  ALTER FUNCTION app.register_names(uuid[]) OWNER TO maillage_system;
  ALTER FUNCTION app.why_not_hang(uuid, uuid) OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app FROM maillage_system;
END $$;
