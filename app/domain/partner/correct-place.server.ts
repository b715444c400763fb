import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { parseCoordinates } from '~/domain/place/coordinates';
import { distanceKm } from '~/domain/place/geo';
import { placesToCheck } from '~/domain/place/place-doubt.server';
import { editedPartner, formTextOf } from './edit-form.queries.server';
import { editPartner } from './edit-partner.server';

/** Coordinates as typed or moved to; `base` what the form showed. `isSure`: a point far from its commune is meant. */
export type CorrectPlace = { partnershipId: string; latitude: string; longitude: string; baseLatitude: string; baseLongitude: string; isSure: boolean };

/** Farther from its commune's centre than any place of a commune, in km. Guyane has larger ones: one says so. */
const farKm = 40;

/**
 * The point of a partner put right by a person: kept as exact, written by the agency, and moved by no job afterwards. Throws
 * `invalid('latitude')` for what is no place of France, for latitude and longitude exchanged (the right order is proposed), for a
 * place far from its commune (unless `isSure`); `stale` when somebody else moved it meanwhile. Answers the next partner whose position is to
 * be checked, when this one was.
 */
export async function correctPlace(ctx: Ctx, { partnershipId, latitude, longitude, baseLatitude, baseLongitude, isSure }: CorrectPlace): Promise<{ nextId: string | null }> {
  const read = parseCoordinates(latitude, longitude);
  if (!read.ok) throw invalid('latitude', read.reason);
  const { point } = read;
  if (read.swapped) throw invalid('latitude', `La latitude et la longitude semblent échangées. Vouliez-vous écrire ${french(point.latitude)} puis ${french(point.longitude)} ?`);
  const partner = await editedPartner(ctx, partnershipId);
  if (!isSure && partner.organisation.communeCode) {
    const commune = await ctx.db.commune.findUnique({ where: { code: partner.organisation.communeCode }, select: { name: true, latitude: true, longitude: true } });
    const centre = commune && commune.latitude !== null && commune.longitude !== null ? { latitude: commune.latitude, longitude: commune.longitude } : null;
    const km = centre ? Math.round(distanceKm(centre, point)) : 0;
    if (km > farKm) throw invalid('latitude', `Ce point est à ${km} km du centre de ${commune!.name}. Si c’est bien là, cochez la case et enregistrez de nouveau.`);
  }
  const { doubt, nextId } = await placesToCheck(ctx, { organisationId: partner.organisationId });
  const current = formTextOf(partner);
  await editPartner(ctx, {
    partnershipId,
    typed: { ...current, latitude: String(point.latitude), longitude: String(point.longitude) },
    base: { ...current, latitude: baseLatitude, longitude: baseLongitude },
  });
  return { nextId: doubt && nextId };
}

/** The point given back to the commune's centre: what a person corrected is forgotten. */
export async function forgetPlace(ctx: Ctx, { partnershipId }: { partnershipId: string }): Promise<void> {
  const current = formTextOf(await editedPartner(ctx, partnershipId));
  await editPartner(ctx, { partnershipId, typed: { ...current, latitude: '', longitude: '' }, base: current });
}

const french = (degrees: number) => String(Math.round(degrees * 1e5) / 1e5).replace('.', ',');
