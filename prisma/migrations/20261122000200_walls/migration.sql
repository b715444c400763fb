-- The walls: who sees whose rows. Enforced here, so that no query can forget it.
-- Every table has row-level security. With no setting in the transaction, nothing is seen.

-- The agencies of the region that a regional reader reads.
CREATE FUNCTION app.region_agencies() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT coalesce(array_agg(id), '{}') FROM mission_locale WHERE app.region() IS NOT NULL AND region_code = app.region() $$;

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_system', t);
    EXECUTE format('CREATE POLICY system ON %I TO maillage_system USING (true) WITH CHECK (true)', t);
  END LOOP;

  -- Private to one agency.
  FOREACH t IN ARRAY ARRAY['site', 'setting', 'partnership', 'partnership_kind', 'partnership_theme', 'partnership_tag',
    'engagement', 'contact', 'note', 'stage_move', 'import_batch', 'import_item', 'import_mapping'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_tenant', t);
    EXECUTE format('CREATE POLICY own ON %I TO maillage_tenant
      USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()))', t);
  END LOOP;

  -- What a region reads across its agencies: the relation, never its contacts, notes or files.
  FOREACH t IN ARRAY ARRAY['site', 'partnership', 'partnership_kind', 'partnership_theme', 'partnership_tag', 'engagement', 'stage_move'] LOOP
    EXECUTE format('CREATE POLICY region_reads ON %I FOR SELECT TO maillage_tenant
      USING (mission_locale_id = ANY ((SELECT app.region_agencies())::uuid[]))', t);
  END LOOP;

  -- Values: the network''s set for everybody, and one''s own. A network value is changed by the platform only.
  FOREACH t IN ARRAY ARRAY['organisation_kind', 'engagement_form', 'tag', 'transport_mode', 'end_reason'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO maillage_tenant', t);
    EXECUTE format('ALTER TABLE %I ALTER mission_locale_id SET DEFAULT app.mission_locale()', t);
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (mission_locale_id) REFERENCES mission_locale ON DELETE CASCADE', t);
    EXECUTE format('CREATE POLICY network_and_own_read ON %I FOR SELECT TO maillage_tenant
      USING (mission_locale_id IS NULL OR mission_locale_id = (SELECT app.mission_locale())
        OR mission_locale_id = ANY ((SELECT app.region_agencies())::uuid[]))', t);
    EXECUTE format('CREATE POLICY own_insert ON %I FOR INSERT TO maillage_tenant WITH CHECK (mission_locale_id = (SELECT app.mission_locale()))', t);
    EXECUTE format('CREATE POLICY own_update ON %I FOR UPDATE TO maillage_tenant
      USING (mission_locale_id = (SELECT app.mission_locale())) WITH CHECK (mission_locale_id = (SELECT app.mission_locale()))', t);
    EXECUTE format('CREATE POLICY own_delete ON %I FOR DELETE TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale()))', t);
    EXECUTE format('CREATE UNIQUE INDEX %I ON %I (mission_locale_id, app.norm(label)) NULLS NOT DISTINCT WHERE retired_at IS NULL', t || '_label_once', t);
  END LOOP;

  -- Public reference data.
  FOREACH t IN ARRAY ARRAY['region', 'departement', 'commune', 'theme'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO maillage_tenant', t);
    EXECUTE format('CREATE POLICY everybody ON %I FOR SELECT TO maillage_tenant USING (true)', t);
  END LOOP;

  -- Rows that carry a version move it on at each real change.
  FOR t IN SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'version' LOOP
    EXECUTE format('CREATE TRIGGER touch BEFORE UPDATE ON %I FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch()', t);
  END LOOP;
END $$;

-- Tenant tables whose agency is the one of the transaction also hang on the agency itself.
ALTER TABLE partnership ADD FOREIGN KEY (mission_locale_id) REFERENCES mission_locale ON DELETE CASCADE;
ALTER TABLE setting ADD FOREIGN KEY (mission_locale_id) REFERENCES mission_locale ON DELETE CASCADE;
ALTER TABLE import_batch ADD FOREIGN KEY (mission_locale_id) REFERENCES mission_locale ON DELETE CASCADE;
ALTER TABLE organisation ADD FOREIGN KEY (home_mission_locale_id) REFERENCES mission_locale ON DELETE SET NULL;

-- The names of agencies are public; each changes its own.
GRANT SELECT ON mission_locale TO maillage_tenant;
GRANT UPDATE (name, phone, email, website, address_line, postcode, commune_code, version, updated_at) ON mission_locale TO maillage_tenant;
CREATE POLICY everybody ON mission_locale FOR SELECT TO maillage_tenant USING (true);
CREATE POLICY own ON mission_locale FOR UPDATE TO maillage_tenant
  USING (id = (SELECT app.mission_locale())) WITH CHECK (id = (SELECT app.mission_locale()));

-- Colleagues see each other; a region sees the people of its agencies. Secrets are in credential: the system only.
GRANT SELECT ON membership TO maillage_tenant;
CREATE POLICY colleagues ON membership FOR SELECT TO maillage_tenant
  USING (mission_locale_id = (SELECT app.mission_locale()) OR user_id = (SELECT app.actor())
    OR mission_locale_id = ANY ((SELECT app.region_agencies())::uuid[]));
GRANT SELECT ON user_account TO maillage_tenant;
GRANT UPDATE (first_name, last_name, phone, preferences, version, updated_at) ON user_account TO maillage_tenant;
CREATE POLICY colleagues ON user_account FOR SELECT TO maillage_tenant
  USING (id = (SELECT app.actor()) OR EXISTS (SELECT FROM membership m WHERE m.user_id = user_account.id
    AND (m.mission_locale_id = (SELECT app.mission_locale()) OR m.mission_locale_id = ANY ((SELECT app.region_agencies())::uuid[]))));
CREATE POLICY oneself ON user_account FOR UPDATE TO maillage_tenant
  USING (id = (SELECT app.actor())) WITH CHECK (id = (SELECT app.actor()));

-- An organisation is seen by the agencies that have a partnership with it, their region, itself, and,
-- while it is on its way to its first partnership, by the agency that writes it.
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation TO maillage_tenant;
CREATE POLICY seen ON organisation FOR SELECT TO maillage_tenant
  USING (home_mission_locale_id = (SELECT app.mission_locale())
    OR id = (SELECT app.organisation())
    OR EXISTS (SELECT FROM partnership p WHERE p.organisation_id = organisation.id
      AND (p.mission_locale_id = (SELECT app.mission_locale()) OR p.mission_locale_id = ANY ((SELECT app.region_agencies())::uuid[]))));
CREATE POLICY written ON organisation FOR INSERT TO maillage_tenant
  WITH CHECK (home_mission_locale_id = (SELECT app.mission_locale()));
CREATE POLICY kept_up ON organisation FOR UPDATE TO maillage_tenant
  USING (EXISTS (SELECT FROM partnership p WHERE p.organisation_id = organisation.id AND p.mission_locale_id = (SELECT app.mission_locale())))
  WITH CHECK (true);
-- Taken back by the agency that wrote it, as long as nobody else works with it (undo of an import).
CREATE POLICY taken_back ON organisation FOR DELETE TO maillage_tenant
  USING (home_mission_locale_id = (SELECT app.mission_locale()));

-- What a person does for later, and the mails that left.
GRANT INSERT ON outbox_event TO maillage_tenant;
CREATE POLICY own ON outbox_event FOR INSERT TO maillage_tenant
  WITH CHECK (mission_locale_id IS NOT DISTINCT FROM (SELECT app.mission_locale()));
GRANT SELECT ON job_run, mail_message TO maillage_tenant;
CREATE POLICY own ON job_run FOR SELECT TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale()));
CREATE POLICY own ON mail_message FOR SELECT TO maillage_tenant USING (mission_locale_id = (SELECT app.mission_locale()));

-- A foreign key looks through the walls, so what it may point to is checked here.
-- An organisation without SIRET belongs to the agency that wrote it: nobody else can join it by its number.
CREATE FUNCTION app.may_join(organisation_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM organisation o WHERE o.id = organisation_id
    AND (o.siret IS NOT NULL OR o.home_mission_locale_id = app.mission_locale()))
$$;
CREATE FUNCTION app.partnership_is_allowed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF (TG_OP = 'INSERT' OR NEW.organisation_id <> OLD.organisation_id) AND NOT EXISTS (SELECT FROM organisation o
      WHERE o.id = NEW.organisation_id AND (o.siret IS NOT NULL OR o.home_mission_locale_id = NEW.mission_locale_id)) THEN
    RAISE EXCEPTION 'this organisation belongs to another agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.officer_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.officer_id IS DISTINCT FROM OLD.officer_id) AND NOT EXISTS (
      SELECT FROM membership m WHERE m.user_id = NEW.officer_id AND m.mission_locale_id = NEW.mission_locale_id) THEN
    RAISE EXCEPTION 'the officer in charge works in another agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER allowed BEFORE INSERT OR UPDATE ON partnership FOR EACH ROW EXECUTE FUNCTION app.partnership_is_allowed();

-- A local value (kind, tag, form…) serves in its own agency only. Arguments: table of the value, column that points to it.
CREATE FUNCTION app.value_is_ours() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  value_id uuid := (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
  owner uuid;
BEGIN
  IF value_id IS NULL THEN RETURN NEW; END IF;
  EXECUTE format('SELECT mission_locale_id FROM %I WHERE id = $1', TG_ARGV[0]) INTO owner USING value_id;
  IF owner IS NOT NULL AND owner IS DISTINCT FROM (to_jsonb(NEW) ->> 'mission_locale_id')::uuid THEN
    RAISE EXCEPTION 'this value belongs to another agency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER value_is_ours BEFORE INSERT OR UPDATE ON partnership_kind FOR EACH ROW EXECUTE FUNCTION app.value_is_ours('organisation_kind', 'kind_id');
CREATE TRIGGER value_is_ours BEFORE INSERT OR UPDATE ON partnership_tag FOR EACH ROW EXECUTE FUNCTION app.value_is_ours('tag', 'tag_id');
CREATE TRIGGER value_is_ours BEFORE INSERT OR UPDATE ON engagement FOR EACH ROW EXECUTE FUNCTION app.value_is_ours('engagement_form', 'form_id');
CREATE TRIGGER value_is_ours BEFORE INSERT OR UPDATE OF end_reason_id ON partnership FOR EACH ROW WHEN (NEW.end_reason_id IS NOT NULL)
  EXECUTE FUNCTION app.value_is_ours('end_reason', 'end_reason_id');
-- The shared record carries network kinds only: its row has no agency, so a local kind is refused.
CREATE TRIGGER value_is_ours BEFORE INSERT OR UPDATE OF kind_id ON organisation FOR EACH ROW EXECUTE FUNCTION app.value_is_ours('organisation_kind', 'kind_id');

-- The network's register, consulted when a partner is added: organisations that have a SIRET, and one's own.
-- It tells the shared facts, never who works with them.
CREATE FUNCTION app.register_by_siret(sirets text[]) RETURNS SETOF organisation LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.* FROM organisation o WHERE app.mission_locale() IS NOT NULL AND o.siret = ANY (sirets)
$$;
CREATE FUNCTION app.register_by_name(name_keys text[]) RETURNS SETOF organisation LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.* FROM organisation o WHERE app.mission_locale() IS NOT NULL AND o.name_key = ANY (name_keys)
    AND (o.siret IS NOT NULL OR o.home_mission_locale_id = app.mission_locale())
$$;

ALTER TABLE membership ADD CONSTRAINT role_has_its_place CHECK (CASE
  WHEN role IN ('officer', 'counsellor', 'manager', 'admin') THEN mission_locale_id IS NOT NULL AND region_code IS NULL AND organisation_id IS NULL
  WHEN role = 'regional' THEN region_code IS NOT NULL AND mission_locale_id IS NULL AND organisation_id IS NULL
  WHEN role IN ('partnerAdmin', 'partnerMember') THEN organisation_id IS NOT NULL AND mission_locale_id IS NULL AND region_code IS NULL
  ELSE mission_locale_id IS NULL AND region_code IS NULL AND organisation_id IS NULL END);
ALTER TABLE membership ADD FOREIGN KEY (organisation_id) REFERENCES organisation ON DELETE CASCADE;
ALTER TABLE membership ADD FOREIGN KEY (region_code) REFERENCES region;
ALTER TABLE session ADD FOREIGN KEY (membership_id) REFERENCES membership ON DELETE SET NULL;
ALTER TABLE one_time_token ADD FOREIGN KEY (user_id) REFERENCES user_account ON DELETE CASCADE;
ALTER TABLE user_account ADD CONSTRAINT email_is_lower_case CHECK (email = lower(email));
ALTER TABLE organisation ADD CONSTRAINT siret_is_14_digits CHECK (siret ~ '^[0-9]{14}$');
ALTER TABLE organisation ADD CONSTRAINT place_is_on_earth CHECK ((latitude IS NULL) = (longitude IS NULL)
  AND (latitude IS NULL OR (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)));
ALTER TABLE organisation ADD CONSTRAINT text_has_a_limit CHECK (length(name) BETWEEN 1 AND 300 AND length(description) <= 10000);
