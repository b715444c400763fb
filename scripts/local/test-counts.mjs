/** A tool that is right or wrong as a whole (types, lint) is one test. */
export const wholeCount = ({ code }) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Counts from vitest's JSON report. A file that could not be read, or a crash outside the tests, is a failure too. */
export function vitestCount(report, code) {
  if (!report) return crashed(code);
  const broken = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed')).length;
  return orCrashed({ passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests }, code);
}

/** Counts from playwright's JSON report. */
export function playwrightCount(report, code) {
  if (!report) return crashed(code);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return orCrashed({ passed: expected + flaky, failed: unexpected, skipped }, code);
}

const crashed = (code) => ({ passed: 0, failed: 1, note: `le lanceur s’est arrêté (${code})` });

const orCrashed = (count, code) => (code !== 0 && count.failed === 0 ? { ...count, failed: 1, note: `le lanceur a signalé une erreur (${code})` } : count);

/**
 * The closing lines. The last one says `N passed, N failed`, alone.
 * @returns {{ text: string, failed: boolean }} `failed` also when nothing ran at all
 */
export function summary(results) {
  const total = (key) => results.reduce((sum, result) => sum + (result[key] ?? 0), 0);
  const lines = results.map(({ name, passed, failed, skipped, seconds, note }) =>
    [name.padEnd(12), `${passed} passed, ${failed} failed`.padEnd(24), skipped ? `${skipped} skipped` : '', `${seconds.toFixed(1)} s`, note ? `— ${note}` : ''].filter(Boolean).join('  '),
  );
  const [passed, failed] = [total('passed'), total('failed')];
  return { text: [...lines, `${passed} passed, ${failed} failed`].join('\n'), failed: failed > 0 || passed + failed === 0 };
}
