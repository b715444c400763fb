-- A filter with a choice (« thématique : emploi ») looks into the set itself: with the sets in the index too, a count with choices
-- does not read the rows either.
DROP INDEX search.partner_by_facet;
DROP INDEX search.partner_of_region_by_facet;
CREATE INDEX partner_by_facet ON search.partner (mission_locale_id, is_archived)
  INCLUDE (partnership_id, kinds_key, themes_key, forms_key, tags_key, kind_ids, theme_codes, form_ids, tag_ids, stage, departement_code, officer_id, headcount_band, has_youth_label, agreement_days);
CREATE INDEX partner_of_region_by_facet ON search.partner (region_code, is_archived)
  INCLUDE (mission_locale_id, partnership_id, kinds_key, themes_key, forms_key, tags_key, kind_ids, theme_codes, form_ids, tag_ids, stage, departement_code, officer_id, headcount_band, has_youth_label, agreement_days);
