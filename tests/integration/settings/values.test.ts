import { expect, test } from 'vitest';
import { addValue } from '~/domain/value/add-value.server';
import { deleteValue } from '~/domain/value/delete-value.server';
import { countValues, listValues } from '~/domain/value/list-values.server';
import { moveValue } from '~/domain/value/move-value.server';
import { renameValue } from '~/domain/value/rename-value.server';
import { putValueBack, retireValue } from '~/domain/value/retire-value.server';
import { valueSets, type ValueSetKey } from '~/domain/value/value-sets';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { recordAt } from '~/domain/history/record-at.server';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { undoMerge } from '~/domain/merge/undo-merge.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { setKinds } from '~/domain/partnership/set-kinds.server';
import { missionLocale } from '../../support/agencies';
import { onServer, useDatabase } from '../../support/database';

const { adminUrl } = useDatabase();
const ownLabels = async (ml: Awaited<ReturnType<typeof missionLocale>>, set: ValueSetKey = 'etiquettes') => (await ml.as('admin').do(listValues, { set })).own.map(({ label }) => label);

test.each(Object.keys(valueSets) as ValueSetKey[])('%s: one adds, renames, orders, retires, puts back and deletes one’s own values', async (set) => {
  const ml = await missionLocale();
  const admin = ml.as('admin');
  const { valueId: a } = await admin.do(addValue, { set, label: '  Valeur   A ' });
  const { valueId: b } = await admin.do(addValue, { set, label: 'Valeur B' });
  expect(await ownLabels(ml, set)).toEqual(['Valeur A', 'Valeur B']);
  await admin.do(moveValue, { set, id: b, towards: 'up' });
  await admin.do(moveValue, { set, id: b, towards: 'up' });
  expect(await ownLabels(ml, set)).toEqual(['Valeur B', 'Valeur A']);
  const [first] = (await admin.do(listValues, { set })).own;
  await admin.do(renameValue, { set, id: b, label: 'Valeur Bis', version: first!.version });
  await admin.do(retireValue, { set, id: a });
  expect((await admin.do(listValues, { set })).own).toEqual([expect.objectContaining({ label: 'Valeur Bis', isRetired: false }), expect.objectContaining({ label: 'Valeur A', isRetired: true })]);
  expect((await admin.run(countValues))[set]).toEqual({ network: expect.any(Number) as number, own: 1, retired: 1 });
  await admin.do(putValueBack, { set, id: a });
  expect(await admin.do(deleteValue, { set, id: a })).toEqual({ label: 'Valeur A', replaced: 0 });
  expect(await ownLabels(ml, set)).toEqual(['Valeur Bis']);
});

test('a name already taken, here or in the network, is refused whatever its accents and capitals', async () => {
  const ml = await missionLocale();
  await ml.as('admin').do(addValue, { set: 'etiquettes', label: 'Été 2026' });
  await expect(ml.as('admin').do(addValue, { set: 'etiquettes', label: 'ETE 2026' })).rejects.toThrow('Vous avez déjà cette valeur.');
  await expect(ml.as('admin').do(addValue, { set: 'formes-d-engagement', label: 'PARRAINAGE' })).rejects.toThrow('Le réseau a déjà cette valeur');
  await expect(ml.as('admin').do(addValue, { set: 'etiquettes', label: ' \u0000 ' })).rejects.toThrow('Écrivez le nom');
  await expect(ml.as('admin').do(addValue, { set: 'etiquettes', label: 'x'.repeat(81) })).rejects.toThrow('80 au plus');
  const other = await missionLocale();
  await other.as('admin').do(addValue, { set: 'etiquettes', label: 'Été 2026' });
});

test('a retired name is not created twice, it is put back', async () => {
  const ml = await missionLocale();
  const { valueId } = await ml.as('admin').do(addValue, { set: 'etiquettes', label: 'Forum' });
  await ml.as('admin').do(retireValue, { set: 'etiquettes', id: valueId });
  await expect(ml.as('admin').do(addValue, { set: 'etiquettes', label: 'forum' })).rejects.toThrow('remettez-la en service');
});

test('a value in use is refused without a replacement, then replaced everywhere at once', async () => {
  const ml = await missionLocale();
  const [{ valueId: old }, { valueId: fresh }] = [await ml.as('admin').do(addValue, { set: 'etiquettes', label: 'Ancienne' }), await ml.as('admin').do(addValue, { set: 'etiquettes', label: 'Nouvelle' })];
  const one = await ml.as('officer').do(addPartner, { name: 'Garage du Pic', kindCode: 'entreprise', tagIds: [old] });
  const both = await ml.as('officer').do(addPartner, { name: 'Fournil du Val', kindCode: 'entreprise', tagIds: [old, fresh] });
  await expect(ml.as('admin').do(deleteValue, { set: 'etiquettes', id: old })).rejects.toThrow('sert à 2 partenaires');
  await expect(ml.as('admin').do(deleteValue, { set: 'etiquettes', id: old, replacementId: old })).rejects.toThrow('Choisissez une valeur en service.');
  expect(await ml.as('admin').do(deleteValue, { set: 'etiquettes', id: old, replacementId: fresh })).toEqual({ label: 'Ancienne', replaced: 2 });
  const tags = await ml.as('admin').run((ctx) => ctx.db.partnershipTag.findMany({ select: { partnershipId: true, tagId: true } }));
  expect(tags).toHaveLength(2);
  expect(tags).toEqual(expect.arrayContaining([one, both].map(({ partnershipId }) => ({ partnershipId, tagId: fresh }))));
});

