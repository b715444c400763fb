import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { confirmOffer, renewOffer } from '~/domain/offer/renew-offer.server';
import { movesFrom, type EverywhereVerb } from './everywhere-verbs';
import { heldPlaces } from './held-places.server';

/**
 * One click for all the places of an offer: each that can be moved from where it stands is, the others stay. All or none: throws what
 * `moveOffer` and `renewOffer` throw, and `conflict` when none can be moved. Answers how many were.
 */
export async function moveEverywhere(ctx: Ctx, { offerId, verb }: { offerId: string; verb: EverywhereVerb }): Promise<{ moved: number }> {
  const { places } = await heldPlaces(ctx, offerId);
  const moved = places.filter((place) => place.deletedAt === null && movesFrom(verb, place));
  if (moved.length === 0) throw conflict('Aucun lieu de cette offre ne peut l’être de là où il en est. Rechargez la page.');
  const move = (id: string) => (verb === 'renew' ? renewOffer(ctx, { offerId: id }) : verb === 'confirm' ? confirmOffer(ctx, { offerId: id }) : moveOffer(ctx, { offerId: id, verb }));
  for (const { id } of moved) await move(id);
  return { moved: moved.length };
}
