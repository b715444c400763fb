import { describe, expect, test } from 'vitest';
import { applyImport } from '~/domain/import/apply-import.server';
import { askToApply, askToUndo, cancelImport } from '~/domain/import/ask-step.server';
import { importOptionsSchema } from '~/domain/import/import-options.schema';
import { asActor } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { importing } from '../../support/imports';
import { sirets } from '../../support/sirets';

useDatabase();
const siret = sirets();
type Agency = Awaited<ReturnType<typeof missionLocale>>;

const manyPartners = (count: number) => ['Nom;Code postal;Commune', ...Array.from({ length: count }, (_, i) => `Partenaire numéro ${i + 1};65000;Tarbes`)].join('\n');
const some = () => ['SIRET;Nom;Commune;Code postal;Étiquettes', `${siret()};Boulangerie Martin;Tarbes;65000;forum`, `${siret()};Garage du Pic;Tarbes;65000;forum, atelier`].join('\n');
const counted = (ml: Agency) =>
  ml.as('officer').run(async ({ db }) => ({ partners: await db.partnership.count(), organisations: await db.organisation.count(), moves: await db.stageMove.count(), tags: await db.tag.count(), kinds: await db.partnershipKind.count() }));
const nothing = { partners: 0, organisations: 0, moves: 0, tags: 0, kinds: 0 };

describe('un import interrompu', () => {
  test('entre deux paquets, ne laisse rien ; le même travail refait donne tout', { timeout: 120_000 }, async () => {
    const ml = await missionLocale();
    const file = await importing(ml, manyPartners(1100));
    await file.plan();
    await ml.as('officer').do(askToApply, importOptionsSchema.parse({ importId: file.id }));
    const lost = async (done: number) => {
      if (done >= 1000) throw new Error('le serveur s’arrête');
    };
    const actor = await ml.person('officer');
    await expect(asActor(actor, 'essai', (ctx) => applyImport(ctx, file.id, lost), { timeout: 60_000 })).rejects.toThrow('le serveur s’arrête');
    expect(await counted(ml)).toEqual(nothing);
    expect((await file.state()).state).toBe('applying');
    await file.run('apply');
    expect((await counted(ml)).partners).toBe(1100);
    await file.run('apply');
    expect((await counted(ml)).partners).toBe(1100);
  });

  test('par la personne, pendant qu’il se prépare, s’arrête sans rien laisser', async () => {
    const ml = await missionLocale();
    const file = await importing(ml, some());
    await file.run('read');
    await ml.as('officer').do(cancelImport, { importId: file.id });
    await file.run('plan');
    expect((await file.state()).state).toBe('cancelled');
    expect(await ml.as('officer').run(({ db }) => db.importItem.count())).toBe(0);
  });
});

test('deux imports du même fichier en même temps : chaque partenaire une fois', async () => {
  const ml = await missionLocale();
  const content = some();
  const [one, two] = [await importing(ml, content), await importing(ml, content, { role: 'manager' })];
  await Promise.all([one.plan(), two.plan()]);
  expect(await two.counts()).toMatchObject({ create: 2 });
  await Promise.all([one.apply(), two.apply()]);
  expect((await counted(ml)).partners).toBe(2);
  const outcomes = [await one.counts(), await two.counts()].map(({ create, unchanged }) => ({ create, unchanged }));
  expect(outcomes).toContainEqual({ create: 2, unchanged: 0 });
  expect(outcomes).toContainEqual({ create: 0, unchanged: 2 });
});

test('deux agences qui importent le même fichier au même instant partagent les fiches', async () => {
  const [tarbes, lourdes] = [await missionLocale(), await missionLocale()];
  const content = ['SIRET;Nom', ...Array.from({ length: 300 }, (_, i) => `${siret()};Structure ${i}`)].join('\n');
  const [one, two] = [await importing(tarbes, content), await importing(lourdes, content)];
  await Promise.all([one.plan(), two.plan()]);
  await Promise.all([one.apply(), two.apply()]);
  const ids = async (ml: Agency) => (await ml.as('officer').run(({ db }) => db.partnership.findMany({ select: { organisationId: true }, orderBy: { organisationId: 'asc' } }))).map(({ organisationId }) => organisationId);
  expect(await ids(tarbes)).toHaveLength(300);
  expect(await ids(lourdes)).toEqual(await ids(tarbes));
});

describe('annuler un import', () => {
  test('retire tout ce qu’il a ajouté, étiquettes comprises', async () => {
    const ml = await missionLocale();
    const file = await importing(ml, some());
    await file.plan();
    const officer = await ml.person('officer');
    await file.apply({ stage: 'active', officerId: officer.userId, tag: 'Forum 2026' });
    expect(await ml.as('officer').run(({ db }) => db.partnership.count({ where: { stage: 'active', officerId: officer.userId } }))).toBe(2);
    expect((await counted(ml)).tags).toBe(3);
    expect((await file.undo()).state).toBe('undone');
    expect(await counted(ml)).toEqual(nothing);
  });

  test('est refusé en entier dès que quelqu’un a travaillé sur un partenaire, avec son nom', async () => {
    const ml = await missionLocale();
    const file = await importing(ml, some());
    await file.plan();
    await file.apply();
    const [partner] = await ml.as('officer').run(({ db }) => db.partnership.findMany({ where: { organisation: { name: 'Garage du Pic' } } }));
    await ml.as('counsellor').run(({ db }) => db.interaction.create({ data: { partnershipId: partner!.id, body: 'Rencontre au forum.' } }));
    await expect(ml.as('officer').do(askToUndo, { importId: file.id })).rejects.toThrow('on a travaillé depuis sur Garage du Pic');
    expect((await file.state()).state).toBe('applied');
    expect((await counted(ml)).partners).toBe(2);
  });

  test('est refusé aussi quand le travail arrive entre la demande et l’annulation', async () => {
    const ml = await missionLocale();
    const file = await importing(ml, some());
    await file.plan();
    await file.apply();
    await ml.as('officer').do(askToUndo, { importId: file.id });
    await ml.as('manager').run(({ db }) => db.organisation.updateMany({ where: { name: 'Garage du Pic' }, data: { email: 'accueil@garage.example' } }));
    await file.run('undo');
    expect(await file.state()).toMatchObject({ state: 'applied', problem: expect.stringContaining('Garage du Pic') });
    expect((await counted(ml)).partners).toBe(2);
  });
});
