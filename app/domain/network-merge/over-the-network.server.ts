import type { Ctx, Db } from '~/access/context';
import { forbidden } from '~/domain/errors';

/**
 * What the platform does with organisations that agencies live with: over the walls, for a named reason, and for nobody else. The door
 * of the page asks for the permission; this asks the database who acts, so that no other way leads here. Throws `forbidden`.
 */
export async function overTheNetwork<T>(ctx: Ctx, why: string, work: (db: Db) => Promise<T>): Promise<T> {
  const [who] = await ctx.db.$queryRaw<{ isPlatform: boolean }[]>`SELECT app.is_platform() AS "isPlatform"`;
  if (!who?.isPlatform) throw forbidden('Seule l’administration de la plateforme fusionne des organismes du réseau.');
  return ctx.beyondWalls(why, work);
}
