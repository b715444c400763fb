import { describe, expect, test } from 'vitest';
import { addContact } from '~/domain/contact/add-contact.server';
import { listContacts } from '~/domain/contact/contact.queries.server';
import { editExchange } from '~/domain/exchange/edit-exchange.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { forgetMergeJournals } from '~/domain/merge/forget-merge-journals.server';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { undoMerge } from '~/domain/merge/undo-merge.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { knownPartners } from '~/domain/partner/known-partners.server';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { setTags } from '~/domain/partnership/set-tags.server';
import { addValue } from '~/domain/value/add-value.server';
import { deleteValue } from '~/domain/value/delete-value.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { sirets } from '../../support/sirets';

useDatabase();
const siret = sirets();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);

/** Two records of one garage. */
async function garages({ kept = {}, merged = {} }: { kept?: object; merged?: object } = {}) {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const { partnershipId: keptId } = await officer.do(addPartner, { name: 'Garage Morel', ...kept });
  const { partnershipId: mergedId } = await officer.do(addPartner, { name: 'SARL Garage Morel', ...merged });
  const merge = (more: object = {}) => officer.do(mergePartners, { keptId, mergedId, ...more });
  const undo = (mergeId: string) => officer.do(undoMerge, { mergeId });
  const organisation = (id: string) => officer.run(async ({ db }) => (await db.partnership.findFirstOrThrow({ where: { id }, include: { organisation: true } })).organisation);
  return { ml, officer, keptId, mergedId, merge, undo, organisation };
}

describe('une fiche fusionnée', () => {
  test('quitte les listes, la recherche et ce qu’on propose en tapant ; son adresse mène à celle qui a tout repris', async () => {
    const { ml, officer, keptId, mergedId, merge, undo } = await garages();
    const { mergeId } = await merge({ choices: { name: 'kept' } });
    const names = async () => (await ml.as('counsellor').do(listPartners, { q: 'garage' })).rows.map(({ name }) => name);
    expect(await names()).toEqual(['Garage Morel']);
    expect(await refusalOf(officer.run((ctx) => getPartner(ctx, mergedId)))).toMatchObject({ refusal: { kind: 'merged', keptId } });
    expect((await officer.run((ctx) => knownPartners(ctx, { name: 'SARL Garage Morel' }))).map(({ partnershipId }) => partnershipId)).toEqual([keptId]);
    await undo(mergeId);
    expect((await names()).sort()).toEqual(['Garage Morel', 'SARL Garage Morel']);
  });

  test('l’historique de la fiche gardée dit la fusion, et mène à ce qui s’est passé avant sur l’autre', async () => {
    const { officer, keptId, mergedId, merge } = await garages();
    await merge();
    const history = await officer.run((ctx) => partnerHistory(ctx, keptId));
    expect(history.groups.flatMap(({ lines }) => lines)).toContainEqual(expect.objectContaining({ label: 'Fusion', to: 'fiche « SARL Garage Morel » réunie à celle-ci' }));
    expect(history.takenIn).toMatchObject([{ id: mergedId, name: 'SARL Garage Morel' }]);
    expect((await officer.run((ctx) => partnerHistory(ctx, keptId, { mergedId }))).groups.flatMap(({ lines }) => lines)).toContainEqual(expect.objectContaining({ label: 'Fiche créée', to: 'SARL Garage Morel' }));
    expect(await refusalOf(officer.run((ctx) => partnerHistory(ctx, keptId, { mergedId: keptId })))).toMatchObject({ refusal: { kind: 'notFound' } });
  });

  test('ce qui était en train de s’y écrire est refusé par une phrase, et non perdu dans une page introuvable', async () => {
    const { officer, mergedId, merge, keptId } = await garages();
    const { exchangeId } = await officer.do(addExchange, { partnershipId: mergedId, kind: 'note', body: 'Avant' });
    await merge();
    expect(await refusalOf(officer.do(addExchange, { partnershipId: mergedId, kind: 'note', body: 'Pendant' }))).toMatchObject({ refusal: { kind: 'merged', keptId } });
    expect(await refusalOf(officer.do(editExchange, { partnershipId: mergedId, exchangeId, version: 1, kind: 'note', body: 'Pendant' } as never))).toMatchObject({ refusal: { kind: 'merged', keptId } });
  });
});

