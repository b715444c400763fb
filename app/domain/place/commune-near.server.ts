import type { Ctx } from '~/access/context';
import type { Point } from './geo';

/** The commune whose centre is nearest, within some thirty kilometres; null at sea, or where no centre is known. */
export async function communeNear({ db }: Ctx, { latitude, longitude }: Point): Promise<{ code: string; name: string } | null> {
  const scale = Math.cos((latitude * Math.PI) / 180);
  const [found] = await db.$queryRaw<{ code: string; name: string }[]>`
    SELECT code, name FROM commune WHERE latitude BETWEEN ${latitude - 0.3} AND ${latitude + 0.3} AND longitude BETWEEN ${longitude - 0.3 / scale} AND ${longitude + 0.3 / scale} AND part_of_code IS NULL
    ORDER BY (latitude - ${latitude}) ^ 2 + ((longitude - ${longitude}) * ${scale}) ^ 2 LIMIT 1`;
  return found ?? null;
}
