import { expect, test } from 'vitest';
import { type Role, roles } from '~/access/permissions';
import { officerAtFirst } from './officer-at-first';

test('who looks after relations is proposed to take charge of the partner that they add, nobody for the other roles', () => {
  const proposed = (Object.keys(roles) as Role[]).filter((role) => officerAtFirst({ role, userId: 'me' }) === 'me');
  expect(proposed).toEqual(['officer']);
  expect(officerAtFirst({ role: 'counsellor', userId: 'me' })).toBeNull();
});
