import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request or job did, counted while it runs and written as one line at its end. No personal data. */
export type Trace = {
  requestId: string;
  queries: number;
  /** The statements themselves, only for who asks for them (the bench replays them bare). */
  statements?: { text: string; values: unknown[] }[];
  actorId?: string;
  missionLocaleId?: string | null;
  permission?: string;
  errorId?: string;
};

// On globalThis: the server's own bundle and Remix's build are two module graphs that share one trace.
const shared = globalThis as { maillageTrace?: AsyncLocalStorage<Trace> };
const traces = (shared.maillageTrace ??= new AsyncLocalStorage<Trace>());

export const withTrace = <T>(trace: Trace, work: () => T): T => traces.run(trace, work);
export const currentTrace = (): Trace | undefined => traces.getStore();

/** One JSON line on standard output. */
export function log(line: { what: string } & Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
}

/** An unexpected error: logged whole under an id that the page shows, so that both can be brought together. */
export function logError(error: unknown, where: string): string {
  const trace = currentTrace();
  const errorId = trace?.requestId.slice(0, 8) ?? crypto.randomUUID().slice(0, 8);
  if (trace) trace.errorId = errorId;
  const { name, message, stack } = error instanceof Error ? error : { name: 'Unknown', message: String(error), stack: undefined };
  log({ what: 'error', where, errorId, requestId: trace?.requestId, name, message: withoutValues(message), stack: stack?.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('at ')).slice(0, 8) });
  return errorId;
}

/**
 * Messages quote the offending values ("Key (email)=(…)", "invalid input syntax for type date: "…"", the arguments of a query, the beginning of a
 * JSON that is none): the shape is kept, the values are not. Of several lines the last says what is wrong; the others show what was asked.
 */
export const withoutValues = (message: string) =>
  (message.trim().split('\n').at(-1) ?? '')
    .replace(/=\([^)]*\)/g, '=(…)')
    .replace(/(: |, |^)"[^"]*"(?:\.{3})?/g, '$1"…"')
    .replace(/[^\s@]+@[^\s@]+/g, '…@…')
    .slice(0, 2000);
