import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { parseCoordinates } from './coordinates';
import { distanceKm, type Point } from './geo';

/** Farther from its commune's centre than any place of a commune, in km. Guyane has larger ones: one says so. */
const farKm = 40;

export type GivenPoint = { latitude: string; longitude: string; communeCode: string | null; /** A point far from its commune is meant. */ isSure: boolean };

/**
 * A point that a person puts on the map or types, in decimal degrees. Throws `invalid('latitude')` for what is no place of France, for
 * latitude and longitude exchanged (the right order is proposed), for a place far from its commune (unless `isSure`). One query.
 */
export async function givenPoint({ db }: Ctx, { latitude, longitude, communeCode, isSure }: GivenPoint): Promise<Point> {
  const read = parseCoordinates(latitude, longitude);
  if (!read.ok) throw invalid('latitude', read.reason);
  const { point } = read;
  if (read.swapped) throw invalid('latitude', `La latitude et la longitude semblent échangées. Vouliez-vous écrire ${french(point.latitude)} puis ${french(point.longitude)} ?`);
  if (isSure || !communeCode) return point;
  const commune = await db.commune.findUnique({ where: { code: communeCode }, select: { name: true, latitude: true, longitude: true } });
  const centre = commune && commune.latitude !== null && commune.longitude !== null ? { latitude: commune.latitude, longitude: commune.longitude } : null;
  const km = centre ? Math.round(distanceKm(centre, point)) : 0;
  if (km > farKm) throw invalid('latitude', `Ce point est à ${km} km du centre de ${commune!.name}. Si c’est bien là, cochez la case et enregistrez de nouveau.`);
  return point;
}

const french = (degrees: number) => String(Math.round(degrees * 1e5) / 1e5).replace('.', ',');
