import type { Ctx } from '~/access/context';
import { holdPartnershipUnder } from '~/domain/partnership/partnership-of.server';
import { knownChoices } from './known-choices';
import { ownOffer } from './offer-of.server';

/**
 * A draft with all that an offer says but its dates, its sessions and its other places, which are the next run's; choices that only its source knows are
 * left out, since the copy is edited here. Answers the new one.
 */
export async function duplicateOffer(ctx: Ctx, { offerId }: { offerId: string }): Promise<{ offerId: string }> {
  await holdPartnershipUnder(ctx, 'offer', offerId);
  const { missionLocaleId: _agency, id: _id, version: _version, createdAt: _created, updatedAt: _updated, createdById: _author, sourceId: _source, sourceUrl: _url, spreadId: _places, ...said } = await ownOffer(ctx, offerId);
  const fresh = { state: 'draft', stateSince: ctx.now, stateBeforeArchive: null, origin: 'agency', cameBy: null, startsOn: null, endsOn: null, opensOn: null, closesOn: null, publishedAt: null, confirmedAt: null, askedAt: null, deletedAt: null } as const;
  const { id } = await ctx.db.offer.create({ data: { ...said, ...knownChoices(said), ...fresh, title: copyTitle(said.title) }, select: { id: true } });
  return { offerId: id };
}

const copyTitle = (title: string) => `${[...title].slice(0, 190).join('')} (copie)`;
