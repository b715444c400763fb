import { expect, test } from 'vitest';
import { changeSetting, agencySettings } from '~/domain/agency/change-setting.server';
import { editAgency, getAgency } from '~/domain/agency/edit-agency.server';
import { addSite } from '~/domain/agency/add-site.server';
import { closeSite, makeSiteMain, reopenSite } from '~/domain/agency/close-site.server';
import { editSite } from '~/domain/agency/edit-site.server';
import { listSites, openSites } from '~/domain/agency/list-sites.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

test('an administrator corrects the agency; what is typed is put in order', async () => {
  const ml = await missionLocale({ name: 'Mission Locale des Essais' });
  const { version, fields: was } = await ml.as('admin').run(getAgency);
  await ml.as('admin').do(editAgency, { ...was, version, was, phone: '05 36 49 12 34', email: 'Accueil@essais.example', website: 'essais.example', postcode: '65 000', commune: 'tarbes' });
  const { fields } = await ml.as('manager').run(getAgency);
  expect(fields).toMatchObject({ name: 'Mission Locale des Essais', phone: '05 36 49 12 34', website: 'https://essais.example', postcode: '65000', commune: 'Tarbes' });
});

test('each wrong field gets its sentence', async () => {
  const ml = await missionLocale();
  const { version, fields: was } = await ml.as('admin').run(getAgency);
  const wrong = { name: ' ', phone: '12', email: 'pas une adresse', postcode: '99999', commune: 'Nullepart-les-Bains' };
  for (const [field, value] of Object.entries(wrong)) {
    const typed = { ...was, version, was, [field]: value, ...(field === 'commune' && { postcode: '' }) };
    await expect(ml.as('admin').do(editAgency, typed)).rejects.toMatchObject({ refusal: { kind: 'invalid', field } });
  }
  expect((await ml.as('admin').run(getAgency)).version).toBe(version);
});

test('two administrators: different fields are both kept, the same field is shown to the second', async () => {
  const ml = await missionLocale();
  const opened = await ml.as('admin').run(getAgency);
  const form = { ...opened.fields, version: opened.version, was: JSON.stringify(opened.fields) };
  await ml.as('admin').do(editAgency, { ...form, phone: '05 36 49 00 01' });
  await ml.as('admin').do(editAgency, { ...form, email: 'contact@essais.example' });
  expect((await ml.as('admin').run(getAgency)).fields).toMatchObject({ phone: '05 36 49 00 01', email: 'contact@essais.example' });
  const refused = ml.as('admin').do(editAgency, { ...form, phone: '05 36 49 00 02' });
  await expect(refused).rejects.toMatchObject({ refusal: { kind: 'stale', version: 3, changes: [{ field: 'phone', theirs: '05 36 49 00 01', yours: '05 36 49 00 02' }] } });
  await ml.as('admin').do(editAgency, { ...form, version: 3, phone: '05 36 49 00 02' });
  expect((await ml.as('admin').run(getAgency)).fields).toMatchObject({ phone: '05 36 49 00 02', email: 'contact@essais.example' });
});

test('a setting is chosen for one agency only', async () => {
  const [ml, other] = [await missionLocale(), await missionLocale()];
  await ml.as('admin').run((ctx) => changeSetting(ctx, { key: 'secondFactorForAdmins', value: true }));
  await ml.as('admin').run((ctx) => changeSetting(ctx, { key: 'secondFactorForAdmins', value: true }));
  expect(await ml.as('admin').run(agencySettings)).toMatchObject({ secondFactorForAdmins: true });
  expect(await other.as('admin').run(agencySettings)).toMatchObject({ secondFactorForAdmins: false });
});

test('sites: the first is the main one; one opens, corrects, closes and reopens the others', async () => {
  const ml = await missionLocale();
  const admin = ml.as('admin');
  const { siteId: first } = await admin.do(addSite, { name: 'Tarbes', postcode: '65000', commune: 'Tarbes', phone: '0536490010' });
  const { siteId: second } = await admin.do(addSite, { name: 'Lourdes', commune: 'Lourdes', postcode: '65100' });
  expect((await admin.run(listSites)).map(({ fields, isMain }) => [fields.name, isMain])).toEqual([['Tarbes', true], ['Lourdes', false]]);
  await expect(admin.do(addSite, { name: 'TARBES' })).rejects.toMatchObject({ refusal: { kind: 'invalid', field: 'name' } });
  await expect(admin.do(closeSite, { id: first })).rejects.toThrow('site principal');
  await admin.do(makeSiteMain, { id: second });
  await admin.do(closeSite, { id: first });
  await expect(admin.do(makeSiteMain, { id: first })).rejects.toThrow('fermé');
  expect((await admin.run(openSites)).map(({ name }) => name)).toEqual(['Lourdes']);
  await admin.do(reopenSite, { id: first });
  const site = (await admin.run(listSites)).find(({ id }) => id === first)!;
  await admin.do(editSite, { ...site.fields, id: first, version: site.version, was: site.fields, name: 'Tarbes centre' });
  await expect(admin.do(editSite, { ...site.fields, id: first, version: site.version, was: site.fields, name: 'Tarbes sud' })).rejects.toMatchObject({ refusal: { kind: 'stale' } });
  expect((await admin.run(listSites)).map(({ fields }) => fields.name)).toEqual(['Lourdes', 'Tarbes centre']);
});

test('the sites of another agency can be neither seen nor touched', async () => {
  const [ml, other] = [await missionLocale(), await missionLocale()];
  const { siteId: id } = await other.as('admin').do(addSite, { name: 'Chez eux' });
  expect(await ml.as('admin').run(listSites)).toEqual([]);
  for (const verb of [closeSite, reopenSite, makeSiteMain]) await expect(ml.as('admin').do(verb, { id })).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
  await expect(ml.as('admin').do(editSite, { id, version: 1, name: 'À nous' })).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
});
