-- Nothing chosen, the counts of the filters need no hash when an index holds the rows in the order of two numbers: it is a tenth as large too,
-- since it says each pair once. Who is in charge is counted in the order of partner_to_count.
DROP INDEX search.partner_by_key;
DROP INDEX search.partner_of_region_by_key;
CREATE INDEX partner_by_kinds_and_themes ON search.partner (mission_locale_id, is_archived, kinds_key, themes_key);
CREATE INDEX partner_by_standing_and_place ON search.partner (mission_locale_id, is_archived, standing_key, place_key);
CREATE INDEX partner_by_forms_and_tags ON search.partner (mission_locale_id, is_archived, forms_key, tags_key);
CREATE INDEX partner_of_region_by_kinds_and_themes ON search.partner (region_code, is_archived, kinds_key, themes_key);
CREATE INDEX partner_of_region_by_standing_and_place ON search.partner (region_code, is_archived, standing_key, place_key);
CREATE INDEX partner_of_region_by_forms_and_tags ON search.partner (region_code, is_archived, forms_key, tags_key);
