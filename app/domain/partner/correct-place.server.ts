import type { Ctx } from '~/access/context';
import { givenPoint } from '~/domain/place/given-point.server';
import { placesToCheck } from '~/domain/place/place-doubt.server';
import { editedPartner, formTextOf } from './edit-form.queries.server';
import { editPartner } from './edit-partner.server';

/** Coordinates as typed or moved to; `base` what the form showed. `isSure`: a point far from its commune is meant. */
export type CorrectPlace = { partnershipId: string; latitude: string; longitude: string; baseLatitude: string; baseLongitude: string; isSure: boolean };

/**
 * The point of a partner put right by a person: kept as exact, written by the agency, and moved by no job afterwards. Throws
 * what `givenPoint` throws; `stale` when somebody else moved it meanwhile. Answers the next partner whose position is to
 * be checked, when this one was.
 */
export async function correctPlace(ctx: Ctx, { partnershipId, latitude, longitude, baseLatitude, baseLongitude, isSure }: CorrectPlace): Promise<{ nextId: string | null }> {
  const partner = await editedPartner(ctx, partnershipId);
  const point = await givenPoint(ctx, { latitude, longitude, communeCode: partner.organisation.communeCode, isSure });
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
