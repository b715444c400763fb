import type { Ctx } from '~/access/context';
import type { Point } from './geo';

/** The main communes around a point, for the names on its map: a dozen at most, largest first. One query, none without a point. */
export async function townsAround({ db }: Ctx, point: { latitude: number | null; longitude: number | null }): Promise<({ name: string; lat: number; lon: number; population: number })[]> {
  if (!isPlaced(point)) return [];
  const { latitude, longitude } = point;
  const towns = await db.commune.findMany({
    where: { latitude: { gte: latitude - 0.25, lte: latitude + 0.25 }, longitude: { gte: longitude - 0.4, lte: longitude + 0.4 } },
    orderBy: { population: 'desc' }, take: 12, select: { name: true, latitude: true, longitude: true, population: true },
  });
  return towns.flatMap(({ name, latitude: lat, longitude: lon, population }) => (lat === null || lon === null ? [] : [{ name, lat, lon, population }]));
}

const isPlaced = (point: { latitude: number | null; longitude: number | null }): point is Point => point.latitude !== null && point.longitude !== null;
