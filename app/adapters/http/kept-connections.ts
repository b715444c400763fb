import http from 'node:http';
import https from 'node:https';

export type Sent = { method: string; headers: Record<string, string>; body?: string; signal: AbortSignal };
export type Received = { status: number; text: string };

/** An idle connection is closed by us before the other side does (five seconds is usual): it would close it on a question on its way. */
const IDLE_MS = 4_000;

/**
 * Asks one server over connections that are kept: for many short questions, each of which costs a person milliseconds (`fetch` takes
 * some of its own). No time-out: the signal is the caller's.
 */
export function keptConnections(base: string): (path: string, sent: Sent) => Promise<Received> {
  const { request, Agent } = base.startsWith('https:') ? https : http;
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });

  const once = (path: string, { body, ...options }: Sent) =>
    new Promise<Received>((resolve, reject) => {
      const asking = request(`${base}${path}`, { ...options, agent, headers: { ...options.headers, ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }) } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
        answer.on('error', reject);
      });
      asking.on('error', (error: NodeJS.ErrnoException) => reject(asking.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE') ? new ClosedMeanwhile() : error));
      asking.end(body);
    });

  return async (path, sent) => {
    try {
      return await once(path, sent);
    } catch (error) {
      if (!(error instanceof ClosedMeanwhile)) throw error;
      return once(path, sent);
    }
  };
}

/** The kept connection was closed as the question left: it is asked again, on a new one. */
class ClosedMeanwhile extends Error {}
