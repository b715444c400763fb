-- What an organisation hangs on, up to the top of its tree: a family too large to be told whole is still told from there.
-- The same walls as app.family: for who works with the organisation, and of what the register or they know.
CREATE FUNCTION app.family_above(member uuid) RETURNS TABLE (id uuid, parent_id uuid, name text, siret text, commune text, departement_code text, closed_on date, level int, works_with boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE
    me AS (SELECT app.mission_locale() AS agency),
    up AS (
      SELECT o.id, o.parent_id, 0 AS height FROM organisation o WHERE o.id = member AND app.works_with(o.id)
      UNION ALL SELECT o.id, o.parent_id, up.height + 1 FROM me, up JOIN organisation o ON o.id = up.parent_id
        WHERE up.height < 12 AND ((me.agency IS NOT NULL AND (o.siret IS NOT NULL OR o.home_mission_locale_id = me.agency)) OR app.works_with(o.id)))
  SELECT o.id, o.parent_id, o.name, o.siret, c.name, o.departement_code, o.closed_on, (SELECT max(height) FROM up) - up.height, app.works_with(o.id)
  FROM up JOIN organisation o ON o.id = up.id LEFT JOIN commune c ON c.code = o.commune_code WHERE up.height > 0
$$;
REVOKE ALL ON FUNCTION app.family_above(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.family_above(uuid) TO maillage_tenant, maillage_system;

-- It looks over the walls, as in 000600_owners.
DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app TO maillage_system;
  ALTER FUNCTION app.family_above(uuid) OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app FROM maillage_system;
END $$;
