-- By which way an offer from elsewhere came: what a refresh no longer finds is withdrawn only if a refresh brought it; a file sent by
-- hand likewise. Whoever has both ways has each service once.
ALTER TABLE "offer" ADD COLUMN "came_by" TEXT;
UPDATE "offer" f SET "came_by" = CASE WHEN EXISTS (SELECT FROM offer_feed s WHERE s.mission_locale_id = f.mission_locale_id AND s.source = f.origin AND s.is_on) THEN 'api' ELSE 'file' END
  WHERE f.origin NOT IN ('agency', 'partner');
ALTER TABLE "offer" ADD CONSTRAINT "offer_came_by" CHECK (came_by IN ('api', 'file'));
