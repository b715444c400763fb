-- People are found by their name, what they do and their address of mail, as one types. Through a window with its wall inside, as for partners
-- (see the migration "partner_list"): an agency reads its own contacts only, a region none.

CREATE FUNCTION search.contact_words(agency uuid, first_name text, last_name text, job_title text, email text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT search.words_within(right(agency::text, 8), to_tsvector('simple', app.norm(coalesce(first_name, '') || ' ' || last_name || ' ' || coalesce(job_title, '') || ' ' || coalesce(email, '')))) $$;
CREATE INDEX contact_by_words ON contact USING gin (search.contact_words(mission_locale_id, first_name, last_name, job_title, email)) WHERE deleted_at IS NULL;

CREATE VIEW search.contact_of_agency AS
  SELECT id, mission_locale_id, partnership_id, first_name, last_name, job_title, phone, left_at, search.contact_words(mission_locale_id, first_name, last_name, job_title, email) AS words
  FROM public.contact WHERE deleted_at IS NULL AND mission_locale_id = (SELECT app.mission_locale());
GRANT SELECT ON search.contact_of_agency TO maillage_tenant;

DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA search TO maillage_system;
  ALTER VIEW search.contact_of_agency OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA search FROM maillage_system;
END $$;
