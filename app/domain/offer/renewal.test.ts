import { expect, test } from 'vitest';
import { renewedUntil } from './renewal';

test.each([
  ['ouverte trois semaines, elle se rouvre trois semaines', { opensOn: '2026-10-01', closesOn: '2026-10-22', publishedOn: null }, '2026-12-16'],
  ['sans dates, trente jours', { opensOn: null, closesOn: null, publishedOn: null }, '2026-12-25'],
  ['depuis sa publication quand elle n’a pas d’ouverture', { opensOn: null, closesOn: '2026-10-15', publishedOn: '2026-10-01' }, '2026-12-09'],
  ['jamais moins d’une semaine', { opensOn: '2026-10-01', closesOn: '2026-10-02', publishedOn: null }, '2026-12-02'],
  ['jamais plus de trois mois', { opensOn: '2026-01-01', closesOn: '2026-12-31', publishedOn: null }, '2027-02-23'],
])('%s', (_what, dates, until) => {
  expect(renewedUntil(dates, '2026-11-25')).toBe(until);
});
