-- Exchanges sought across the agency, by their words, kind and author, the latest first.

-- The words of a text, each behind its agency: a common word is read for one agency, not for the network (as search.words_within
-- does for partners). A word longer than any is cut, where the index would refuse it.
CREATE FUNCTION search.exchange_words(agency uuid, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT array_to_tsvector(ARRAY(SELECT right(agency::text, 8) || left(word, 60) FROM string_to_table(app.norm(body), ' ') AS word WHERE word <> '')) $$;
CREATE INDEX interaction_by_words ON interaction USING gin (search.exchange_words(mission_locale_id, body)) WHERE deleted_at IS NULL;
CREATE INDEX interaction_of_kind ON interaction (mission_locale_id, kind, happened_at DESC, id DESC) WHERE deleted_at IS NULL;

-- The keys of one page. As the system, and only within the agency of the transaction: behind a policy PostgreSQL may not use the index of words
-- (its operator could tell of rows that are not seen). Each question gets its own plan: what is not asked is not in it.
CREATE FUNCTION search.exchanges(words text[], of_kind interaction_kind, by_author uuid, since timestamptz, before_at timestamptz, before_id uuid, at_most int)
RETURNS TABLE (id uuid, happened_at timestamptz) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  agency uuid := app.mission_locale();
  query tsquery;
BEGIN
  IF agency IS NULL THEN RETURN; END IF;
  -- Words are letters and digits only (they come folded), so that they cannot be read as an operator.
  SELECT string_agg(quote_literal(right(agency::text, 8) || regexp_replace(w, '[^a-z0-9]', '', 'g')) || ':*', ' & ')::tsquery INTO query FROM unnest(words) AS w WHERE w ~ '[a-z0-9]';
  RETURN QUERY EXECUTE 'SELECT i.id, i.happened_at FROM interaction i WHERE i.mission_locale_id = $1 AND i.deleted_at IS NULL'
    || CASE WHEN query IS NOT NULL THEN ' AND search.exchange_words(i.mission_locale_id, i.body) @@ $2' ELSE '' END
    || CASE WHEN of_kind IS NOT NULL THEN ' AND i.kind = $3' ELSE '' END
    || CASE WHEN by_author IS NOT NULL THEN ' AND i.author_id = $4' ELSE '' END
    || CASE WHEN since IS NOT NULL THEN ' AND i.happened_at >= $5' ELSE '' END
    || CASE WHEN before_at IS NOT NULL THEN ' AND (i.happened_at, i.id) < ($6, $7)' ELSE '' END
    || ' ORDER BY i.happened_at DESC, i.id DESC LIMIT $8'
    USING agency, query, of_kind, by_author, since, before_at, before_id, least(at_most, 101);
END $$;
DO $$
BEGIN
  EXECUTE format('GRANT maillage_system TO %I', current_user);
  GRANT CREATE ON SCHEMA search TO maillage_system;
  ALTER FUNCTION search.exchanges(text[], interaction_kind, uuid, timestamptz, timestamptz, uuid, int) OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA search FROM maillage_system;
END $$;
