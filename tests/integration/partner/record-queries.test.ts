import { expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { addContact } from '~/domain/contact/add-contact.server';
import { listContacts } from '~/domain/contact/contact.queries.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { contactGuard } from '~/domain/exchange/contact-guard.server';
import { partnerTimeline } from '~/domain/exchange/partner-timeline.server';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { getPartner, getPartnerOverview } from '~/domain/partner/partner.queries.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import { setThemes } from '~/domain/partnership/set-themes.server';
import { withTrace } from '~/server/log.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;

/** Queries beyond those of every transaction (begin, walls, commit). */
async function queriesOf(ml: Agency, work: (ctx: Ctx) => Promise<unknown>): Promise<number> {
  await ml.person('officer');
  const trace = { requestId: crypto.randomUUID(), queries: 0 };
  await withTrace(trace, () => ml.as('officer').run(work));
  const empty = { requestId: crypto.randomUUID(), queries: 0 };
  await withTrace(empty, () => ml.as('officer').run(async () => null));
  return trace.queries - empty.queries;
}

test('une fiche pleine se lit en autant de requêtes qu’une fiche vide', async () => {
  const ml = await missionLocale();
  const empty = await ml.as('officer').do(addPartner, { name: 'Vide' });
  const full = await ml.as('officer').do(addPartner, { name: 'Pleine', postcode: '65000', commune: 'Tarbes' });
  for (let i = 0; i < 12; i += 1) {
    await ml.as('officer').do(addContact, { partnershipId: full.partnershipId, lastName: `Nom ${i}`, phone: '06 39 98 00 12' });
    await ml.as('officer').do(addExchange, { partnershipId: full.partnershipId, kind: i % 2 ? 'call' : 'note', body: `Note ${i}`, nextTitle: i === 3 ? 'Rappeler' : null });
  }
  await ml.as('officer').do(setThemes, { partnershipId: full.partnershipId, themes: ['emploi', 'sante', 'logement'] });
  for (const formCode of ['immersion', 'stage', 'emploi']) await ml.as('officer').do(setEngagement, { partnershipId: full.partnershipId, formCode, readiness: 'willing' });

  for (const { partnershipId } of [empty, full]) {
    expect({
      head: await queriesOf(ml, (ctx) => getPartner(ctx, partnershipId)),
      overview: await queriesOf(ml, (ctx) => getPartnerOverview(ctx, partnershipId)),
      contacts: await queriesOf(ml, (ctx) => listContacts(ctx, partnershipId)),
    }).toEqual({ head: 1, overview: 1, contacts: 1 });
    expect(await queriesOf(ml, (ctx) => partnerTimeline(ctx, partnershipId, { kind: null, personId: null, words: [] }, null))).toBe(2);
    expect(await queriesOf(ml, (ctx) => contactGuard(ctx, partnershipId))).toBe(1);
    expect(await queriesOf(ml, (ctx) => partnerHistory(ctx, partnershipId))).toBeLessThanOrEqual(6);
  }
  expect(await ml.as('officer').run((ctx) => getPartner(ctx, full.partnershipId))).toMatchObject({ contactCount: 12, exchangeCount: 12, lastExchange: { kind: 'call' }, nextTask: { title: 'Rappeler' }, mainContact: { lastName: 'Nom 0' }, themes: [{ code: 'emploi' }, { code: 'logement' }, { code: 'sante' }], changedBy: { firstName: 'Camille' } });
}, 60_000);

test('une région lit la fiche sans ses interlocuteurs ni ses notes ; une autre région, rien', async () => {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie' });
  await ml.as('officer').do(addContact, { partnershipId, lastName: 'Ana', phone: '06 39 98 00 12' });
  await ml.as('officer').do(addExchange, { partnershipId, kind: 'call', body: 'Privé', nextTitle: 'Rappeler' });
  expect(await regionalReader().run((ctx) => getPartner(ctx, partnershipId))).toMatchObject({ name: 'Scierie', agency: ml.name, isOurs: false, mainContact: null, contactCount: 0, exchangeCount: 0, lastExchange: null, nextTask: null });
  await ml.as('officer').do(movePartnership, { partnershipId, verb: 'contact', comment: 'Confidence' });
  await ml.as('officer').do(setEngagement, { partnershipId, formCode: 'stage', readiness: 'willing', saidBy: 'Mme Ana' });
  expect(JSON.stringify(await regionalReader().run((ctx) => getPartnerOverview(ctx, partnershipId)))).not.toMatch(/Confidence|Ana/);
  expect(JSON.stringify(await ml.as('counsellor').run((ctx) => getPartnerOverview(ctx, partnershipId)))).toMatch(/Ana.*Confidence/);
  await expect(regionalReader('11').run((ctx) => getPartner(ctx, partnershipId))).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
});

test.each(['', 'abc', '%00', "' OR 1=1", '01a20120-cf8a-7557-85c4-ff040fdab56b'])('une adresse qui ne mène nulle part (%j) est une page introuvable', async (id) => {
  const ml = await missionLocale();
  for (const read of [getPartner, getPartnerOverview, partnerHistory]) await expect(ml.as('officer').run<unknown>((ctx) => read(ctx, id))).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
});
