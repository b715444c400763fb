import { describe, expect, test } from 'vitest';
import { may, roles, type Role } from '~/access/permissions';
import { addPartner } from '~/domain/partner/add-partner.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { nextStage, stageNames, stages, verbNames, verbs, verbsFrom, type Stage, type Verb } from '~/domain/partnership/partnership.lifecycle';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);

/** What the whole table says, written a second time by hand: a change of the lifecycle must be wanted. */
const expected: Record<Stage, Partial<Record<Verb, Stage>>> = {
  prospect: { contact: 'contacted', build: 'building', activate: 'active', end: 'ended', archive: 'archived' },
  contacted: { build: 'building', activate: 'active', end: 'ended', archive: 'archived' },
  building: { activate: 'active', end: 'ended', archive: 'archived' },
  active: { sleep: 'dormant', end: 'ended', archive: 'archived' },
  dormant: { wake: 'active', end: 'ended', archive: 'archived' },
  ended: { reactivate: 'active', archive: 'archived' },
  archived: { restore: 'dormant', reactivate: 'active' },
};

describe.each(stageNames)('depuis « %s »', (stage) => {
  test.each(verbNames)('%s', (verb) => {
    expect(nextStage({ stage, stageBeforeArchive: 'dormant' }, verb)).toBe(expected[stage][verb] ?? null);
    expect(verbsFrom(stage).includes(verb)).toBe(expected[stage][verb] !== undefined);
  });
});

test.each(Object.keys(roles) as Role[])('ce que %s peut faire d’un partenariat', (role) => {
  const allowed = verbNames.filter((verb) => may(role, verbs[verb].permission));
  expect(allowed).toEqual(['officer', 'manager', 'admin'].includes(role) ? verbNames : []);
});

describe.each(stageNames)('étape × geste × rôle : depuis « %s »', (stage) => {
  test.each(verbNames.flatMap((verb) => (Object.keys(roles) as Role[]).map((role) => [verb, role] as const)))('%s, %s', (verb, role) => {
    const isOffered = verbsFrom(stage).filter((one) => may(role, verbs[one].permission)).includes(verb);
    expect(isOffered).toBe(expected[stage][verb] !== undefined && ['officer', 'manager', 'admin'].includes(role));
  });
});

test('chaque geste de la table se fait vraiment, et s’écrit', async () => {
  const ml = await missionLocale();
  const reason = await ml.as('officer').run((ctx) => ctx.db.endReason.findFirstOrThrow());
  for (const stage of stageNames) {
    for (const verb of verbsFrom(stage)) {
      const { partnershipId } = await ml.as('officer').do(addPartner, { name: `${stage} ${verb}` });
      await ml.as('officer').run((ctx) => ctx.db.partnership.updateMany({ where: { id: partnershipId }, data: { stage, stageBeforeArchive: stage === 'archived' ? 'dormant' : null } }));
      await ml.as('officer').do(movePartnership, { partnershipId, verb, comment: 'Un mot', endReasonId: reason.id });
      const after = await ml.as('officer').run((ctx) => ctx.db.partnership.findFirstOrThrow({ where: { id: partnershipId }, include: { stageMoves: { orderBy: { id: 'desc' }, take: 1 } } }));
      expect(after).toMatchObject({ stage: expected[stage][verb], stageMoves: [{ fromStage: stage, toStage: expected[stage][verb], comment: 'Un mot' }] });
      expect(after.stageBeforeArchive).toBe(after.stage === 'archived' ? stage : null);
      expect(after.endReasonId).toBe(after.stage === 'ended' ? reason.id : null);
    }
  }
}, 60_000);

test('terminer demande une raison, et pas celle d’une autre agence', async () => {
  const [tarbes, auch] = [await missionLocale(), await missionLocale()];
  const { partnershipId } = await tarbes.as('officer').do(addPartner, { name: 'Scierie' });
  const theirs = await auch.as('admin').run((ctx) => ctx.db.endReason.create({ data: { label: 'Raison d’Auch' } }));
  for (const endReasonId of [null, theirs.id]) {
    expect(await refusalOf(tarbes.as('officer').do(movePartnership, { partnershipId, verb: 'end', endReasonId }))).toMatchObject({ refusal: { kind: 'invalid', field: 'endReasonId' } });
  }
});

test('un geste impossible se dit', async () => {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie' });
  expect(await refusalOf(ml.as('officer').do(movePartnership, { partnershipId, verb: 'wake' }))).toMatchObject({ message: `« ${verbs.wake.label} » n’est pas possible : l’étape est « ${stages.prospect.label} ».`, refusal: { kind: 'conflict' } });
});

test('deux personnes au même instant : une seule change l’étape', async () => {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie' });
  const both = await Promise.allSettled([1, 2].map(() => ml.as('officer').do(movePartnership, { partnershipId, verb: 'contact' })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('le partenariat d’une autre agence n’existe pas', async () => {
  const [tarbes, auch] = [await missionLocale(), await missionLocale()];
  const { partnershipId } = await tarbes.as('officer').do(addPartner, { name: 'Scierie' });
  expect(await refusalOf(auch.as('admin').do(movePartnership, { partnershipId, verb: 'archive' }))).toMatchObject({ refusal: { kind: 'notFound' } });
});

test('archiver dit ce qui reste ouvert, et le laisse ouvert ; sans rien d’ouvert, rien n’est dit', async () => {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Garage du Pic' });
  const archive = () => ml.as('officer').do(movePartnership, { partnershipId, verb: 'archive' });
  expect((await archive()).stillOpen).toBe('');
  await ml.as('officer').do(movePartnership, { partnershipId, verb: 'restore' });
  await ml.as('officer').run(async ({ db }) => {
    for (const title of ['Rappeler', 'Écrire']) await db.task.create({ data: { partnershipId, title, dueOn: new Date('2027-01-04') } });
    await db.agreement.create({ data: { partnershipId, title: 'Accueil', state: 'awaitingSignatures' } });
    await db.agreement.create({ data: { partnershipId, title: 'Finie', state: 'ended' } });
    await db.offer.create({ data: { partnershipId, kind: 'immersion', title: 'Mécanique', state: 'published' } });
    await db.offer.create({ data: { partnershipId, kind: 'immersion', title: 'Brouillon', state: 'draft' } });
    await db.patronage.create({ data: { partnershipId, kind: 'money', year: 2026, promisedOn: new Date('2026-01-04') } });
  });
  expect((await archive()).stillOpen).toBe('2 tâches à faire, 1 offre en ligne ou à publier, 1 convention qui n’a pas pris fin et 1 don promis, pas encore reçu');
  expect(await ml.as('officer').run(({ db }) => db.task.count({ where: { partnershipId, doneAt: null, deletedAt: null } }))).toBe(2);
});
