import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { addNationalAgreement } from '~/domain/national-agreement/add-national-agreement.server';
import { undoDays } from '~/domain/merge/merge-journal';
import { forgetMergeJournals } from '~/domain/merge/forget-merge-journals.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { sayOrganisationsUndone } from '~/domain/network-merge/say-organisations-undone';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { setThemes } from '~/domain/partnership/set-themes.server';
import { asSystem } from '~/server/db.server';
import { member, missionLocale } from '../../support/agencies';
import { onServer, useDatabase } from '../../support/database';
import { sirets } from '../../support/sirets';
import { hang } from '../group/family-of';
import { asObject, expectedAfterUndo, type Snapshot } from '../merge/two-records';
import { merge, organisation, partner, refusalOf, undo, type Added, type Agency } from './two-organisations';

const { adminUrl } = useDatabase();
const siret = sirets();
let agencies: Agency[] = [];
beforeAll(async () => {
  agencies = await Promise.all([missionLocale(), missionLocale(), missionLocale()]);
});

/** Every row that has to do with two organisations, as the catalogue knows it: what points to them, what points to their partnerships, and both. */
async function snapshotOf(ids: readonly string[]): Promise<Snapshot> {
  const pointing = await onServer<{ name: string; column: string; to: string; keys: string[] }>(adminUrl(), `
    SELECT c.conrelid::regclass::text AS name, a.attname AS column, c.confrelid::regclass::text AS to,
      (SELECT array_agg(k.attname::text ORDER BY k.attnum) FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey) WHERE i.indrelid = c.conrelid AND i.indisprimary) AS keys
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname <> 'mission_locale_id'
    WHERE c.contype = 'f' AND c.confrelid IN ('organisation'::regclass, 'partnership'::regclass) AND c.connamespace = 'public'::regnamespace
      AND c.conrelid::regclass::text NOT IN ('organisation_merge', 'organisation_pair', 'duplicate_pair')`);
  const all = `SELECT organisation_id FROM partnership WHERE organisation_id = ANY ($1::uuid[])`;
  const reads = [
    ...pointing.map(({ name, column, to, keys }) => ({ name, keys, where: to === 'organisation' ? `t.${column} = ANY ($1::uuid[])` : `t.${column} IN (SELECT id FROM partnership WHERE organisation_id = ANY ($1::uuid[]))` })),
    { name: 'organisation', keys: ['id'], where: `t.id = ANY ($1::uuid[]) OR t.id IN (${all})` },
  ];
  const one = reads.map(({ name, keys, where }) => `SELECT concat_ws('/', '${name}', ${keys.map((key) => `t.${key}`).join(', ')}) AS key, to_jsonb(t) - 'version' - 'updated_at' AS row FROM ${name} t WHERE ${where}`);
  return new Map((await onServer<{ key: string; row: Record<string, unknown> }>(adminUrl(), one.join(' UNION ALL '), [ids])).map(({ key, row }) => [key, row]));
}

type Pair = { kept: Added; double: Added; /** Partnerships by agency: of the kept one, of the double. */ keptOf: (Added | null)[]; doubleOf: (Added | null)[] };
const side = fc.record({ hasSiret: fc.boolean(), phone: fc.constantFrom(null, '05 36 49 10 10', '05 36 49 10 11'), email: fc.constantFrom(null, 'a@essai.example', 'b@essai.example'), description: fc.constantFrom(null, 'Ceci', 'Cela'), hasParent: fc.boolean(), hasChild: fc.boolean(), hasAccord: fc.boolean(), hasAccount: fc.boolean(), also: fc.boolean() });
const choices = fc.dictionary(fc.constantFrom('name', 'phone', 'email', 'description', 'parentId'), fc.constantFrom('kept' as const, 'merged' as const));

async function one(name: string, given: { hasSiret: boolean; phone: string | null; email: string | null; description: string | null; hasParent: boolean; hasChild: boolean; hasAccord: boolean; hasAccount: boolean; also: boolean }, home: Agency, also: Agency) {
  const number = given.hasSiret ? siret() : null;
  const { phone, email, description } = given;
  const added = await partner(home, name, { siret: number, phone, email, description });
  const second = given.also && number ? await partner(also, name, { siret: number }) : null;
  if (given.hasParent) await hang(home, added, await partner(home, `Groupe de ${name}`, { siret: siret() }));
  if (given.hasChild) await hang(home, await partner(home, `Annexe de ${name}`, { siret: number ? siret() : null }), added);
  if (given.hasAccord && number) await (await import('./two-organisations')).platform.do(addNationalAgreement, { siret: number, title: `Accord de ${name}` });
  if (given.hasAccount) await member({ role: 'partnerAdmin', organisationId: added.organisationId, placeName: name });
  await home.as('officer').do(addExchange, { partnershipId: added.partnershipId, kind: 'call', direction: 'out', body: `Appel à ${name}` });
  return { added, second };
}

