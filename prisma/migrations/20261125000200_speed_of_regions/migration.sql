-- As for an agency: what is counted over a region, by agency and by stage, in an index no larger than it was.
DROP INDEX search.partner_of_region_to_count;
CREATE INDEX partner_of_region_to_count ON search.partner (region_code, is_archived, mission_locale_id, stage);
