/** A place on Earth, in decimal degrees (WGS 84). */
export type Point = { latitude: number; longitude: number };

/** A rectangle of the map, in decimal degrees. */
export type BoundingBox = { south: number; west: number; north: number; east: number };

/** Mean radius of the Earth in km (IUGG). */
const EARTH_RADIUS_KM = 6371.0088;

/** The distance between two places as the crow flies, in km (haversine formula; at most 0.5 % off the ellipsoid). */
export function distanceKm(from: Point, to: Point): number {
  const φ1 = radians(from.latitude);
  const φ2 = radians(to.latitude);
  const halfΔφ = (φ2 - φ1) / 2;
  const halfΔλ = radians(to.longitude - from.longitude) / 2;
  const chord = Math.sin(halfΔφ) ** 2 + Math.cos(φ1) * Math.cos(φ2) * Math.sin(halfΔλ) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * The smallest rectangle that holds every place within `radiusKm` of `centre`: the cheap first sieve of a radius search.
 * Longitudes are not wrapped: France has no place within reach of the 180th meridian but Wallis and Futuna's far west side.
 */
export function boundingBox(centre: Point, radiusKm: number): BoundingBox {
  const angle = radiusKm / EARTH_RADIUS_KM;
  const φ = radians(centre.latitude);
  const Δλ = Math.abs(φ) + angle >= Math.PI / 2 ? Math.PI : Math.asin(Math.sin(angle) / Math.cos(φ));
  return {
    south: Math.max(-90, centre.latitude - degrees(angle)),
    north: Math.min(90, centre.latitude + degrees(angle)),
    west: centre.longitude - degrees(Δλ),
    east: centre.longitude + degrees(Δλ),
  };
}

/** The smallest rectangle that holds these places, given as longitude and latitude. */
export function boxAround(places: readonly (readonly [lon: number, lat: number])[]): BoundingBox {
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) };
}

/** Is the place inside the rectangle, edges included? */
export function isInside(box: BoundingBox, { latitude, longitude }: Point): boolean {
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;
}

function radians(degree: number): number {
  return (degree * Math.PI) / 180;
}

function degrees(radian: number): number {
  return (radian * 180) / Math.PI;
}
