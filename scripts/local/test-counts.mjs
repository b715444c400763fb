/** A tool that is right or wrong as a whole (types, lint) is one test. */
export const wholeCount = ({ code }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Counts from vitest's JSON report. A file that could not be read, or a crash outside the tests, is a failure too. */
export function vitestCount(report, code) {
  if (!report) return crashed(code);
  const broken = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed')).length;
  return orCrashed({ passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests, which: failedInVitest(report) }, code);
}

const failedInVitest = (report) =>
  report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((one) => one.status === 'failed');
    if (file.status === 'failed' && failed.length === 0) return [`${file.name} : ${firstLine(file.message)}`];
    return failed.map((one) => `${file.name} › ${one.fullName} : ${firstLine(one.failureMessages?.[0])}`);
  });

/** Counts from playwright's JSON report. */
export function playwrightCount(report, code) {
  if (!report) return crashed(code);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return orCrashed({ passed: expected + flaky, failed: unexpected, skipped, which: (report.suites ?? []).flatMap(failedInPlaywright) }, code);
}

const failedInPlaywright = (suite) => [
  ...(suite.specs ?? []).filter((spec) => !spec.ok).map((spec) => `${spec.file} › ${spec.title} : ${firstLine(spec.tests?.flatMap((one) => one.results.map((result) => result.error?.message)).find(Boolean))}`),
  ...(suite.suites ?? []).flatMap(failedInPlaywright),
];

const colours = /\u001B\[[\d;]*m/g;
const firstLine = (message = '') => message.replace(colours, '').split('\n').find((line) => line.trim() !== '')?.slice(0, 300) ?? '';

const crashed = (code) => ({ passed: 0, failed: 1, note: `le lanceur s’est arrêté (${code})` });

const orCrashed = (count, code) => (code !== 0 && count.failed === 0 ? { ...count, failed: 1, note: `le lanceur a signalé une erreur (${code})` } : count);

/**
 * The closing lines: each test that failed, whose own words are far above by then, and the counts. The last one says `N passed, N failed`, alone.
 * @returns {{ text: string, failed: boolean }} `failed` also when nothing ran at all
 */
export function summary(results) {
  const total = (key) => results.reduce((sum, result) => sum + (result[key] ?? 0), 0);
  const failures = results.flatMap(({ which = [] }) => which.map((one) => `✗ ${one}`));
  const lines = results.map(({ name, passed, failed, skipped, seconds, note }) =>
    [name.padEnd(12), `${passed} passed, ${failed} failed`.padEnd(24), skipped ? `${skipped} skipped` : '', `${seconds.toFixed(1)} s`, note ? `— ${note}` : ''].filter(Boolean).join('  '),
  );
  const [passed, failed] = [total('passed'), total('failed')];
  return { text: [...failures, ...lines, `${passed} passed, ${failed} failed`].join('\n'), failed: failed > 0 || passed + failed === 0 };
}