test('two administrators rename the same value: the second sees the other’s name', async () => {
  const ml = await missionLocale();
  const { valueId: id } = await ml.as('admin').do(addValue, { set: 'etiquettes', label: 'Forum' });
  await ml.as('admin').do(renameValue, { set: 'etiquettes', id, label: 'Forum 2026', version: 1 });
  await expect(ml.as('admin').do(renameValue, { set: 'etiquettes', id, label: 'Salon', version: 1 })).rejects.toMatchObject({
    refusal: { kind: 'stale', version: 2, changes: [{ field: 'label', label: 'Nom', theirs: 'Forum 2026', yours: 'Salon' }] },
  });
  expect(await ownLabels(ml)).toEqual(['Forum 2026']);
});

test('neither the network’s values nor another agency’s can be touched', async () => {
  const [ml, other] = [await missionLocale(), await missionLocale()];
  const { valueId: id } = await other.as('admin').do(addValue, { set: 'etiquettes', label: 'Chez eux' });
  for (const verb of [retireValue, putValueBack, deleteValue]) await expect(ml.as('admin').run<unknown>((ctx) => verb(ctx, { set: 'etiquettes', id }))).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
  const { network } = await ml.as('admin').do(listValues, { set: 'typologies' });
  for (const verb of [retireValue, deleteValue]) await expect(ml.as('admin').run<unknown>((ctx) => verb(ctx, { set: 'typologies', id: network[0]!.id }))).rejects.toThrow('commune à tout le réseau');
  expect((await ml.as('admin').do(listValues, { set: 'etiquettes' })).own).toEqual([]);
});

test('a renamed tag is searched by its new name', async () => {
  const ml = await missionLocale();
  const { valueId: id } = await ml.as('admin').do(addValue, { set: 'etiquettes', label: 'Forum' });
  await ml.as('officer').do(addPartner, { name: 'Garage du Pic', kindCode: 'entreprise', tagIds: [id] });
  await ml.as('admin').do(renameValue, { set: 'etiquettes', id, label: 'Montgolfiade', version: 1 });
  const found = await ml.as('officer').run((ctx) => ctx.db.$queryRaw<unknown[]>`SELECT 1 FROM search.partner WHERE words @@ to_tsquery('simple', 'montgolfiade')`);
  expect(found).toHaveLength(1);
});

test('every private column that points to a value is known to its set, so that deleting one finds them all', async () => {
  const tables = Object.values(valueSets).map(({ table }) => `'${table}'::regclass`).join(', ');
  const pointing = await onServer<{ value: string; used: string }>(adminUrl(), `SELECT c.confrelid::regclass::text AS value, c.conrelid::regclass || '.' || a.attname AS used FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) WHERE c.contype = 'f' AND c.confrelid IN (${tables}) ORDER BY 1, 2`);
  // The shared record only has kinds of the network, which no agency deletes: a trigger refuses another.
  const ofTheNetwork = ['organisation.kind_id'];
  const known = Object.values(valueSets).flatMap(({ table, uses }) => uses.map((use) => ({ value: table as string, used: `${use.table}.${use.column}` })));
  expect(pointing.filter(({ used }) => !ofTheNetwork.includes(used))).toEqual(known.sort((a, b) => a.value.localeCompare(b.value) || a.used.localeCompare(b.used)));
});

test('a form of engagement is replaced on partners and agreements alike; what has both keeps one', async () => {
  const ml = await missionLocale();
  const set = 'formes-d-engagement';
  const [{ valueId: old }, { valueId: fresh }] = [await ml.as('admin').do(addValue, { set, label: 'Chantier' }), await ml.as('admin').do(addValue, { set, label: 'Chantier jeunes' })];
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Garage du Pic', kindCode: 'entreprise' });
  const agreements = await ml.as('officer').run(async ({ db }) => {
    await db.engagement.create({ data: { partnershipId, formId: old } });
    const ids = [(await db.agreement.create({ data: { partnershipId, title: 'Un' } })).id, (await db.agreement.create({ data: { partnershipId, title: 'Deux' } })).id];
    await db.agreementForm.createMany({ data: [{ agreementId: ids[0]!, formId: old, partnershipId }, { agreementId: ids[1]!, formId: old, partnershipId }, { agreementId: ids[1]!, formId: fresh, partnershipId }] });
    return ids;
  });
  expect((await ml.as('admin').do(listValues, { set })).own.find(({ id }) => id === old)?.users).toBe('1 partenaire et 2 conventions');
  await expect(ml.as('admin').do(deleteValue, { set, id: old })).rejects.toThrow('Chantier sert à 1 partenaire et 2 conventions.');
  expect(await ml.as('admin').do(deleteValue, { set, id: old, replacementId: fresh })).toEqual({ label: 'Chantier', replaced: 3 });
  const kept = await ml.as('officer').run(({ db }) => db.agreementForm.findMany({ orderBy: { agreementId: 'asc' } }));
  expect(kept.map(({ agreementId, formId }) => [agreementId, formId])).toEqual(agreements.map((id) => [id, fresh]));
});

