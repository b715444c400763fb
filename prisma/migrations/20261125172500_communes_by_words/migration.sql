-- A commune as it is said among other words (« serveuse bagneres bigorre 30 min en bus »): without the small words, which a search leaves out too
-- (search/stop-words.ts), and by the beginning of its name.
CREATE FUNCTION app.place_words(search_name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT trim(regexp_replace(regexp_replace(search_name, '[^a-z0-9]+', ' ', 'g'), '(^| )((a|au|aux|avec|d|dans|de|des|du|en|et|l|la|le|les|of|ou|par|pour|s|sur|un|une) )+', '\1', 'g'))
$$;
CREATE INDEX commune_by_words ON commune (app.place_words(search_name) text_pattern_ops);
