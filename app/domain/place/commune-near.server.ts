import type { Ctx } from '~/access/context';
import type { Point } from './geo';

/** The name of the commune whose centre is nearest, within some thirty kilometres; null at sea, or where no centre is known. */
export async function communeNear({ db }: Ctx, { latitude, longitude }: Point): Promise<string | null> {
  const scale = Math.cos((latitude * Math.PI) / 180);
  const [found] = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM commune WHERE latitude BETWEEN ${latitude - 0.3} AND ${latitude + 0.3} AND longitude BETWEEN ${longitude - 0.3 / scale} AND ${longitude + 0.3 / scale} AND part_of_code IS NULL
    ORDER BY (latitude - ${latitude}) ^ 2 + ((longitude - ${longitude}) * ${scale}) ^ 2 LIMIT 1`;
  return found?.name ?? null;
}