test('a kind in use is kept, or replaced: told in the history, read on the day before, not said twice beside the main kind, and right again on a record whose merge is undone', async () => {
  const ml = await missionLocale();
  const [admin, officer] = [ml.as('admin'), ml.as('officer')];
  const { valueId: old } = await admin.do(addValue, { set: 'typologies', label: 'Ferme pédagogique' });
  const { id: association } = await admin.run(({ db }) => db.organisationKind.findFirstOrThrow({ where: { code: 'association', missionLocaleId: null } }));
  const add = async (name: string, kindCode: 'entreprise' | 'association') => {
    const { partnershipId } = await officer.do(addPartner, { name, kindCode });
    await officer.do(setKinds, { partnershipId, kindIds: [old] });
    return partnershipId;
  };
  const [farm, club, kept, merged] = [await add('Ferme du Pic', 'entreprise'), await add('Les amis du Pic', 'association'), await add('Fournil du Val', 'entreprise'), await add('SARL Fournil du Val', 'entreprise')];
  const { mergeId } = await officer.do(mergePartners, { keptId: kept, mergedId: merged });
  const kindsOf = (partnershipId: string) => officer.run(async ({ db }) => (await db.partnershipKind.findMany({ where: { partnershipId }, select: { kindId: true } })).map(({ kindId }) => kindId));

  await expect(admin.do(deleteValue, { set: 'typologies', id: old })).rejects.toThrow('Ferme pédagogique sert à');
  expect(await kindsOf(farm)).toEqual([old]);
  await admin.do(deleteValue, { set: 'typologies', id: old, replacementId: association });
  expect([await kindsOf(farm), await kindsOf(club), await kindsOf(kept)]).toEqual([[association], [], [association]]);
  const latest = (await officer.run((ctx) => partnerHistory(ctx, farm, {}))).groups[0]!;
  expect(latest.lines.map(({ label, from, to }) => `${label} : ${from} → ${to}`)).toEqual(expect.arrayContaining(['Autre typologie : Ferme pédagogique → ', 'Autre typologie :  → Association']));
  expect(JSON.stringify(await officer.run((ctx) => recordAt(ctx, farm, { typed: { date: '', time: '' }, before: latest.key })))).toContain('Ferme pédagogique');
  await officer.do(undoMerge, { mergeId });
  expect([await kindsOf(kept), await kindsOf(merged)]).toEqual([[association], [association]]);
});

test('an outcome and a reason of ending are replaced where they stand, and a saved list that looks for a value goes on with the other', async () => {
  const ml = await missionLocale();
  const admin = ml.as('admin');
  const pair = async (set: ValueSetKey) => ({ old: (await admin.do(addValue, { set, label: 'Ancienne' })).valueId, fresh: (await admin.do(addValue, { set, label: 'Nouvelle' })).valueId });
  const [outcome, reason, tag] = [await pair('resultats-d-echange'), await pair('motifs-de-fin'), await pair('etiquettes')];
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Garage du Pic', kindCode: 'entreprise' });
  await ml.as('officer').run(async ({ db }) => {
    await db.interaction.create({ data: { partnershipId, body: 'X', outcomeId: outcome.old } });
    await db.partnership.updateMany({ where: { id: partnershipId }, data: { stage: 'ended', endReasonId: reason.old } });
    await db.savedList.create({ data: { name: 'À moi', filters: `etiquette=${tag.old}` } });
  });
  await expect(admin.do(deleteValue, { set: 'resultats-d-echange', id: outcome.old })).rejects.toThrow('sert à 1 échange.');
  for (const [set, { old, fresh }] of [['resultats-d-echange', outcome], ['motifs-de-fin', reason], ['etiquettes', tag]] as const) await admin.do(deleteValue, { set, id: old, replacementId: fresh });
  await ml.as('officer').run(async ({ db }) => {
    expect((await db.interaction.findFirstOrThrow()).outcomeId).toBe(outcome.fresh);
    expect((await db.partnership.findFirstOrThrow()).endReasonId).toBe(reason.fresh);
    expect((await db.savedList.findFirstOrThrow()).filters).toBe(`etiquette=${tag.fresh}`);
  });
});
