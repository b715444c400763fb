import { expect, test } from 'vitest';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { importing, sharedFile } from '../../support/imports';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
const partners = (ml: Agency) => ml.as('officer').run((ctx) => ctx.db.partnership.count());
const sevenMinutes = { timeout: 420_000 };

test('le fichier des SIAE : 3 637 organisations, puis rien à changer, puis plus rien', sevenMinutes, async () => {
  const ml = await missionLocale();
  const siae = await sharedFile('siae-2019.csv');
  const file = await importing(ml, siae);
  expect(await file.plan()).toMatchObject({ state: 'planned', problem: null });
  expect(await file.counts()).toMatchObject({ lines: 3932, create: 3637, merged: 295, refused: 0 });
  expect(await file.apply()).toMatchObject({ state: 'applied', problem: null });
  expect(await partners(ml)).toBe(3637);

  const again = await importing(ml, siae);
  await again.plan();
  expect(await again.counts()).toMatchObject({ create: 0, join: 0, complete: 0, questions: 0, unchanged: 3637 });

  // A neighbour imports the same file: not one record more.
  const neighbour = await missionLocale();
  const theirs = await importing(neighbour, siae);
  await theirs.plan();
  expect(await theirs.counts()).toMatchObject({ create: 0, join: 3637 });

  expect(await file.undo()).toMatchObject({ state: 'undone', problem: null });
  expect(await partners(ml)).toBe(0);
  expect(await ml.as('officer').run((ctx) => ctx.db.organisation.count())).toBe(0);
});

test('le fichier des France services : 908 lieux, aux coordonnées du fichier, puis rien à changer', sevenMinutes, async () => {
  const ml = await missionLocale();
  const places = await sharedFile('france-services.csv');
  const file = await importing(ml, places);
  await file.plan();
  expect(await file.counts()).toMatchObject({ lines: 908, create: 908, refused: 0 });
  await file.apply();
  expect(await ml.as('officer').run((ctx) => ctx.db.organisation.count({ where: { placePrecision: 'exact' } }))).toBe(908);
  const again = await importing(ml, places);
  await again.plan();
  expect(await again.counts()).toMatchObject({ create: 0, unchanged: 908 });
  expect(await file.undo()).toMatchObject({ state: 'undone' });
  expect(await partners(ml)).toBe(0);
});