describe('ce que l’on choisit', () => {
  test('le rempli passe avant le vide, et aucun numéro n’est perdu', async () => {
    const { keptId, merge, organisation } = await garages({ kept: { phone: '05 36 49 10 10' }, merged: { phone: '05 36 49 10 11', email: 'garage@morel.example' } });
    await merge({ choices: { phone: 'merged', name: 'kept' } });
    expect(await organisation(keptId)).toMatchObject({ name: 'Garage Morel', phone: '+33536491011', otherPhones: ['+33536491010'], email: 'garage@morel.example', factSources: { email: { source: 'agency' } } });
  });

  test('pour une forme d’engagement des deux côtés, la plus avancée est proposée ; l’autre revient à l’annulation', async () => {
    const { officer, keptId, mergedId, merge, undo } = await garages();
    const say = (partnershipId: string, readiness: 'willing' | 'regular') => officer.do(setEngagement, { partnershipId, formCode: 'immersion', readiness } as never);
    await say(keptId, 'willing');
    await say(mergedId, 'regular');
    const said = (id: string) => officer.run(({ db }) => db.engagement.findMany({ where: { partnershipId: id }, select: { readiness: true } }));
    const { mergeId } = await merge();
    expect(await said(keptId)).toEqual([{ readiness: 'regular' }]);
    await undo(mergeId);
    expect([await said(keptId), await said(mergedId)]).toEqual([[{ readiness: 'willing' }], [{ readiness: 'regular' }]]);
  });

  test('le SIRET va à la fiche qui n’en a pas, et retourne à l’autre', async () => {
    const number = siret();
    const { keptId, mergedId, merge, undo, organisation } = await garages({ merged: { siret: number } });
    const { mergeId } = await merge();
    expect([await organisation(keptId), await organisation(mergedId)]).toMatchObject([{ siret: number }, { siret: null, mergedIntoId: (await organisation(keptId)).id }]);
    await undo(mergeId);
    expect([await organisation(keptId), await organisation(mergedId)]).toMatchObject([{ siret: null }, { siret: number, mergedIntoId: null }]);
  });

  test('deux SIRET : deux établissements, chacun garde le sien', async () => {
    const [one, two] = [siret(), siret()];
    const { keptId, mergedId, merge, organisation } = await garages({ kept: { siret: one }, merged: { siret: two } });
    await merge();
    expect([await organisation(keptId), await organisation(mergedId)]).toMatchObject([{ siret: one }, { siret: two, mergedIntoId: null }]);
  });

  test('une organisation avec laquelle une autre agence travaille reste pour elle comme elle était', async () => {
    const number = siret();
    const { keptId, mergedId, merge, organisation, officer } = await garages({ merged: { siret: number, phone: '05 36 49 10 11' } });
    const neighbour = await missionLocale();
    const { partnershipId: theirs } = await neighbour.as('officer').do(addPartner, { name: 'Garage Morel', siret: number });
    expect(await refusalOf(merge())).toMatchObject({ refusal: { kind: 'invalid', field: 'siret' } });
    await officer.do(mergePartners, { keptId: mergedId, mergedId: keptId, choices: { name: 'kept' } });
    expect(await organisation(mergedId)).toMatchObject({ siret: number, name: 'SARL Garage Morel' });
    expect(await neighbour.as('officer').run((ctx) => getPartner(ctx, theirs))).toMatchObject({ name: 'SARL Garage Morel', siret: number });
  });
});

