-- The same offer in several places: each place is an offer of its own, those of one offer share an id; docs/decisions/0016. Not a
-- foreign key: the rows are equal, the first may leave. It counts within the agency only, so it links to nothing of another one.
ALTER TABLE "offer" ADD COLUMN "spread_id" UUID;
CREATE INDEX "offer_mission_locale_id_spread_id_idx" ON "offer"("mission_locale_id", "spread_id") WHERE spread_id IS NOT NULL;

-- An offer gets its first other place while its form is open: the form shows nothing of it, and nobody is told that somebody else
-- changed the offer. As its point, this alone leaves its version.
DROP TRIGGER touch ON offer;
CREATE TRIGGER touch BEFORE UPDATE ON offer FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.* AND ((OLD.latitude, OLD.longitude, OLD.place_precision, OLD.spread_id) IS NOT DISTINCT FROM (NEW.latitude, NEW.longitude, NEW.place_precision, NEW.spread_id)
  OR to_jsonb(OLD) - '{latitude,longitude,place_precision,spread_id}'::text[] IS DISTINCT FROM to_jsonb(NEW) - '{latitude,longitude,place_precision,spread_id}'::text[])) EXECUTE FUNCTION app.touch();
