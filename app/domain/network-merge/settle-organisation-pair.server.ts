import type { Ctx, Db } from '~/access/context';
import { notFound } from '~/domain/errors';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { overTheNetwork } from './over-the-network.server';

type Settled = { one: string; other: string };

/** Says that two organisations are two. Remembered, with who said it, until a strong reason that is not there today. Saying it twice changes nothing. */
export function dismissOrganisationPair(ctx: Ctx, { pairId }: { pairId: string }): Promise<Settled> {
  return overTheNetwork(ctx, 'the platform says that two organisations are two', async (db) => {
    const names = await namesOf(db, pairId);
    await db.$executeRaw`UPDATE organisation_pair SET state = 'dismissed', dismissed_at = ${ctx.now}::timestamptz, dismissed_by_id = ${ctx.actor.userId}::uuid, dismissed_for = strong WHERE id = ${pairId}::uuid AND state = 'open'`;
    return names;
  });
}

/** Takes that back: the pair is in the queue again, until the search no longer finds it. */
export function putBackOrganisationPair(ctx: Ctx, { pairId }: { pairId: string }): Promise<Settled> {
  return overTheNetwork(ctx, 'the platform takes back that two organisations are two', async (db) => {
    const names = await namesOf(db, pairId);
    await db.organisationPair.updateMany({ where: { id: pairId, state: 'dismissed' }, data: { state: 'open', dismissedAt: null, dismissedById: null, dismissedFor: [] } });
    return names;
  });
}

async function namesOf(db: Db, pairId: string): Promise<Settled> {
  const gone = 'Ces deux organismes ne sont plus dans la liste : ils ont été fusionnés ou corrigés.';
  const pair = await db.organisationPair.findFirst({ where: { id: knownId(pairId, gone) }, select: { one: { select: { name: true } }, other: { select: { name: true } } } });
  if (!pair) throw notFound(gone);
  return { one: pair.one.name, other: pair.other.name };
}
