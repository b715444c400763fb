/**
 * What a command started, and the way to stop it: last first, each waited for. Ctrl-C, SIGTERM and a closed terminal do
 * so too; a second Ctrl-C, two seconds later or more, leaves at once.
 * @returns {{ started: { stop(): Promise<void> }[], isStopping(): boolean, stopAll(code: number, message?: string): Promise<void> }}
 */
export function stopInOrder() {
  const started = [];
  let since = null;

  async function stopAll(code, message) {
    if (message && since === null) console.error(`\n${message}`);
    if (since !== null) {
      // npm repeats the terminal's Ctrl-C to us: only one that comes later means « now ».
      if (code === 0 && Date.now() - since > 2_000) process.exit(130);
      return;
    }
    since = Date.now();
    if (code === 0) console.log('\nArrêt en cours…');
    for (const one of started.reverse()) await one.stop().catch((error) => console.error(error.message));
    process.exit(code);
  }

  process.stdout.on('error', () => {}); // the terminal was closed: what runs must still stop in order
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopAll(0));
  return { started, isStopping: () => since !== null, stopAll };
}
