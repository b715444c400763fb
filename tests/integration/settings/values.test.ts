import { expect, test } from 'vitest';
import { addValue } from '~/domain/value/add-value.server';
import { deleteValue } from '~/domain/value/delete-value.server';
import { countValues, listValues } from '~/domain/value/list-values.server';
import { moveValue } from '~/domain/value/move-value.server';
import { renameValue } from '~/domain/value/rename-value.server';
import { putValueBack, retireValue } from '~/domain/value/retire-value.server';
import { valueSets, type ValueSetKey } from '~/domain/value/value-sets';
import { addPartner } from '~/domain/partner/add-partner.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
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
