import { isEditedHere } from '~/domain/offer/offer-origin';
import { nextOfferState, type OfferState } from '~/domain/offer/offer.lifecycle';
import type { Permission } from '~/access/permissions';
import type { OfferOrigin } from '#prisma';

/** What can be done with all the places of an offer at once; the rest (pourvue, archivée…) is said of one place. */
export const everywhereVerbs = {
  renew: { label: 'Prolonger', permission: 'offer.publish', done: 'est prolongée' },
  publish: { label: 'Publier', permission: 'offer.publish', done: 'est publiée' },
  pause: { label: 'Mettre en pause', permission: 'offer.write', done: 'est en pause' },
  withdraw: { label: 'Retirer', permission: 'offer.write', done: 'est retirée' },
  confirm: { label: 'Toujours d’actualité', permission: 'offer.write', done: 'est toujours d’actualité' },
} as const satisfies Record<string, { label: string; permission: Permission; done: string }>;

export type EverywhereVerb = keyof typeof everywhereVerbs;
export const everywhereVerbNames = Object.keys(everywhereVerbs) as EverywhereVerb[];

type Standing = { state: OfferState; origin?: OfferOrigin };

/** Does this verb move a place that stands there? What is over is renewed, with new dates; what never was published, or is in pause, is published. */
export function movesFrom(verb: EverywhereVerb, { state, origin = 'agency' }: Standing): boolean {
  const isOver = state === 'filled' || state === 'expired' || state === 'withdrawn';
  if (verb === 'renew') return isEditedHere({ origin }) && (state === 'published' || isOver);
  if (verb === 'confirm') return isEditedHere({ origin }) && state === 'published';
  if (verb === 'publish') return !isOver && nextOfferState({ state, stateBeforeArchive: null }, 'publish') !== null;
  return nextOfferState({ state, stateBeforeArchive: null }, verb) !== null;
}

/** What is proposed for all of them: what moves two places at least, since one is moved by its own page. Whether it is current is asked where that is in doubt. */
export const everywhereFrom = (states: readonly OfferState[]): EverywhereVerb[] => everywhereVerbNames.filter((verb) => verb !== 'confirm' && states.filter((state) => movesFrom(verb, { state })).length > 1);
