-- What is reached from a point in so many minutes, as a service computed it: public facts of the road network, the same for everybody.
-- `outline` is null while nobody answered; then it is not asked again before `ask_again_at`.
CREATE TABLE reach_area (
  profile text NOT NULL,
  minutes int NOT NULL,
  latitude double precision NOT NULL,
  longitude double precision NOT NULL,
  -- One ring: [[lon, lat], …].
  outline jsonb,
  resource_version text,
  fetched_at timestamptz NOT NULL DEFAULT now(),
  ask_again_at timestamptz NOT NULL DEFAULT now(),
  failure text,
  PRIMARY KEY (profile, minutes, latitude, longitude)
);
ALTER TABLE reach_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE reach_area FORCE ROW LEVEL SECURITY;
GRANT SELECT ON reach_area TO maillage_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON reach_area TO maillage_system;
CREATE POLICY everybody ON reach_area FOR SELECT TO maillage_tenant USING (true);
CREATE POLICY system ON reach_area TO maillage_system USING (true) WITH CHECK (true);

-- The outline of a département, when the official file was loaded (npm run places -- departements.geojson).
ALTER TABLE departement ADD COLUMN outline jsonb;
CREATE INDEX commune_by_place ON commune (latitude, longitude);
