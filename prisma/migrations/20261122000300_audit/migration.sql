-- The audit trail: what changed, from what to what, by whom, when. Written by triggers, so that no command can
-- forget it, and append-only: its owner is a role nobody logs in as, and triggers refuse any change whoever asks.

CREATE TABLE audit.entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  request_id text,
  actor_id uuid,
  -- The agency of the person who changed it; null for the system or the organisation itself.
  actor_mission_locale_id uuid,
  -- The agency whose row it is; null for a fact shared by the network.
  mission_locale_id uuid,
  table_name text NOT NULL,
  -- The row's key, without the agency: one uuid, or several values joined by a slash.
  row_key text NOT NULL,
  -- The record whose history this belongs to: a partnership, an organisation, an agency, a person.
  record_id uuid,
  operation char(1) NOT NULL CHECK (operation IN ('I', 'U', 'D')),
  -- Changed columns only for an update; the whole row otherwise.
  before jsonb,
  after jsonb
);
CREATE INDEX entry_of_record ON audit.entry (record_id, id DESC);
CREATE INDEX entry_of_agency ON audit.entry (mission_locale_id, id DESC) WHERE mission_locale_id IS NOT NULL;

CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();

ALTER TABLE audit.entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.entry FORCE ROW LEVEL SECURITY;
CREATE POLICY writer ON audit.entry FOR INSERT TO maillage_audit WITH CHECK (true);
CREATE POLICY system ON audit.entry FOR SELECT TO maillage_system USING (true);
CREATE POLICY own ON audit.entry FOR SELECT TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale()));
CREATE POLICY shared_facts ON audit.entry FOR SELECT TO maillage_tenant
  USING (mission_locale_id IS NULL AND table_name = 'organisation' AND EXISTS (SELECT FROM public.partnership p
    WHERE p.organisation_id = record_id AND p.mission_locale_id = (SELECT app.mission_locale())));
GRANT SELECT ON audit.entry TO maillage_tenant, maillage_system;

-- One function for all tables and the three operations, by statement: 10,000 rows cost one insert.
-- Arguments: the column that names the record, then the columns of the primary key.
CREATE FUNCTION audit.record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, pg_temp AS $$
DECLARE
  key_columns text[] := TG_ARGV[1:];
  changed_rows text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT NULL::jsonb AS b, to_jsonb(n) AS a, to_jsonb(n) AS r FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT to_jsonb(o) AS b, NULL::jsonb AS a, to_jsonb(o) AS r FROM old_rows o'
    ELSE format('SELECT to_jsonb(o) AS b, to_jsonb(n) AS a, to_jsonb(n) AS r FROM old_rows o JOIN new_rows n ON %s',
      (SELECT string_agg(format('o.%1$I = n.%1$I', k), ' AND ') FROM unnest(key_columns) k)) END;
BEGIN
  -- OFFSET 0: each row is made into JSON once, not once for every mention below (three times faster).
  EXECUTE format($sql$
    INSERT INTO audit.entry (request_id, actor_id, actor_mission_locale_id, mission_locale_id, table_name, row_key, record_id, operation, before, after)
    SELECT app.request(), app.actor(), app.mission_locale(),
      (CASE %1$L WHEN 'mission_locale' THEN r ->> 'id' ELSE r ->> 'mission_locale_id' END)::uuid,
      %1$L,
      (SELECT string_agg(r ->> k, '/') FROM unnest(%2$L::text[]) k),
      (r ->> %3$L)::uuid,
      %4$L,
      CASE WHEN a IS NULL THEN b ELSE (SELECT jsonb_object_agg(k, v) FROM jsonb_each(b) AS e(k, v) WHERE a -> k IS DISTINCT FROM v) END,
      CASE WHEN b IS NULL THEN a ELSE (SELECT jsonb_object_agg(k, v) FROM jsonb_each(a) AS e(k, v) WHERE b -> k IS DISTINCT FROM v) END
    FROM (SELECT b - %5$L::text[] AS b, a - %5$L::text[] AS a, r FROM (%6$s OFFSET 0) AS as_json OFFSET 0) AS changed
    WHERE a IS DISTINCT FROM b
  $sql$, TG_TABLE_NAME, array_remove(key_columns, 'mission_locale_id'), TG_ARGV[0], left(TG_OP, 1), '{version,updated_at}', changed_rows);
  RETURN NULL;
END $$;

CREATE FUNCTION audit.watch(watched regclass, record_column text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE arguments text := (
  SELECT quote_literal(record_column) || ', ' || string_agg(quote_literal(a.attname), ', ' ORDER BY k.place)
  FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k(number, place)
  JOIN pg_attribute a ON a.attrelid = watched AND a.attnum = k.number
  WHERE i.indrelid = watched AND i.indisprimary);
BEGIN
  EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record(%s)', watched, arguments);
  EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record(%s)', watched, arguments);
  EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record(%s)', watched, arguments);
END $$;

SELECT audit.watch(watched::regclass, record_column) FROM (VALUES
  ('organisation', 'id'), ('partnership', 'id'), ('partnership_kind', 'partnership_id'), ('partnership_theme', 'partnership_id'),
  ('partnership_tag', 'partnership_id'), ('engagement', 'partnership_id'), ('contact', 'partnership_id'), ('note', 'partnership_id'),
  ('mission_locale', 'id'), ('site', 'id'), ('setting', 'mission_locale_id'), ('user_account', 'id'), ('membership', 'user_id'),
  ('organisation_kind', 'id'), ('engagement_form', 'id'), ('tag', 'id'), ('transport_mode', 'id'), ('end_reason', 'id')
) AS tables(watched, record_column);

-- Given to its owner last; whoever migrates joins that role only for the time of doing so.
DO $$
BEGIN
  EXECUTE format('GRANT maillage_audit TO %I', current_user);
  GRANT USAGE ON SCHEMA app, audit, public TO maillage_audit;
  GRANT CREATE ON SCHEMA audit TO maillage_audit;
  ALTER TABLE audit.entry OWNER TO maillage_audit;
  ALTER FUNCTION audit.record() OWNER TO maillage_audit;
  ALTER FUNCTION audit.refuse() OWNER TO maillage_audit;
  REVOKE CREATE ON SCHEMA audit FROM maillage_audit;
  EXECUTE format('REVOKE maillage_audit FROM %I', current_user);
END $$;
