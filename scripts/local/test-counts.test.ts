import { expect, test } from 'vitest';
import { playwrightCount, summary, vitestCount, wholeCount } from './test-counts.mjs';

const report = (files: { status: string; assertionResults: { status: string }[] }[], counts: Partial<Record<string, number>> = {}) => ({
  numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, ...counts, testResults: files,
}); // prettier-ignore

test('types and lint count as one test each', () => {
  expect(wholeCount({ code: 0 })).toEqual({ passed: 1, failed: 0 });
  expect(wholeCount({ code: 2 })).toEqual({ passed: 0, failed: 1 });
});

test('a test file that cannot be read counts as a failure', () => {
  const broken = { status: 'failed', assertionResults: [] };
  expect(vitestCount(report([broken], { numPassedTests: 3 }), 1)).toMatchObject({ passed: 3, failed: 1 });
});

test('a file with a failed test is not counted twice', () => {
  const file = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
  expect(vitestCount(report([file], { numPassedTests: 1, numFailedTests: 1 }), 1)).toMatchObject({ passed: 1, failed: 1 });
});

test('an error outside the tests counts as a failure', () => {
  expect(vitestCount(report([], { numPassedTests: 5 }), 1)).toMatchObject({ passed: 5, failed: 1 });
});

test('a crash without a report counts as a failure', () => {
  expect(vitestCount(null, 'SIGKILL')).toMatchObject({ passed: 0, failed: 1 });
  expect(playwrightCount(null, 1)).toMatchObject({ passed: 0, failed: 1 });
});

test('playwright’s report is counted', () => {
  expect(playwrightCount({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } }, 1)).toMatchObject({ passed: 5, failed: 1, skipped: 2 });
});

test('the last line gives the totals, alone', () => {
  const { text, failed } = summary([
    { name: 'types', seconds: 1, passed: 1, failed: 0 },
    { name: 'unit', seconds: 2, passed: 40, failed: 2 },
  ]);
  expect(text.split('\n').at(-1)).toBe('41 passed, 2 failed');
  expect(failed).toBe(true);
});

test('each failure is named above the counts, with the first line of what it says', () => {
  const file = { name: 'app/a.test.ts', status: 'failed', assertionResults: [{ status: 'passed', fullName: 'two' }, { status: 'failed', fullName: 'one is one', failureMessages: ['\u001B[31mexpected 1 to be 2\u001B[39m\n  at a.ts'] }] };
  const unread = { name: 'app/b.test.ts', status: 'failed', message: 'cannot find ~/b', assertionResults: [] };
  const spec = { file: 'tests/e2e/c.spec.ts', title: 'three', ok: false, tests: [{ results: [{ error: { message: 'Timed out' } }] }] };
  const unit = { name: 'unit', seconds: 1, ...vitestCount(report([file, unread], { numFailedTests: 1 }), 1) };
  const e2e = { name: 'e2e', seconds: 1, ...playwrightCount({ stats: { expected: 0, unexpected: 1, flaky: 0, skipped: 0 }, suites: [{ suites: [{ specs: [spec, { ...spec, ok: true }] }] }] }, 1) };
  expect(summary([unit, e2e]).text.split('\n').slice(0, 3)).toEqual(['✗ app/a.test.ts › one is one : expected 1 to be 2', '✗ app/b.test.ts : cannot find ~/b', '✗ tests/e2e/c.spec.ts › three : Timed out']);
});

test('nothing that ran is a failure', () => {
  expect(summary([]).failed).toBe(true);
  expect(summary([{ name: 'types', seconds: 1, passed: 1, failed: 0 }]).failed).toBe(false);
});