describe('annuler', () => {
  test('ce qui a été corrigé depuis est gardé et dit, ce qui a été ajouté reste et se compte', async () => {
    const { officer, keptId, merge, undo, organisation } = await garages({ merged: { email: 'garage@morel.example', website: 'morel.example' } });
    const { mergeId } = await merge();
    await officer.do(editOrganisation, { partnershipId: keptId, email: 'nouveau@morel.example' });
    await officer.do(addExchange, { partnershipId: keptId, kind: 'note', body: 'Depuis' });
    const undone = await undo(mergeId);
    expect(undone).toMatchObject({ edited: ['Courriel'], stays: [{ table: 'interaction', count: 1 }], gone: [], onBoth: [] });
    expect(await organisation(keptId)).toMatchObject({ email: 'nouveau@morel.example', website: null });
  });

  test('une personne que nomme un échange noté depuis est écrite sur les deux fiches', async () => {
    const { officer, keptId, mergedId, merge, undo } = await garages();
    const { contactId } = await officer.do(addContact, { partnershipId: mergedId, firstName: 'Léa', lastName: 'Roux', phone: '06 39 98 00 12' });
    const { mergeId } = await merge();
    const { exchangeId } = await officer.do(addExchange, { partnershipId: keptId, kind: 'visit', body: 'Avec Léa', contactIds: [contactId] });
    expect(await undo(mergeId)).toMatchObject({ onBoth: ['Léa Roux'] });
    const people = (id: string) => officer.run((ctx) => listContacts(ctx, id));
    expect([(await people(keptId)).map(({ lastName }) => lastName), (await people(mergedId)).map(({ id }) => id)]).toEqual([['Roux'], [contactId]]);
    const named = await officer.run(({ db }) => db.interactionContact.findMany({ where: { interactionId: exchangeId }, include: { contact: true } }));
    expect(named).toMatchObject([{ partnershipId: keptId, contact: { lastName: 'Roux', partnershipId: keptId } }]);
  });

  test('une étiquette supprimée depuis ne revient pas, et c’est dit', async () => {
    const { ml, officer, mergedId, merge, undo, keptId } = await garages();
    const { valueId } = await ml.as('admin').do(addValue, { set: 'etiquettes', label: 'Forum' });
    const { valueId: other } = await ml.as('admin').do(addValue, { set: 'etiquettes', label: 'Salon' });
    await officer.do(setTags, { partnershipId: mergedId, tagIds: [valueId] });
    const { mergeId } = await merge();
    await ml.as('admin').do(deleteValue, { set: 'etiquettes', id: valueId, replacementId: other });
    expect(await undo(mergeId)).toMatchObject({ gone: [{ table: 'partnership_tag', count: 1 }] });
    expect(await officer.run(({ db }) => db.partnershipTag.findMany({ select: { partnershipId: true, tagId: true } }))).toEqual([{ partnershipId: keptId, tagId: other }]);
  });

  test('plusieurs fusions de suite se défont en sens inverse, jamais par le milieu', async () => {
    const { officer, keptId, mergedId, merge, undo, ml } = await garages();
    const { partnershipId: third } = await officer.do(addPartner, { name: 'Auto Morel' });
    await officer.do(addExchange, { partnershipId: mergedId, kind: 'note', body: 'Du premier' });
    const first = await merge();
    const second = await officer.do(mergePartners, { keptId: third, mergedId: keptId });
    expect(await refusalOf(undo(first.mergeId))).toMatchObject({ refusal: { kind: 'conflict' }, message: expect.stringContaining('Annulez d’abord cette fusion-là') as string });
    await undo(second.mergeId);
    await undo(first.mergeId);
    expect(await officer.run(({ db }) => db.interaction.findMany({ select: { partnershipId: true } }))).toEqual([{ partnershipId: mergedId }]);
    expect((await ml.as('officer').do(listPartners, {})).total).toBe(3);
  });

  test('une fois seulement, pendant 90 jours ; ensuite le détail est oublié', async () => {
    const { merge, undo } = await garages();
    const { mergeId } = await merge();
    await undo(mergeId);
    expect(await refusalOf(undo(mergeId))).toMatchObject({ message: 'Cette fusion est déjà annulée.' });
    const again = await merge();
    await asSystem('a test lets 91 days go by', (db) => db.$executeRaw`UPDATE partner_merge SET created_at = now() - interval '91 days' WHERE id = ${again.mergeId}::uuid`);
    expect(await refusalOf(undo(again.mergeId))).toMatchObject({ refusal: { kind: 'conflict' }, message: expect.stringContaining('90 jours') as string });
    await asSystem('a test runs the job of the night', forgetMergeJournals);
    expect(await asSystem('a test reads journals', (db) => db.partnerMergeJournal.count({ where: { mergeId: { in: [mergeId, again.mergeId] } } }))).toBe(0);
  });

  test('une fiche archivée se fusionne, et revient archivée', async () => {
    const { officer, keptId, mergedId, merge, undo } = await garages();
    await officer.do(movePartnership, { partnershipId: mergedId, verb: 'archive' } as never);
    const { mergeId } = await merge();
    expect(await officer.run((ctx) => getPartner(ctx, keptId))).toMatchObject({ stage: 'prospect' });
    await undo(mergeId);
    expect(await officer.run((ctx) => getPartner(ctx, mergedId))).toMatchObject({ stage: 'archived' });
  });
});

