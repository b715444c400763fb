import { setTimeout as wait } from 'node:timers/promises';

/** The other side cannot be used now: a sentence for the administrator, without any secret. `isLasting`: trying again will not help. */
export class SourceProblem extends Error {
  override name = 'SourceProblem';
  constructor(message: string, readonly isLasting = false) {
    super(message);
  }
}

export type Politeness = { /** In sentences: « France Travail ». */ name: string; timeoutMs?: number; tries?: number; /** How long a pause may be, at most. */ longestPauseMs?: number };

/**
 * Asks another program over HTTP: gives up after a while, tries again when it is busy (429, as long as its Retry-After says) or down
 * (5xx, no answer), each time a little later. Answers what it says otherwise, refusals too. Throws `SourceProblem`.
 */
export async function askPolitely(url: string | URL, init: RequestInit, { name, timeoutMs = 15_000, tries = 4, longestPauseMs = 30_000 }: Politeness): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs), redirect: 'error' }).catch((error: unknown) => error as Error);
    const isBusy = answer instanceof Response && answer.status === 429;
    const isDown = !(answer instanceof Response) || answer.status >= 500;
    if (!isBusy && !isDown) return answer;
    if (answer instanceof Response) await answer.body?.cancel();
    if (attempt >= tries) throw new SourceProblem(isBusy ? `${name} demande d’attendre : trop de demandes à la fois. On réessaiera plus tard.` : answer instanceof Response ? `${name} est en panne (réponse ${answer.status}). On réessaiera plus tard.` : `${name} ne répond pas. On réessaiera plus tard.`);
    const asked = answer instanceof Response ? pauseOf(answer.headers.get('retry-after')) : null;
    await wait(Math.min(longestPauseMs, asked ?? 250 * 2 ** attempt));
  }
}

/** `Retry-After`, in seconds or as a date; milliseconds, or null when it says neither. */
function pauseOf(text: string | null): number | null {
  if (text === null) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}

/** The JSON of an answer. Throws `SourceProblem` for a refusal, or for what is no JSON. */
export async function jsonOf(answer: Response, name: string): Promise<unknown> {
  if (answer.status === 401 || answer.status === 403) throw new SourceProblem(`${name} refuse la clé d’accès : vérifiez-la.`, true);
  if (!answer.ok) throw new SourceProblem(`${name} a refusé la demande (réponse ${answer.status}).`, true);
  const text = await answer.text();
  if (!text.trim()) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SourceProblem(`${name} a répondu autre chose que ce qu’on attend.`);
  }
}

/** Lets so many calls a second through, in the order of arrival. */
export function perSecond(count: number): () => Promise<void> {
  const gap = 1000 / count;
  let next = 0;
  return async () => {
    const now = Date.now();
    const at = Math.max(now, next);
    next = at + gap;
    if (at > now) await wait(at - now);
  };
}
