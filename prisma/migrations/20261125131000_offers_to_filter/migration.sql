-- Everything that the list of offers filters, counts and sorts by, words and trades apart, in one index: a page, its count, the counts
-- of its filters and a circle read it and not the rows, which are wide (20,000 of them lie in 4,600 pages; here in a few hundred).
DROP INDEX search.offer_by_date;
CREATE INDEX offer_by_date ON search.offer (audience_key, published_at, offer_id) INCLUDE (mission_locale_id, confirmed_at, origin, kind, theme_codes, contract, level,
  starts_on, age_min, age_max, publics, schemes, reception_modes, cost, is_handicap_friendly, commune_code, latitude, longitude);