describe('ce qui est refusé', () => {
  test('une fiche avec elle-même, une fiche d’une autre agence, une fiche déjà fusionnée', async () => {
    const { officer, keptId, mergedId, merge } = await garages();
    const { keptId: foreign } = await garages();
    const sentence = async (keep: string, take: string) => (await refusalOf(officer.do(mergePartners, { keptId: keep, mergedId: take })))?.message;
    expect(await sentence(keptId, keptId)).toContain('elle-même');
    expect(await sentence(keptId, foreign)).toBe('Ce partenaire n’existe pas, ou plus.');
    expect(await sentence(foreign, mergedId)).toBe('Ce partenaire n’existe pas, ou plus.');
    await merge();
    expect(await sentence(keptId, mergedId)).toContain('vient d’être fusionné');
  });

  test('une fiche modifiée depuis qu’on l’a lue', async () => {
    const { officer, keptId, mergedId, merge } = await garages();
    const seen = await officer.run(async ({ db }) => {
      const versions = async (id: string) => (({ version, organisation }) => ({ partnership: version, organisation: organisation.version }))(await db.partnership.findFirstOrThrow({ where: { id }, include: { organisation: true } }));
      return { kept: await versions(keptId), merged: await versions(mergedId) };
    });
    await officer.do(editOrganisation, { partnershipId: mergedId, email: 'entre@temps.example' });
    expect(await refusalOf(merge({ seen }))).toMatchObject({ refusal: { kind: 'stale' } });
  });

  test('deux personnes qui fusionnent en même temps : une seule fusion', async () => {
    const { ml, keptId, mergedId } = await garages();
    const both = await Promise.all([
      refusalOf(ml.as('officer').do(mergePartners, { keptId, mergedId })),
      refusalOf(ml.as('manager').do(mergePartners, { keptId: mergedId, mergedId: keptId })),
    ]);
    expect(both.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(both.filter((refusal) => refusal !== null)).toMatchObject([{ refusal: { kind: 'conflict' } }]);
  });

  test('une autre agence ne lit rien d’une fusion et ne l’annule pas', async () => {
    const { merge } = await garages();
    const { mergeId } = await merge();
    const other = await missionLocale();
    expect(await other.as('admin').run(({ db }) => db.partnerMerge.count())).toBe(0);
    expect(await other.as('admin').run(({ db }) => db.partnerMergeJournal.count())).toBe(0);
    expect(await refusalOf(other.as('officer').do(undoMerge, { mergeId }))).toMatchObject({ refusal: { kind: 'notFound' } });
  });
});
