import { beforeAll, describe, expect, test } from 'vitest';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { changeTogether } from '~/domain/partner/list/change-together.server';
import { countFacets } from '~/domain/partner/list/count-facets.server';
import { exportPartners } from '~/domain/partner/list/export-partners.server';
import { noFilters } from '~/domain/partner/list/filters';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { undoChange } from '~/domain/partner/list/undo-change.server';
import { getPartner, getPartnerOverview } from '~/domain/partner/partner.queries.server';
import { setKinds } from '~/domain/partnership/set-kinds.server';
import { addValue } from '~/domain/value/add-value.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { linesOf, named } from '../partner-list/some-partners';
import { madeUpSiret } from './made-up-siret';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
let [ml, other]: Agency[] = [];
let farm = '';
const kindId = async (code: string) => ml!.as('officer').run(async ({ db }) => (await db.organisationKind.findFirstOrThrow({ where: { code } })).id);
const list = (filters: Parameters<typeof listPartners>[1], agency = ml!) => agency.as('officer').do(listPartners, filters);

beforeAll(async () => {
  [ml, other] = [await missionLocale(), await missionLocale()];
  farm = (await ml.as('admin').do(addValue, { set: 'typologies', label: 'Ferme pédagogique' })).valueId;
});

describe('plusieurs typologies', () => {
  test('du réseau et de l’agence, dites par la fiche, trouvées par chacune, racontées par l’historique', async () => {
    const { partnershipId } = await ml!.as('officer').do(addPartner, { name: 'Les Prés', kindCode: 'association' });
    const geiq = await kindId('geiq');
    await ml!.as('counsellor').do(setKinds, { partnershipId, kindIds: [farm, geiq, await kindId('association')] });
    expect((await ml!.as('officer').run((ctx) => getPartner(ctx, partnershipId))).otherKinds.map(({ id }) => id).sort()).toEqual([farm, geiq].sort());
    for (const typologie of ['association', 'geiq', farm]) expect(named(await list({ typologie: [typologie] }))).toEqual(['Les Prés']);
    await ml!.as('officer').do(editOrganisation, { partnershipId, otherKindIds: farm });
    expect(named(await list({ typologie: ['geiq'] }))).toEqual([]);
    const { groups } = await ml!.as('officer').run((ctx) => partnerHistory(ctx, partnershipId));
    expect(groups[0]!.lines).toMatchObject([{ label: 'Autre typologie', to: '' }]);
    // The first kind, corrected, is no longer a further one.
    await ml!.as('officer').do(editOrganisation, { partnershipId, otherKindIds: geiq, kindId: geiq });
    expect(await ml!.as('officer').run((ctx) => getPartner(ctx, partnershipId))).toMatchObject({ otherKinds: [] });
  });

  test('ensemble, et on revient en arrière ; celle d’une autre agence est refusée', async () => {
    const ids: string[] = [];
    for (const name of ['Un', 'Deux']) ids.push((await ml!.as('officer').do(addPartner, { name, kindCode: 'entreprise' })).partnershipId);
    const { changeId, changed } = await ml!.as('officer').do(changeTogether, { ids, change: { verb: 'typer', sense: 'ajouter', kindId: farm } });
    expect([changed, named(await list({ typologie: [farm] })).filter((name) => ['Un', 'Deux'].includes(name))]).toEqual([2, ['Deux', 'Un']]);
    expect(await ml!.as('officer').do(undoChange, { changeId: changeId! })).toEqual({ undone: 2, kept: 0 });
    expect(named(await list({ typologie: [farm] }))).not.toContain('Un');
    // The main kind is not said twice.
    expect(await ml!.as('officer').do(changeTogether, { ids, change: { verb: 'typer', sense: 'ajouter', kindId: await kindId('entreprise') } })).toMatchObject({ changed: 0 });
    const { partnershipId } = await other!.as('officer').do(addPartner, { name: 'Ailleurs' });
    await expect(other!.as('officer').do(setKinds, { partnershipId, kindIds: [farm] })).rejects.toMatchObject({ refusal: { kind: 'invalid', field: 'kindIds' } });
    await expect(other!.as('officer').do(changeTogether, { ids: [partnershipId], change: { verb: 'typer', sense: 'ajouter', kindId: farm } })).rejects.toMatchObject({ refusal: { field: 'kindId' } });
  });
});

test('la taille se filtre et se compte, l’inconnue aussi ; la liste et l’export la disent', async () => {
  for (const [name, headcountBand] of [['Café', '01'], ['Usine', '31'], ['Groupe', '53'], ['Mystère', null], ['Indépendant', 'NN']] as const) await other!.as('officer').do(addPartner, { name, headcountBand });
  const found = async (taille: string[]) => named(await list({ taille }, other));
  expect([await found(['tpe']), await found(['pme', 'grand']), await found(['eti']), await found(['aucun'])]).toEqual([['Café'], ['Groupe', 'Usine'], [], ['Ailleurs', 'Indépendant', 'Mystère']]);
  expect((await other!.as('officer').run((ctx) => countFacets(ctx, { ...noFilters, taille: ['tpe'] }))).taille).toEqual({ tpe: 1, pme: 1, grand: 1, aucun: 3 });
  const [head, ...rows] = await other!.as('officer').run((ctx) => linesOf(exportPartners(ctx, { ...noFilters, q: 'usine' })));
  expect(rows.map((row) => [row[head!.indexOf('Taille')], row[head!.indexOf('Effectif')]])).toEqual([['PME', '200 à 249 salariés']]);
});

test('le label est un fait du réseau : avec sa source, vu de toutes les agences, trouvé, raconté, remis', async () => {
  const siret = madeUpSiret(41);
  const { partnershipId } = await ml!.as('officer').do(addPartner, { name: 'Engagée', siret });
  const theirs = await other!.as('officer').do(addPartner, { name: 'Engagée', siret });
  expect((await list({ atout: ['label'] })).total).toBe(0);
  await ml!.as('officer').do(editOrganisation, { partnershipId, hasYouthLabel: 'oui' });
  for (const [agency, id] of [[ml!, partnershipId], [other!, theirs.partnershipId]] as const) {
    expect((await agency.as('officer').run((ctx) => getPartner(ctx, id))).hasYouthLabel).toBe(true);
    expect((await agency.as('officer').run((ctx) => getPartnerOverview(ctx, id))).factSources.hasYouthLabel).toMatchObject({ source: 'agency' });
    expect((await list({ atout: ['label'] }, agency)).rows).toMatchObject([{ name: 'Engagée', hasYouthLabel: true }]);
    const { groups } = await agency.as('officer').run((ctx) => partnerHistory(ctx, id));
    expect(groups.flatMap(({ who, lines }) => lines.map((line) => [who === 'Une autre Mission Locale', line.label, line.from, line.to])).find(([, label]) => String(label).startsWith('Label'))).toEqual([agency === other, 'Label « Je m’engage pour la jeunesse »', 'non', 'oui']);
  }
  expect((await regionalReader().do(listPartners, { atout: ['label'] })).rows.map(({ name }) => name)).toEqual(['Engagée', 'Engagée']);
  await other!.as('officer').do(editOrganisation, { partnershipId: theirs.partnershipId, hasYouthLabel: '' });
  expect((await ml!.as('officer').run((ctx) => getPartnerOverview(ctx, partnershipId))).factSources).not.toHaveProperty('hasYouthLabel');
  expect((await list({ atout: ['label', 'accord'] })).total).toBe(0);
});
