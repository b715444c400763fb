-- The record as on a date reads what changed after it, and nothing before.
DO $$
BEGIN
  EXECUTE format('GRANT maillage_audit TO %I', current_user);
  GRANT CREATE ON SCHEMA audit TO maillage_audit;
  CREATE INDEX entry_of_record_at ON audit.entry (record_id, at);
  -- An entry belongs to the record where its row is afterwards: rows that have left a partnership since are found by where they were.
  CREATE INDEX entry_of_moved_row ON audit.entry ((before ->> 'partnership_id'), at) WHERE operation = 'U' AND before ? 'partnership_id';
  REVOKE CREATE ON SCHEMA audit FROM maillage_audit;
  EXECUTE format('REVOKE maillage_audit FROM %I', current_user);
END $$;

-- The rows of a partnership of the agency that were moved to another one after a moment, and where they went, step by step.
-- Beyond the walls, because an index on JSON is not read before they have judged each row; it judges the agency itself.
CREATE FUNCTION app.rows_that_left(of_partnership uuid, since timestamptz) RETURNS TABLE (table_name text, row_key text, record_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE moved AS (
    SELECT e.table_name, e.row_key, e.record_id FROM audit.entry e
    WHERE e.operation = 'U' AND e.before ? 'partnership_id' AND e.before ->> 'partnership_id' = of_partnership::text AND e.at > since
      AND e.mission_locale_id = app.mission_locale()
    UNION
    SELECT e.table_name, e.row_key, e.record_id FROM moved m JOIN audit.entry e ON e.table_name = m.table_name AND e.row_key = m.row_key
    WHERE e.operation = 'U' AND e.before ? 'partnership_id' AND e.before ->> 'partnership_id' = m.record_id::text AND e.at > since
      AND e.mission_locale_id = app.mission_locale()
  )
  SELECT m.table_name, m.row_key, m.record_id FROM moved m
$$;
DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app TO maillage_system;
  ALTER FUNCTION app.rows_that_left(uuid, timestamptz) OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app FROM maillage_system;
END $$;
