-- When a file of services was last taken in: its services leave a year later, and it says nothing of how the source itself answers.
ALTER TABLE "offer_feed" ADD COLUMN "file_at" TIMESTAMPTZ;
INSERT INTO offer_feed (mission_locale_id, source, file_at)
  SELECT f.mission_locale_id, f.origin, max(f.confirmed_at) FROM offer f WHERE f.came_by = 'file' AND f.state IN ('published', 'paused') GROUP BY 1, 2
  ON CONFLICT (mission_locale_id, source) DO UPDATE SET file_at = EXCLUDED.file_at;
