-- The list of partners at the size of the largest agency (20,000) and of the largest region (60,000).

-- Two windows on the flat table, each with its wall inside. They read with their owner's rights, so that the wall is an
-- ordinary condition and not a security barrier: behind a barrier PostgreSQL may use no index for what it cannot prove
-- harmless, the text search and the arrays first of all (1 ms instead of 40 for a region). What cannot be done through them
-- is the same: without the setting of a transaction they are empty, and no query can look past them.
CREATE VIEW search.partner_of_agency AS SELECT * FROM search.partner WHERE mission_locale_id = (SELECT app.mission_locale());
CREATE VIEW search.partner_of_region AS SELECT * FROM search.partner WHERE region_code = (SELECT app.region());
GRANT SELECT ON search.partner_of_agency, search.partner_of_region TO maillage_tenant;
-- Their owner is maillage_system, as for the functions that look over the walls (see the migration "owners").
DO $$
BEGIN
  GRANT CREATE ON SCHEMA search TO maillage_system;
  ALTER VIEW search.partner_of_agency OWNER TO maillage_system;
  ALTER VIEW search.partner_of_region OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA search FROM maillage_system;
END $$;

-- Words alone: with the agency in the same index, PostgreSQL read the 20,000 rows of the agency to cross them with ten.
DROP INDEX search.partner_by_words;
DROP INDEX search.partner_of_region_by_words;
CREATE INDEX partner_by_words ON search.partner USING gin (words);

-- Both columns in the same direction, so that pages go forwards and backwards by one comparison.
DROP INDEX search.partner_by_change;
DROP INDEX search.partner_of_region_by_change;
CREATE INDEX partner_by_change ON search.partner (mission_locale_id, is_archived, updated_at, partnership_id);
CREATE INDEX partner_of_region_by_change ON search.partner (region_code, is_archived, updated_at, partnership_id);

-- What most filters look at is in the index itself: counting reads it and not the rows. Tags are left out: people add them
-- freely, and an index entry has a limit (2,700 bytes, some 150 forms).
DROP INDEX search.partner_by_place;
DROP INDEX search.partner_of_region_by_place;
CREATE INDEX partner_by_place ON search.partner (mission_locale_id, is_archived, departement_code, commune_code)
  INCLUDE (partnership_id, kind_ids, theme_codes, form_ids, stage, officer_id, latitude, longitude);
CREATE INDEX partner_of_region_by_place ON search.partner (region_code, is_archived, departement_code, commune_code)
  INCLUDE (mission_locale_id, partnership_id, kind_ids, theme_codes, form_ids, stage, officer_id, latitude, longitude);

-- A telephone is often remembered by its last digits: every three digits are in the index, not the whole number alone.
CREATE FUNCTION search.phones_text(phones text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT array_to_string(phones, ' ') $$;
DROP INDEX search.partner_by_phone;
CREATE INDEX partner_by_phone ON search.partner USING gin (search.phones_text(phones) gin_trgm_ops);

-- Communes as they are typed: the beginning of the name, folded.
CREATE INDEX commune_by_typed_name ON commune (app.norm(name) text_pattern_ops);
