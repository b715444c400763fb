import { expect, test } from 'vitest';
import { nationalStateOn } from './national-agreement';

test('un accord vaut de son premier à son dernier jour compris', () => {
  const agreement = { startsOn: '2026-03-01', endsOn: '2027-02-28', endedOn: null };
  expect(['2026-02-28', '2026-03-01', '2027-02-28', '2027-03-01'].map((day) => nationalStateOn(agreement, day))).toEqual(['coming', 'inForce', 'inForce', 'over']);
});

test('arrêté avant sa fin, il ne vaut plus dès ce jour ; sans dates, il vaut toujours', () => {
  expect(['2026-05-09', '2026-05-10'].map((day) => nationalStateOn({ startsOn: '2026-03-01', endsOn: null, endedOn: '2026-05-10' }, day))).toEqual(['inForce', 'over']);
  expect(nationalStateOn({ startsOn: null, endsOn: null, endedOn: null }, '2026-01-01')).toBe('inForce');
});
