import { expect, test } from 'vitest';
import { patronageSchema } from './patronage.schema';

const faults = (typed: Record<string, unknown>) => patronageSchema.safeParse({ kind: 'money', year: '2026', ...typed }).error?.issues.map(({ path }) => path[0]);

test('un don dont l’année et le montant ne se lisent pas : les deux se corrigent en une fois', () => {
  expect(faults({ year: 'bientôt', amount: 'beaucoup' })).toEqual(['year', 'amount']);
  expect(faults({ year: '' })).toEqual(['year', 'amount']);
  expect(faults({ amount: ['1', '2'] })).toEqual(['amount']);
});

test('du temps se donne sans montant', () => {
  expect(faults({ kind: 'skills' })).toBeUndefined();
});
