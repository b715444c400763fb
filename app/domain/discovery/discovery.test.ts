import { expect, test } from 'vitest';
import { roles, type Role } from '~/access/permissions';
import { showsSteps, unreadNews } from './discovery';
import { stepsOf, tickedSteps, type Done } from './steps';
import { newsFor, whatsNew } from './whats-new';

const nothing: Done = { portfolio: false, exchange: false, task: false, delegated: false, list: false, sharedList: false, blocks: false, sites: false, people: false, values: false };

test('a role has five steps at most, each once; partners and the platform have none', () => {
  for (const role of Object.keys(roles) as Role[]) {
    const keys = stepsOf(role).map(({ key }) => key);
    expect(keys.length).toBeLessThanOrEqual(5);
    expect(new Set(keys).size).toBe(keys.length);
  }
  expect(['officer', 'counsellor', 'manager', 'admin', 'regional'].filter((role) => stepsOf(role as Role).length >= 3)).toHaveLength(5);
  expect(['partnerAdmin', 'partnerMember', 'platformAdmin'].flatMap((role) => stepsOf(role as Role))).toEqual([]);
});

test('a step ticks itself; what nothing can tell stays open', () => {
  expect(tickedSteps('officer', { ...nothing, exchange: true, blocks: true })).toMatchObject({ left: 3, steps: [{ done: false }, { key: 'exchange', done: true }, { done: false }, { done: false }, { key: 'blocks', done: true }] });
  expect(tickedSteps('regional', nothing).steps.map(({ done }) => done)).toEqual([null, null, null, null]);
});

test('steps that were put away stay away; news come after them, once, and only what one may do', () => {
  const fresh = { role: 'officer', preferences: {} } as const;
  const settled = { role: 'officer', preferences: { discovery: { stepsHidden: true, newsReadOn: '2026-11-24' } } } as const;
  expect([showsSteps(fresh), showsSteps(settled), showsSteps({ role: 'partnerAdmin' })]).toEqual([true, false, false]);
  expect(unreadNews(fresh, true)).toEqual([]);
  expect(unreadNews(settled, false).every(({ on }) => on > '2026-11-24')).toBe(true);
  expect(unreadNews({ ...settled, preferences: { discovery: { newsReadOn: '2999-01-01' } } }, false)).toEqual([]);
  expect(newsFor('officer').some(({ needs }) => needs === 'feedback.manage')).toBe(false);
});

test('news are told the latest first, by real days', () => {
  const days = whatsNew.map(({ on }) => on);
  expect(days).toEqual([...days].sort().reverse());
  for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
});
