-- Counted at each page of an agency: how many partners, whose, at which stage. One value written once for all the rows that share it:
-- with person and stage the index is as small as it was without, and the home page reads a few dozen pages of it instead of the table.
DROP INDEX search.partner_to_count;
CREATE INDEX partner_to_count ON search.partner (mission_locale_id, is_archived, officer_id, stage);

-- Engagements looked into from a list, through windows as search.partner_of_… : each has its wall inside, an ordinary condition that
-- leads to an index. Behind the policies of their table PostgreSQL guesses 400 rows where there are 15,000, and looks them up one by one.
CREATE VIEW search.engagement_of_agency AS SELECT mission_locale_id, partnership_id, form_id, readiness, capacity_per_month, months, romes
  FROM engagement WHERE mission_locale_id = (SELECT app.mission_locale());
CREATE VIEW search.engagement_of_region AS SELECT mission_locale_id, partnership_id, form_id, readiness, capacity_per_month, months, romes
  FROM engagement WHERE mission_locale_id = ANY ((SELECT app.region_agencies())::uuid[]);
GRANT SELECT ON search.engagement_of_agency, search.engagement_of_region TO maillage_tenant;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA search TO maillage_system;
  ALTER VIEW search.engagement_of_agency OWNER TO maillage_system;
  ALTER VIEW search.engagement_of_region OWNER TO maillage_system;
  REVOKE CREATE ON SCHEMA search FROM maillage_system;
END $$;
