-- Words that people type for an activity or a kind, and that found nothing: « pizzeria », « site internet », « papiers administratifs ».
UPDATE search.word_of_code SET words = words || ' pizzeria creperie bar' WHERE code_start = '56.10';
UPDATE search.word_of_code SET words = words || ' internet' WHERE code_start = '62';
UPDATE search.word_of_code SET words = words || ' administratif papiers droits' WHERE code_start = 'france_services';

-- The rows of these learn them.
DO $$
DECLARE agency uuid;
BEGIN
  FOR agency IN SELECT id FROM mission_locale ORDER BY id LOOP
    PERFORM search.refresh(array_agg(s.mission_locale_id ORDER BY s.partnership_id), array_agg(s.partnership_id ORDER BY s.partnership_id))
      FROM search.partner s JOIN organisation o ON o.id = s.organisation_id JOIN organisation_kind k ON k.id = o.kind_id
      WHERE s.mission_locale_id = agency AND (o.naf_code LIKE '56.10%' OR o.naf_code LIKE '62%' OR k.code = 'france_services') HAVING count(*) > 0;
  END LOOP;
END $$;
