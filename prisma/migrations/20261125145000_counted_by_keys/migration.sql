-- The counts of the filters group every row of whoever looks. To group by a set (kinds, themes…), PostgreSQL hashes and compares
-- whole arrays; a number of 64 bits that stands for the set costs a fifth. Two sets with one number would be counted as one: among a
-- thousand sets, once in forty thousand billion.
ALTER TABLE search.partner
  ADD COLUMN kinds_key bigint GENERATED ALWAYS AS (hash_array_extended(kind_ids, 0)) STORED,
  ADD COLUMN themes_key bigint GENERATED ALWAYS AS (hash_array_extended(theme_codes, 0)) STORED,
  ADD COLUMN forms_key bigint GENERATED ALWAYS AS (hash_array_extended(form_ids, 0)) STORED,
  ADD COLUMN tags_key bigint GENERATED ALWAYS AS (hash_array_extended(tag_ids, 0)) STORED;
CREATE OR REPLACE VIEW search.partner_of_agency AS SELECT * FROM search.partner WHERE mission_locale_id = (SELECT app.mission_locale());
CREATE OR REPLACE VIEW search.partner_of_region AS SELECT * FROM search.partner WHERE region_code = (SELECT app.region());

-- All that is counted, narrow: the rows themselves, which hold words and addresses, are not read.
CREATE INDEX partner_by_facet ON search.partner (mission_locale_id, is_archived)
  INCLUDE (partnership_id, kinds_key, themes_key, forms_key, tags_key, stage, departement_code, officer_id, headcount_band, has_youth_label, agreement_days);
CREATE INDEX partner_of_region_by_facet ON search.partner (region_code, is_archived)
  INCLUDE (mission_locale_id, partnership_id, kinds_key, themes_key, forms_key, tags_key, stage, departement_code, officer_id, headcount_band, has_youth_label, agreement_days);
