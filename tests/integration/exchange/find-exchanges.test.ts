import { expect, test } from 'vitest';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { deleteExchange } from '~/domain/exchange/delete-exchange.server';
import { readExchangeFilters } from '~/domain/exchange/exchange-filters';
import { exchangeSchema } from '~/domain/exchange/exchange.schema';
import { findExchanges } from '~/domain/exchange/find-exchanges.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { withTrace } from '~/server/log.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
const day = 86_400_000;

async function note(ml: Agency, role: 'officer' | 'counsellor', partnershipId: string, body: string, more: { kind?: string; daysAgo?: number } = {}) {
  const exchange = exchangeSchema.parse({ kind: more.kind ?? 'call', body, happenedAt: new Date(Date.now() - (more.daysAgo ?? 0) * day) });
  return ml.as(role).do(addExchange, { ...exchange, partnershipId });
}
const partner = async (ml: Agency, name: string) => (await ml.as('officer').do(addPartner, { name, kindCode: 'entreprise' })).partnershipId;
const find = async (ml: Agency, search: string, after: string | null = null) => ml.as('counsellor').run((ctx) => findExchanges(ctx, readExchangeFilters(new URLSearchParams(search)), after));
const bodies = async (ml: Agency, search: string) => (await find(ml, search)).exchanges.map(({ partner: name, body }) => `${name} : ${body}`);

test('exchanges of all partners are found by words, kind, author and period, the latest first', async () => {
  const ml = await missionLocale();
  const [garage, fournil] = [await partner(ml, 'Garage du Pic'), await partner(ml, 'Fournil du Val')];
  await note(ml, 'officer', garage, 'Accueil en été, deux apprentis mécaniciens', { daysAgo: 200 });
  await note(ml, 'officer', fournil, 'Prêts à accueillir en mars', { kind: 'visit', daysAgo: 40 });
  await note(ml, 'counsellor', garage, 'Rappeler Mme Lafourcade', { daysAgo: 2 });
  expect(await bodies(ml, '')).toEqual(['Garage du Pic : Rappeler Mme Lafourcade', 'Fournil du Val : Prêts à accueillir en mars', 'Garage du Pic : Accueil en été, deux apprentis mécaniciens']);
  expect(await bodies(ml, 'mots=APPRENTI')).toHaveLength(1);
  expect(await bodies(ml, 'mots=accue')).toHaveLength(2);
  expect(await bodies(ml, 'mots=ete+mecanicien')).toEqual(['Garage du Pic : Accueil en été, deux apprentis mécaniciens']);
  expect(await bodies(ml, 'mots=apprentis+mars')).toEqual([]);
  expect(await bodies(ml, 'type=visite')).toEqual(['Fournil du Val : Prêts à accueillir en mars']);
  expect(await bodies(ml, `par=${(await ml.person('counsellor')).userId}`)).toEqual(['Garage du Pic : Rappeler Mme Lafourcade']);
  expect(await bodies(ml, 'depuis=90&mots=accue')).toEqual(['Fournil du Val : Prêts à accueillir en mars']);
});

test('what another agency noted is not found, a region finds nothing, and a deleted exchange is gone', async () => {
  const [ours, theirs] = [await missionLocale(), await missionLocale()];
  const [mine, other] = [await partner(ours, 'Garage du Pic'), await partner(theirs, 'Scierie')];
  await note(theirs, 'officer', other, 'Embauche au printemps');
  const { exchangeId } = await note(ours, 'officer', mine, 'Embauche à l’automne');
  expect(await bodies(ours, 'mots=embauche')).toEqual(['Garage du Pic : Embauche à l’automne']);
  expect(await bodies(ours, `par=${(await theirs.person('officer')).userId}`)).toEqual([]);
  expect((await regionalReader().run((ctx) => findExchanges(ctx, readExchangeFilters(new URLSearchParams('mots=embauche')), null))).exchanges).toEqual([]);
  await ours.as('officer').do(deleteExchange, { partnershipId: mine, exchangeId });
  expect(await bodies(ours, 'mots=embauche')).toEqual([]);
});

test('odd words break nothing: operators, quotes, and one longer than an index takes', async () => {
  const ml = await missionLocale();
  const garage = await partner(ml, 'Garage du Pic');
  await note(ml, 'officer', garage, `Code ${'a'.repeat(9_000)} l'été & (rien) | tout`);
  for (const mots of ["l'été", 'tout | rien', "'; DROP TABLE interaction --", '&&& !!', '\\', 'a'.repeat(150)]) await find(ml, new URLSearchParams({ mots }).toString());
  expect(await bodies(ml, `mots=${'a'.repeat(50)}`)).toHaveLength(1);
});

test('pages of twenty-five follow each other without a hole, in as many queries for 2 exchanges as for 60', async () => {
  const ml = await missionLocale();
  const garage = await partner(ml, 'Garage du Pic');
  const { userId: authorId } = await ml.person('officer');
  const counted = async (search: string, after: string | null) => {
    const trace = { requestId: 'test', queries: 0 };
    return { ...(await withTrace(trace, () => find(ml, search, after))), queries: trace.queries };
  };
  for (const body of ['Un', 'Deux']) await note(ml, 'officer', garage, body);
  await ml.person('counsellor'); // made once, not counted
  const few = await counted('', null);
  const at = new Date(Date.now() - day); // all of one moment: the id tells them apart
  await ml.as('officer').run((ctx) => ctx.db.interaction.createMany({ data: Array.from({ length: 58 }, (_, i) => ({ partnershipId: garage, kind: 'note' as const, body: `Note ${i}`, happenedAt: at, authorId })) }));
  const first = await counted('', null);
  const second = await counted('', first.next);
  const third = await counted('', second.next);
  expect([first, second, third].map(({ exchanges }) => exchanges.length)).toEqual([25, 25, 10]);
  expect(third.next).toBeNull();
  expect(new Set([first, second, third].flatMap(({ exchanges }) => exchanges.map(({ id }) => id))).size).toBe(60);
  expect(first.queries).toBe(few.queries);
  expect(first.queries).toBeLessThanOrEqual(6);
});
