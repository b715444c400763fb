-- Nothing is added to a record that was taken into another one, whoever writes and whenever: the record is out of sight.
-- The check of the foreign key has waited for a merge under way by then, and this looks again, at what the merge has done.
-- app/server/db.server.ts reads the words and makes a sentence of them.
CREATE FUNCTION app.added_to_a_living_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE kept uuid;
BEGIN
  SELECT p.merged_into_id INTO kept FROM new_rows n JOIN partnership p ON p.mission_locale_id = n.mission_locale_id AND p.id = n.partnership_id WHERE p.merged_into_id IS NOT NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'this record was taken into %', kept USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contact', 'interaction', 'task', 'stage_move', 'patronage', 'agreement', 'offer', 'agreement_form', 'agreement_file', 'engagement',
    'partnership_kind', 'partnership_theme', 'partnership_tag', 'agreement_party', 'saved_list_partner'] LOOP
    EXECUTE format('CREATE TRIGGER added_to_a_living_record AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.added_to_a_living_record()', t);
  END LOOP;
END $$;

-- It looks over the walls, as in 000600_owners.
DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA app TO maillage_system;
  ALTER FUNCTION app.added_to_a_living_record() OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA app FROM maillage_system;
END $$;
