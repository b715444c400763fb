import type { ActionFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { addContact } from '~/domain/contact/add-contact.server';
import { deleteContact } from '~/domain/contact/delete-contact.server';
import { listContacts } from '~/domain/contact/contact.queries.server';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { restoreValue } from '~/domain/history/restore-value.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { editedPartner } from '~/domain/partner/edit-form.queries.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { assignOfficer } from '~/domain/partnership/assign-officer.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { setTags } from '~/domain/partnership/set-tags.server';
import { setThemes } from '~/domain/partnership/set-themes.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { addValue } from '~/domain/value/add-value.server';
import { deleteValue } from '~/domain/value/delete-value.server';
import { putValueBack, retireValue } from '~/domain/value/retire-value.server';
import { paths } from '~/paths';
import { action } from '~/routes/staff/partners/history';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { madeUpSiret } from './made-up-siret';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
const read = (ml: Agency, id: string, filter = {}) => ml.as('officer').run((ctx) => partnerHistory(ctx, id, filter));
const lines = async (ml: Agency, id: string, filter = {}) => (await read(ml, id, filter)).groups.flatMap((group) => group.lines);
async function garage() {
  const ml = await missionLocale();
  const siret = madeUpSiret();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Garage Lafitte', siret, phone: '05 36 49 12 08', postcode: '65000', commune: 'Tarbes', themes: ['emploi'] });
  return { ml, siret, partnershipId };
}

/** « Rétablir », from a page of the history, as the browser sends it. */
async function restore(ml: Agency, partnershipId: string, search: string, sent: Record<string, string>) {
  const actor = await ml.person('manager');
  const request = new Request(`http://maillage.example${paths.partnerHistory(partnershipId)}${search}`, { method: 'POST', body: new URLSearchParams(sent) });
  return action({ request, params: { partnerId: partnershipId }, context: { requestId: crypto.randomUUID(), address: '', visitor: Promise.resolve({ actor, missing: null }) } } as unknown as ActionFunctionArgs);
}

test('rétablir depuis une page filtrée ramène à cette page ; une version qui n’en est pas une est dite, jamais une panne', async () => {
  const { ml, partnershipId } = await garage();
  await ml.as('officer').do(editOrganisation, { partnershipId, phone: '05 36 49 99 99' });
  const [line] = await lines(ml, partnershipId, { field: 'organisation.phone' });
  const { entryId, column, version } = line!.restore!;
  for (const wrong of ['99999999999999', '2147483648', '-1', '1.5', 'trois', '']) {
    expect(await restore(ml, partnershipId, '', { entryId, column, version: wrong })).toMatchObject({ init: { status: 409 }, data: { errors: { form: 'Cette fiche vient de changer. Relisez l’historique avant de rétablir.' } } });
  }
  const search = '?champ=organisation.phone&du=2026-01-01';
  const answer = (await restore(ml, partnershipId, search, { entryId, column, version: String(version) })) as Response;
  expect(answer.headers.get('Location')).toBe(`${paths.partnerHistory(partnershipId)}${search}`);
  expect((await lines(ml, partnershipId, { field: 'organisation.phone' }))[0]).toMatchObject({ to: '05 36 49 12 08' });
});

test('chaque changement se lit en français : qui, quoi, de quoi à quoi', async () => {
  const { ml, partnershipId } = await garage();
  const { userId } = await ml.person('officer');
  await ml.as('officer').do(editOrganisation, { partnershipId, phone: '05 36 49 99 99', openingHours: 'lundi 9h-12h' });
  await ml.as('officer').do(movePartnership, { partnershipId, verb: 'contact' });
  await ml.as('officer').do(assignOfficer, { partnershipId, officerId: userId });
  await ml.as('officer').do(setThemes, { partnershipId, themes: ['sante'] });
  const { groups } = await read(ml, partnershipId);
  expect(groups.map((group) => group.lines.map(({ label, from, to }) => `${label} : ${from} → ${to}`))).toEqual([
    ['Thématique :  → Santé', 'Thématique : Emploi → '],
    [expect.stringMatching(/^Personne référente :  → Camille E\.$/)],
    ['Étape : Prospect → Contacté'],
    ['Téléphone : 05 36 49 12 08 → 05 36 49 99 99', 'Horaires :  → lundi 9h-12h'],
    expect.arrayContaining(['Fiche créée :  → Garage Lafitte', 'Ajouté à vos partenaires :  → Prospect', 'Thématique :  → Emploi']),
  ]);
  expect(new Set(groups.map(({ who }) => who))).toEqual(new Set(['Camille E.']));
}, 90_000);

test('rétablir remet l’ancienne valeur, une fois, et pas sur une fiche qui a changé', async () => {
  const { ml, partnershipId } = await garage();
  await ml.as('officer').do(editOrganisation, { partnershipId, name: 'Mauvais nom' });
  const [line] = await lines(ml, partnershipId, { field: 'organisation.name' });
  expect(line?.restore).not.toBeNull();
  expect(await ml.as('manager').do(restoreValue, { partnershipId, ...line!.restore! })).toEqual({ label: 'Nom' });
  expect((await ml.as('officer').run((ctx) => editedPartner(ctx, partnershipId))).organisation).toMatchObject({ name: 'Garage Lafitte', nameKey: 'garage lafitte' });
  expect(await refusalOf(ml.as('manager').do(restoreValue, { partnershipId, ...line!.restore! }))).toMatchObject({ refusal: { kind: 'conflict' } });
  const after = await lines(ml, partnershipId, { field: 'organisation.name' });
  expect(after.map(({ to, restore }) => [to, restore !== null])).toEqual([['Garage Lafitte', true], ['Mauvais nom', false], ['Garage Lafitte', false]]);
});

test('une adresse se rétablit entière', async () => {
  const { ml, partnershipId } = await garage();
  const before = (await ml.as('officer').run((ctx) => editedPartner(ctx, partnershipId))).organisation;
  await ml.as('officer').do(editOrganisation, { partnershipId, postcode: '32000', commune: 'Auch' });
  const [line] = await lines(ml, partnershipId, { field: 'organisation.commune_code' });
  await ml.as('officer').do(restoreValue, { partnershipId, ...line!.restore! });
  const { communeCode, departementCode, postcode, latitude, placePrecision } = (await ml.as('officer').run((ctx) => editedPartner(ctx, partnershipId))).organisation;
  expect({ communeCode, departementCode, postcode, latitude, placePrecision }).toEqual({ communeCode: '65440', departementCode: '65', postcode: '65000', latitude: before.latitude, placePrecision: before.placePrecision });
});

test('un interlocuteur supprimé revient par l’historique', async () => {
  const { ml, partnershipId } = await garage();
  const { contactId } = await ml.as('officer').do(addContact, { partnershipId, lastName: 'Ana', phone: '06 39 98 00 12' });
  await ml.as('officer').do(deleteContact, { partnershipId, contactId });
  const line = (await lines(ml, partnershipId, { field: 'contact.deleted_at' })).find(({ label }) => label === 'Supprimé le');
  expect(line).toMatchObject({ about: 'Ana', label: 'Supprimé le' });
  await ml.as('officer').do(restoreValue, { partnershipId, ...line!.restore! });
  expect(await ml.as('officer').run((ctx) => listContacts(ctx, partnershipId))).toMatchObject([{ lastName: 'Ana' }]);
});

test('une thématique enlevée revient par l’historique, une thématique ajoutée repart, une fois', async () => {
  const { ml, partnershipId } = await garage();
  await ml.as('officer').do(setThemes, { partnershipId, themes: ['sante'] });
  const themes = () => ml.as('officer').run(async ({ db }) => (await db.partnershipTheme.findMany({ where: { partnershipId }, orderBy: { themeCode: 'asc' } })).map(({ themeCode }) => themeCode));
  const [added, removed] = await lines(ml, partnershipId, { field: 'partnership_theme.theme_code' });
  expect([added, removed]).toMatchObject([{ to: 'Santé', blocked: null }, { from: 'Emploi', blocked: null }]);
  expect(await ml.as('manager').do(restoreValue, { partnershipId, ...removed!.restore! })).toEqual({ label: 'Thématique' });
  expect(await themes()).toEqual(['emploi', 'sante']);
  await ml.as('manager').do(restoreValue, { partnershipId, ...added!.restore! });
  expect(await themes()).toEqual(['emploi']);
  for (const { restore } of [added!, removed!]) expect(await refusalOf(ml.as('manager').do(restoreValue, { partnershipId, ...restore! }))).toMatchObject({ message: expect.stringMatching(/déjà ainsi/) });
  // What is there may go again, what is not may come back; the rest is so already.
  const told = (await lines(ml, partnershipId, { field: 'partnership_theme.theme_code' })).map(({ from, to, restore }) => [from, to, restore !== null]);
  expect(told).toEqual([['Santé', '', true], ['', 'Emploi', true], ['', 'Santé', false], ['Emploi', '', false], ['', 'Emploi', true]]);
});

test('une étiquette et une typologie reviennent ; retirée des réglages ou supprimée, l’historique dit pourquoi elle ne revient pas', async () => {
  const { ml, partnershipId } = await garage();
  const { valueId: tagId } = await ml.as('admin').do(addValue, { set: 'etiquettes', label: 'Forum' });
  const { valueId: kindId } = await ml.as('admin').do(addValue, { set: 'typologies', label: 'Ferme' });
  await ml.as('officer').do(setTags, { partnershipId, tagIds: [tagId] });
  await ml.as('officer').do(editOrganisation, { partnershipId, otherKindIds: kindId });
  await ml.as('officer').do(setTags, { partnershipId, tagIds: [] });
  await ml.as('officer').do(editOrganisation, { partnershipId, otherKindIds: '' });
  const gone = async (field: string) => (await lines(ml, partnershipId, { field })).find(({ from }) => from !== '')!;
  const [tag, kind] = [await gone('partnership_tag.tag_id'), await gone('partnership_kind.kind_id')];
  expect([tag, kind]).toMatchObject([{ from: 'Forum', blocked: null }, { from: 'Ferme', blocked: null }]);

  await ml.as('admin').do(retireValue, { set: 'etiquettes', id: tagId });
  await ml.as('admin').do(deleteValue, { set: 'typologies', id: kindId });
  const why = [expect.stringMatching(/^Cette étiquette n’est plus en service/), expect.stringMatching(/^Cette typologie a été supprimée/)];
  expect([await gone('partnership_tag.tag_id'), await gone('partnership_kind.kind_id')]).toMatchObject(why.map((blocked) => ({ restore: null, blocked })));
  for (const [place, { restore }] of [tag, kind].entries()) expect(await refusalOf(ml.as('manager').do(restoreValue, { partnershipId, ...restore! }))).toMatchObject({ message: why[place], refusal: { kind: 'conflict' } });

  await ml.as('admin').do(putValueBack, { set: 'etiquettes', id: tagId });
  await ml.as('manager').do(restoreValue, { partnershipId, ...tag.restore! });
  expect(await ml.as('officer').run(({ db }) => db.partnershipTag.findMany({ where: { partnershipId } }))).toMatchObject([{ tagId }]);
});

test('ce qu’une autre agence change de la fiche partagée se lit sans son nom, et ce qui est à elle ne se lit pas', async () => {
  const { ml, partnershipId, siret } = await garage();
  const auch = await missionLocale();
  const there = await auch.as('officer').do(addPartner, { name: 'Lafitte', siret });
  await auch.as('officer').do(editOrganisation, { partnershipId: there.partnershipId, website: 'lafitte.example', externalId: 'secret' });
  await auch.as('officer').do(addContact, { partnershipId: there.partnershipId, lastName: 'Secrète', phone: '06 39 98 00 12' });
  const { groups } = await read(ml, partnershipId);
  expect(groups[0]).toMatchObject({ who: 'Une autre Mission Locale', lines: [{ label: 'Site internet', to: 'https://lafitte.example' }] });
  expect(JSON.stringify(groups)).not.toMatch(/secr/i);
});

test('on ne rétablit pas depuis l’historique d’une autre fiche, ni une colonne qui ne se rétablit pas', async () => {
  const [one, two] = [await garage(), await garage()];
  await one.ml.as('officer').do(editOrganisation, { partnershipId: one.partnershipId, name: 'Autre' });
  await one.ml.as('officer').do(movePartnership, { partnershipId: one.partnershipId, verb: 'contact' });
  const [name] = await lines(one.ml, one.partnershipId, { field: 'organisation.name' });
  expect(await refusalOf(two.ml.as('officer').do(restoreValue, { partnershipId: two.partnershipId, ...name!.restore! }))).toMatchObject({ refusal: { kind: 'notFound' } });
  const theme = (await lines(one.ml, one.partnershipId, { field: 'partnership_theme.theme_code' })).find(({ restore }) => restore)!.restore!;
  expect(await refusalOf(two.ml.as('officer').do(restoreValue, { partnershipId: two.partnershipId, ...theme }))).toMatchObject({ refusal: { kind: 'notFound' } });
  for (const column of ['tag_id', 'partnership_id']) expect(await refusalOf(one.ml.as('officer').do(restoreValue, { partnershipId: one.partnershipId, ...theme, column }))).toMatchObject({ refusal: { kind: 'conflict' } });
  for (const column of ['stage', 'id', 'mission_locale_id', 'version', '__proto__']) {
    expect(await refusalOf(one.ml.as('officer').do(restoreValue, { partnershipId: one.partnershipId, ...name!.restore!, column }))).toMatchObject({ refusal: { kind: 'conflict' } });
  }
});

test('l’historique se feuillette et se filtre', async () => {
  const { ml, partnershipId } = await garage();
  for (let i = 0; i < 55; i += 1) await ml.as('officer').do(editOrganisation, { partnershipId, acronym: `A${i}` });
  const first = await read(ml, partnershipId, { field: 'organisation.acronym' });
  expect(first.groups).toHaveLength(50);
  const second = await read(ml, partnershipId, { field: 'organisation.acronym', before: first.next });
  expect([second.groups.length, second.next]).toEqual([6, null]); // five changes, and the creation
  // A whole subject, and a time: today all happened, tomorrow nothing.
  expect((await lines(ml, partnershipId, { field: 'partenariat' })).map(({ label }) => label)).toEqual(['Thématique', 'Ajouté à vos partenaires']);
  const [today, tomorrow] = [parisDay(new Date()), addDays(parisDay(new Date()), 1)];
  expect((await read(ml, partnershipId, { field: 'partenariat', from: today, to: today })).groups).toHaveLength(1);
  expect((await read(ml, partnershipId, { from: tomorrow })).groups).toEqual([]);
  expect(await read(ml, partnershipId, { from: tomorrow, to: today })).toMatchObject({ groups: [], errors: { au: 'La fin est avant le début : vérifiez les deux dates.' } });
  const nobody = await read(ml, partnershipId, { personId: crypto.randomUUID() });
  expect(nobody.groups).toEqual([]);
  expect((await read(ml, partnershipId, { field: "x'; DROP", personId: '\u0000', before: 'abc', from: 'hier', to: '2026-02-31' })).groups.length).toBeGreaterThan(0);
}, 120_000);

test('une région lit la fiche, jamais son historique', async () => {
  const { partnershipId } = await garage();
  expect((await regionalReader().run((ctx) => partnerHistory(ctx, partnershipId))).groups).toEqual([]);
});