/** What agencies do in between: on the kept organisation, on the double that an agency still holds, on their own part. */
const edits = fc.array(fc.tuple(fc.nat(4), fc.nat(2)), { maxLength: 6 });
async function edit({ kept, double, keptOf, doubleOf }: Pair, which: number, n: number): Promise<void> {
  const holder = agencies[n]!;
  const holds = (keptOf[n] ?? doubleOf[n])?.partnershipId;
  if (!holds) return;
  const officer = holder.as('officer');
  if (which === 0) await officer.do(addExchange, { partnershipId: holds, kind: 'visit', body: `Depuis ${n}` });
  if (which === 1) await officer.do(editOrganisation, { partnershipId: holds, description: `Depuis ${n}`, ...(n === 1 ? { phone: '05 36 49 20 20' } : {}) });
  if (which === 2) await officer.do(setThemes, { partnershipId: holds, themes: ['emploi'] as never });
  if (which === 3) await officer.do(addOffer, { partnershipId: holds, kind: 'immersion', title: `Depuis ${n}` } as never);
  if (which === 4 && doubleOf[n]) await officer.do(editOrganisation, { partnershipId: doubleOf[n].partnershipId, website: `depuis${n}.example` });
  expect([kept, double]).toBeDefined();
}

describe('fusionner deux organismes puis annuler', () => {
  test('rend les deux organismes et tous les partenariats exactement, et garde exactement ce qui a été fait entre-temps', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(side, side, choices, edits, async (left, right, chosen, done) => {
        // The first agency lives with the kept one, the second with the double; the third, when it may, with both.
        const [first, second, third] = agencies as [Agency, Agency, Agency];
        const { added: kept, second: keptToo } = await one('Garage', left, first, third);
        const { added: double, second: doubleToo } = await one('Garage du Pont', right, second, third);
        const pair: Pair = { kept, double, keptOf: [kept, null, keptToo], doubleOf: [null, double, doubleToo] };
        const ids = [kept.organisationId, double.organisationId];
        const read = () => snapshotOf(ids);
        const before = await read();
        const { mergeId } = await merge(kept, double, { choices: chosen, isConfirmed: true });
        const merged = await read();
        for (const [which, n] of done) await edit(pair, which, n);
        const later = await read();
        await undo(mergeId);
        expect(asObject(await read())).toEqual(asObject(expectedAfterUndo({ before, merged, later, keptId: ids[0]!, mergedId: ids[1]! })));
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  test('ce qui a été corrigé depuis est gardé et dit, des deux côtés ; ce qui est venu depuis reste', async () => {
    const [first, second, third] = agencies as [Agency, Agency, Agency];
    const [one, two] = [siret(), siret()];
    const [kept, double] = [await partner(first, 'Pressing Nogué', { siret: one }), await partner(second, 'Nogué Pressing', { siret: two, email: 'contact@nogue.example', website: 'nogue.example' })];
    const [, own] = [await partner(third, 'Pressing Nogué', { siret: one }), await partner(third, 'Nogué Pressing', { siret: two })];
    const { mergeId } = await merge(kept, double, { isConfirmed: true });
    await first.as('officer').do(editOrganisation, { partnershipId: kept.partnershipId, email: 'nouveau@nogue.example' });
    await third.as('officer').do(editOrganisation, { partnershipId: own.partnershipId, phone: '05 36 49 30 30' });
    const late = await missionLocale();
    const joined = await partner(late, 'Pressing Nogué', { siret: two });
    const undone = await undo(mergeId);
    expect(undone).toMatchObject({ editedKept: ['Courriel'], editedMerged: ['Téléphone'], stays: [{ table: 'partnership', count: 1 }], gone: [] });
    expect(sayOrganisationsUndone(undone)).toBe('Pressing Nogué et Nogué Pressing sont de nouveau deux organismes. Modifié depuis sur Pressing Nogué, et gardé : Courriel. Modifié depuis sur Nogué Pressing, et gardé : Téléphone. Ajouté depuis, et laissé sur Pressing Nogué : 1 partenariat.');
    expect(await organisation(kept.organisationId)).toMatchObject({ siret: one, email: 'nouveau@nogue.example', website: null });
    expect(await organisation(double.organisationId)).toMatchObject({ siret: two, email: 'contact@nogue.example', phone: '+33536493030', mergedIntoId: null });
    expect(joined.organisationId).toBe(kept.organisationId);
  });

  test('une fois seulement, pendant 90 jours, en sens inverse des fusions ; ensuite le détail est oublié', async () => {
    const [first, second, third] = agencies as [Agency, Agency, Agency];
    const [one, two, three] = [await partner(first, 'Bar A', { siret: siret() }), await partner(second, 'Bar B'), await partner(third, 'Bar C', { siret: siret() })];
    const inner = await merge(one, two);
    const outer = await merge(three, one, { isConfirmed: true });
    expect(await refusalOf(undo(inner.mergeId))).toMatchObject({ refusal: { kind: 'conflict' }, message: expect.stringContaining('Annulez d’abord cette fusion-là') as string });
    await undo(outer.mergeId);
    expect(await refusalOf(undo(outer.mergeId))).toMatchObject({ message: 'Cette fusion est déjà annulée.' });
    await asSystem('a test lets the days go by', (db) => db.$executeRaw`UPDATE organisation_merge SET created_at = now() - make_interval(days => ${undoDays + 1}::int) WHERE id = ${inner.mergeId}::uuid`);
    expect(await refusalOf(undo(inner.mergeId))).toMatchObject({ refusal: { kind: 'conflict' }, message: expect.stringContaining('90 jours') as string });
    await asSystem('a test runs the job of the night', forgetMergeJournals);
    expect(await asSystem('a test reads journals', (db) => db.organisationMerge.findMany({ where: { id: { in: [inner.mergeId, outer.mergeId] } }, select: { journal: true } }))).toEqual([{ journal: null }, { journal: null }]);
    expect(await refusalOf(undo('pas-un-identifiant'))).toMatchObject({ refusal: { kind: 'notFound' } });
  });
});
