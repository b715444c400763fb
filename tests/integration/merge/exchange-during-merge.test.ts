import { expect, test } from 'vitest';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

test('un échange enregistré à l’instant d’une fusion ne reste pas sur la fiche reprise', async () => {
  const officer = (await missionLocale()).as('officer');
  const { partnershipId: keptId } = await officer.do(addPartner, { name: 'Garage Morel' });
  const { partnershipId: mergedId } = await officer.do(addPartner, { name: 'SARL Garage Morel' });
  const outcomes: Promise<unknown>[] = [];
  await officer.run(async (ctx) => {
    await mergePartners(ctx, { keptId, mergedId });
    outcomes.push(officer.do(addExchange, { partnershipId: mergedId, kind: 'call', body: 'Appel pendant la fusion' }).then(() => 'saved', (error: unknown) => error));
    // The merge ends only once the exchange waits for it.
    const waits = async () => (await ctx.db.$queryRaw<{ waits: boolean }[]>`SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))) AS waits`)[0]!.waits;
    while (!(await waits())) await new Promise((again) => setTimeout(again, 10));
  });
  expect(await outcomes[0]).toMatchObject({ refusal: { kind: 'merged', keptId } });
  expect(await officer.run(({ db }) => db.interaction.count({ where: { partnershipId: mergedId } }))).toBe(0);
});
