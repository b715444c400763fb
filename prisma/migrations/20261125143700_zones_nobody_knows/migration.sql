-- A source may name zones that the application does not know (an intercommunality by its SIREN): what is not understood keeps nobody out.
-- Communes, départements and regions are written as in app/domain/place/zone.ts.
CREATE FUNCTION search.zones_are_known(zones text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT zones <> '{}' AND array_to_string(zones, ' ') ~ '^((\d[0-9AB]\d{3}|d(\d{2,3}|2[AB])|r\d{2,3})( |$))+$' $$;
ALTER TABLE search.offer ALTER COLUMN has_zones SET EXPRESSION AS (search.zones_are_known(zones));
