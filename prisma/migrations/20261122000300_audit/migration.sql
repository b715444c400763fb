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
-- Arguments: the column that names the record, then the columns of the key.
CREATE FUNCTION audit.record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = audit, pg_temp AS $$
DECLARE
  record_column text := TG_ARGV[0];
  key_columns text[] := TG_ARGV[1:];
  quiet text[] := ARRAY['version', 'updated_at'];
  rows_sql text;
BEGIN
  rows_sql := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT NULL::jsonb AS b, to_jsonb(n) AS a FROM new_rows n'
    WHEN 'DELETE' THEN 'SELECT to_jsonb(o) AS b, NULL::jsonb AS a FROM old_rows o'
    ELSE format('SELECT to_jsonb(o) AS b, to_jsonb(n) AS a FROM old_rows o JOIN new_rows n ON %s WHERE to_jsonb(o) - %L::text[] <> to_jsonb(n) - %L::text[]',
      (SELECT string_agg(format('o.%1$I = n.%1$I', k), ' AND ') FROM unnest(key_columns ||
        CASE WHEN TG_ARGV[0] = 'agency' OR TG_TABLE_NAME IN ('organisation', 'user_account', 'mission_locale', 'membership',
          'organisation_kind', 'engagement_form', 'tag', 'transport_mode', 'end_reason') THEN '{}'::text[] ELSE ARRAY['mission_locale_id'] END) k),
      quiet, quiet)
    END;
  EXECUTE format($sql$
    INSERT INTO audit.entry (request_id, actor_id, actor_mission_locale_id, mission_locale_id, table_name, row_key, record_id, operation, before, after)
    SELECT app.request(), app.actor(), app.mission_locale(),
      CASE WHEN %1$L IN ('organisation', 'user_account') THEN NULL WHEN %1$L = 'mission_locale' THEN (coalesce(a, b) ->> 'id')::uuid
        ELSE (coalesce(a, b) ->> 'mission_locale_id')::uuid END,
      %1$L,
      (SELECT string_agg(coalesce(a, b) ->> k, '/') FROM unnest(%2$L::text[]) k),
      (coalesce(a, b) ->> %3$L)::uuid,
      %4$L,
      CASE WHEN a IS NULL THEN b ELSE (SELECT jsonb_object_agg(k, v) FROM jsonb_each(b) AS e(k, v) WHERE k <> ALL (%5$L::text[]) AND a -> k IS DISTINCT FROM v) END,
      CASE WHEN b IS NULL THEN a ELSE (SELECT jsonb_object_agg(k, v) FROM jsonb_each(a) AS e(k, v) WHERE k <> ALL (%5$L::text[]) AND b -> k IS DISTINCT FROM v) END
    FROM (%6$s) AS changed(b, a)
  $sql$, TG_TABLE_NAME, key_columns, record_column, left(TG_OP, 1), quiet, rows_sql);
  RETURN NULL;
END $$;

CREATE FUNCTION audit.watch(watched regclass, record_column text, VARIADIC key_columns text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE arguments text := (SELECT string_agg(quote_literal(x), ', ') FROM unnest(record_column || key_columns) x);
BEGIN
  EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record(%s)', watched, arguments);
  EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record(%s)', watched, arguments);
  EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record(%s)', watched, arguments);
END $$;

SELECT audit.watch('organisation', 'id', 'id');
SELECT audit.watch('partnership', 'id', 'id');
SELECT audit.watch('partnership_kind', 'partnership_id', 'partnership_id', 'kind_id');
SELECT audit.watch('partnership_theme', 'partnership_id', 'partnership_id', 'theme_code');
SELECT audit.watch('partnership_tag', 'partnership_id', 'partnership_id', 'tag_id');
SELECT audit.watch('engagement', 'partnership_id', 'partnership_id', 'form_id');
SELECT audit.watch('contact', 'partnership_id', 'id');
SELECT audit.watch('note', 'partnership_id', 'id');
SELECT audit.watch('mission_locale', 'id', 'id');
SELECT audit.watch('site', 'id', 'id');
SELECT audit.watch('setting', 'mission_locale_id', 'key');
SELECT audit.watch('user_account', 'id', 'id');
SELECT audit.watch('membership', 'user_id', 'id');
SELECT audit.watch('organisation_kind', 'id', 'id');
SELECT audit.watch('engagement_form', 'id', 'id');
SELECT audit.watch('tag', 'id', 'id');
SELECT audit.watch('transport_mode', 'id', 'id');
SELECT audit.watch('end_reason', 'id', 'id');

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
