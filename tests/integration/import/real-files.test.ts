import { expect, test } from 'vitest';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { importing, sharedFile } from '../../support/imports';

useDatabase();

test('le fichier des SIAE : 3 637 organisations, puis rien à changer, puis plus rien', { timeout: 120_000 }, async () => {
  const ml = await missionLocale();
  const siae = await sharedFile('siae-2019.csv');
  const count = () => ml.as('officer').run((ctx) => ctx.db.partnership.count());

  const started = performance.now();
  const first = await importing(ml, siae);
  const planned = await first.plan();
  const plannedAt = performance.now();
  expect(planned.problem).toBeNull();
  expect(planned.state).toBe('planned');
  console.log(planned.counts);
  const applied = await first.apply();
  const appliedAt = performance.now();
  console.log(`plan ${Math.round(plannedAt - started)} ms, import ${Math.round(appliedAt - plannedAt)} ms`);
  expect(applied.problem).toBeNull();
  expect(applied.state).toBe('applied');
  expect(await count()).toBe(3637);

  const again = await importing(ml, siae);
  await again.plan();
  expect(await again.counts()).toMatchObject({ create: 0, join: 0, complete: 0, unchanged: 3637 });

  const t = performance.now();
  const undone = await first.undo();
  console.log(`undo ${Math.round(performance.now() - t)} ms`);
  expect(undone.problem).toBeNull();
  expect(undone.state).toBe('undone');
  expect(await count()).toBe(0);
});
