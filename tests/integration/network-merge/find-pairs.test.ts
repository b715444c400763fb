import { beforeAll, describe, expect, test } from 'vitest';
import { addContact } from '~/domain/contact/add-contact.server';
import type { DuplicateView } from '~/domain/duplicate/list-duplicates.server';
import { listOrganisationMerges } from '~/domain/network-merge/list-organisation-merges.server';
import { listOrganisationPairs } from '~/domain/network-merge/list-organisation-pairs.server';
import { organisationMergePreview } from '~/domain/network-merge/organisation-merge-preview.server';
import { dismissOrganisationPair, putBackOrganisationPair } from '~/domain/network-merge/settle-organisation-pair.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { findNetworkDoubles } from '~/jobs/find-network-doubles.server';
import { withTrace } from '~/server/log.server';
import type { Ctx } from '~/access/context';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { sirets } from '../../support/sirets';
import { merge, partner, platform, refusalOf, undo, type Added, type Agency } from './two-organisations';

useDatabase();
const siret = sirets();
let [brest, arles]: Agency[] = [];
let kept: Added, double: Added;
const inTarbes = { postcode: '65000', communeCode: '65440', addressLine: '12 rue Foch' };

beforeAll(async () => {
  [brest, arles] = [await missionLocale(), await missionLocale()];
  kept = await partner(brest!, 'Garage du Pic', { siret: siret(), ...inTarbes });
  double = await partner(arles!, 'SARL Garage du Pic', { ...inTarbes, phone: '05 36 49 10 10' });
  // What one agency alone has twice is for that agency to say.
  for (const name of ['Fleuriste Lilas', 'Fleuriste Lilas SARL']) await partner(brest!, name, inTarbes);
  // A telephone of a contact is private: it brings nobody together here.
  for (const [ml, name] of [[brest!, 'Tailleur de pierre'], [arles!, 'Ébénisterie ancienne']] as const) {
    const { partnershipId } = await partner(ml, name);
    await ml.as('officer').do(addContact, { partnershipId, lastName: 'Roux', phone: '05 36 49 77 77', email: 'roux@secret.example' });
  }
  await findNetworkDoubles(new Date());
});

const list = (view: Partial<DuplicateView> & { after?: string | null } = {}) => platform.run((ctx) => listOrganisationPairs(ctx, { level: null, isDismissed: false, ...view }));
const titles = async (view: Partial<DuplicateView> = {}) => (await list(view)).pairs.map(({ kept: one, other }) => `${one.name} / ${other.name}`);

describe('la file des organismes en double', () => {
  test('dit la paire de deux agences, avec ses raisons et les faits communs, et rien de privé', async () => {
    const { pairs, counts, next } = await list();
    expect(pairs).toMatchObject([{ level: 'sure', kept: { name: 'Garage du Pic' }, other: { name: 'SARL Garage du Pic' } }]);
    expect([counts, next]).toEqual([{ sure: 1, probable: 0, possible: 0, dismissed: 0 }, null]);
    expect(pairs[0]!.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['sameName', 'sameAddress']));
    expect(pairs[0]!.lines.map(({ label }) => label)).toEqual(['Nom', 'SIRET', 'Typologie', 'Adresse', 'Commune', 'Téléphone', 'Connue de', 'Ajoutée']);
    expect(JSON.stringify(pairs)).not.toMatch(/Roux|secret|Mission Locale d’essai/);
  });

  test('« ce ne sont pas des doublons » est retenu, et revient par une raison forte qui n’y était pas', async () => {
    const pairId = (await list()).pairs[0]!.id;
    expect(await platform.do(dismissOrganisationPair, { pairId })).toEqual({ one: 'Garage du Pic', other: 'SARL Garage du Pic' });
    await findNetworkDoubles(new Date());
    expect([await titles(), await titles({ isDismissed: true })]).toEqual([[], ['Garage du Pic / SARL Garage du Pic']]);
    await brest!.as('officer').do(editOrganisation, { partnershipId: kept.partnershipId, phone: '05 36 49 10 10' });
    await findNetworkDoubles(new Date());
    const { pairs } = await list();
    expect(pairs[0]).toMatchObject({ reopenedAt: expect.any(Date) as Date, reasons: expect.arrayContaining([expect.objectContaining({ code: 'samePhone' })]) as unknown });
    await platform.do(dismissOrganisationPair, { pairId });
    await platform.do(putBackOrganisationPair, { pairId });
    expect(await titles()).toHaveLength(1);
    expect(await refusalOf(platform.do(dismissOrganisationPair, { pairId: crypto.randomUUID() }))).toMatchObject({ refusal: { kind: 'notFound' } });
    expect(await refusalOf(brest!.as('admin').do(dismissOrganisationPair, { pairId }))).toMatchObject({ refusal: { kind: 'forbidden' } });
  });

  test('une paire fusionnée n’attend plus, et attend de nouveau une fois la fusion annulée', async () => {
    const { mergeId } = await merge(kept, double);
    expect(await titles()).toEqual([]);
    await findNetworkDoubles(new Date());
    expect(await titles()).toEqual([]);
    await undo(mergeId);
    expect(await titles()).toEqual(['Garage du Pic / SARL Garage du Pic']);
  });

  test('une paire qui ne se ressemble plus quitte la file', async () => {
    const [one, other] = [await partner(brest!, 'Auberge Basse', { siret: siret(), ...inTarbes }), await partner(arles!, 'Auberge Basse', inTarbes)];
    await findNetworkDoubles(new Date());
    expect(await titles()).toContain('Auberge Basse / Auberge Basse');
    await arles!.as('officer').do(editOrganisation, { partnershipId: other.partnershipId, name: 'Pharmacie Neuve', communeCode: '13004', postcode: '13200', addressLine: '1 quai Saint-Pierre' });
    await findNetworkDoubles(new Date());
    expect(await titles()).not.toContain('Auberge Basse / Auberge Basse');
    expect(one.organisationId).not.toBe(other.organisationId);
  });

  test('une page, la comparaison et la liste des fusions posent un nombre fixe de questions', async () => {
    const queries = async (work: (ctx: Ctx) => Promise<unknown>) => {
      const trace = { requestId: 'test', queries: 0 };
      await withTrace(trace, () => platform.run(work));
      return trace.queries;
    };
    const nothing = await queries(async () => null);
    // Who acts, over the walls and back: three beside those that read.
    expect((await queries((ctx) => listOrganisationPairs(ctx, { level: null, isDismissed: false }))) - nothing).toBe(5);
    expect((await queries((ctx) => organisationMergePreview(ctx, kept.organisationId, double.organisationId))) - nothing).toBe(6);
    expect((await queries(listOrganisationMerges)) - nothing).toBe(6);
  });
});

test('vingt paires se lisent dix par dix, de la plus sûre à la moins sûre', async () => {
  for (let n = 0; n < 12; n += 1) {
    await partner(brest!, `Boulangerie numéro ${n} du Haut`, { siret: siret(), postcode: '65000', communeCode: '65440' });
    await partner(arles!, `Boulangerie numéro ${n} du Haut`, { postcode: '65000', communeCode: '65440' });
  }
  await findNetworkDoubles(new Date());
  const first = await list();
  const second = await list({ after: first.next });
  expect([first.pairs.length, second.pairs.length > 1, second.next]).toEqual([10, true, null]);
  const all = [...first.pairs, ...second.pairs];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.map(({ score }) => score)).toEqual([...all.map(({ score }) => score)].sort((a, b) => b - a));
});
