-- An offer may be for some communes, départements or regions only. Few are: whether it has zones is a column of the index that lists read,
-- and the zones themselves, which may be two hundred, are looked up by their own.
ALTER TABLE search.offer ADD COLUMN has_zones boolean GENERATED ALWAYS AS (zones <> '{}') STORED;
CREATE OR REPLACE VIEW search.offer_seen AS SELECT * FROM search.offer WHERE audience_key = ANY ((SELECT app.offer_audiences())::text[]);

CREATE INDEX offer_by_zones ON search.offer USING gin (zones) WHERE has_zones;
DROP INDEX search.offer_by_date;
CREATE INDEX offer_by_date ON search.offer (audience_key, published_at, offer_id) INCLUDE (mission_locale_id, confirmed_at, origin, kind, theme_codes, contract, level,
  starts_on, age_min, age_max, publics, schemes, reception_modes, cost, is_handicap_friendly, commune_code, latitude, longitude, has_zones);
