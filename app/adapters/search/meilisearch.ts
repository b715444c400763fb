import { keptConnections } from '~/adapters/http/kept-connections';

/** Where a Meilisearch is; `prefix` begins the names of its indexes, so that several installations share one server. */
export type MeilisearchSettings = { url: string; key: string; prefix: string };

/** What Meilisearch refused, with its code (`index_not_found`…). */
export class MeilisearchError extends Error {
  constructor(readonly code: string, readonly status: number, message: string) {
    super(message);
  }

  /** It is these documents that it refuses, and would again; not the moment, the index or the key. */
  get isOfDocuments(): boolean {
    return this.status === 413 || /^(invalid|missing)_document_|^(malformed_payload|payload_too_large|document_fields_limit_reached|max_fields_limit_exceeded)$/.test(this.code);
  }
}

class NoAnswerInTime extends Error {}
/** Asked so often in a row without an answer in time, a task is given up: a server that writes much answers late. */
const PATIENT_TIMES = 6;

type Task = { uid: number; status: 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled'; error: { code: string; message: string } | null };
type Request = { method?: string; body?: unknown; ms?: number };

/** The few requests of Meilisearch's API that we make, each with its time-out. Its own client's waiting gives up after five seconds, and takes a failed task for a done one. */
export function meilisearch({ url, key, prefix }: MeilisearchSettings) {
  const request = keptConnections(url.replace(/\/+$/, ''));

  async function ask<T>(path: string, { method = 'GET', body }: Request, signal: AbortSignal): Promise<T> {
    const { status, text } = await request(path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
    const answer = readJson(text) as T & { code?: string; message?: string };
    if (status < 200 || status > 299) throw new MeilisearchError(answer.code ?? String(status), status, answer.message ?? `Meilisearch : ${status}`);
    return answer;
  }

  /**
   * The time-out is a timer of our own, which answers by itself: once, under load, a request left to `AbortSignal.timeout` neither came back
   * nor ended, and a page waited for it for ever.
   */
  async function send<T>(path: string, request: Request = {}): Promise<T> {
    const end = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new NoAnswerInTime('Meilisearch did not answer in time'));
        end.abort();
      }, request.ms ?? 10_000);
    });
    try {
      return await Promise.race([ask<T>(path, request, end.signal), late]);
    } finally {
      clearTimeout(timer);
    }
  }
  const enqueue = async (path: string, request: Request) => (await send<{ taskUid: number }>(path, { ms: 60_000, ...request })).taskUid;

  return {
    search: (index: string, question: object, ms: number) => send<{ hits: Record<string, unknown>[] }>(`/indexes/${prefix}_${index}/search`, { method: 'POST', body: question, ms }),
    async hasIndex(index: string, ms?: number): Promise<boolean> {
      try {
        await send(`/indexes/${prefix}_${index}`, { ms });
        return true;
      } catch (error) {
        if (error instanceof MeilisearchError && error.code === 'index_not_found') return false;
        throw error;
      }
    },
    countDocuments: async (index: string) => (await send<{ numberOfDocuments: number }>(`/indexes/${prefix}_${index}/stats`)).numberOfDocuments,
    createIndex: (index: string) => enqueue('/indexes', { method: 'POST', body: { uid: `${prefix}_${index}`, primaryKey: 'id' } }),
    dropIndex: (index: string) => enqueue(`/indexes/${prefix}_${index}`, { method: 'DELETE' }),
    setSettings: (index: string, settings: object) => enqueue(`/indexes/${prefix}_${index}/settings`, { method: 'PATCH', body: settings }),
    addDocuments: (index: string, documents: readonly object[]) => enqueue(`/indexes/${prefix}_${index}/documents`, { method: 'POST', body: documents }),
    deleteDocuments: (index: string, ids: readonly string[]) => enqueue(`/indexes/${prefix}_${index}/documents/delete-batch`, { method: 'POST', body: ids }),
    /** Puts each `<index>_next` in the place of the index, all in one task: people find the old ones or the new ones. An index that is not there yet gets the name. */
    swapNext: (indexes: readonly { index: string; isFirst: boolean }[]) =>
      enqueue('/swap-indexes', { method: 'POST', body: indexes.map(({ index, isFirst }) => ({ indexes: [`${prefix}_${index}_next`, `${prefix}_${index}`], rename: isFirst })) }),

    /**
     * Waits until this task has succeeded, at most until that moment (of `performance.now()`; however long when not given).
     * @throws what made it fail, or that it is late
     */
    async wait(uid: number, { ignore, until = Infinity }: { ignore?: string; until?: number } = {}): Promise<void> {
      for (let pause = 5, late = 0; ; pause = Math.min(250, pause * 2)) {
        const task = await send<Task>(`/tasks/${uid}`).catch((error: unknown) => {
          if (!(error instanceof NoAnswerInTime) || (late += 1) >= PATIENT_TIMES) throw error;
          return null;
        });
        if (performance.now() > until) throw new NoAnswerInTime('Meilisearch n’a pas écrit à temps ce qui lui est envoyé : il est très occupé, ou son disque est plein');
        if (!task) continue;
        late = 0;
        const { status, error } = task;
        if (status === 'succeeded' || (error && error.code === ignore)) return;
        if (status === 'failed' || status === 'canceled') throw new MeilisearchError(error?.code ?? status, 200, error?.message ?? `La tâche ${uid} de Meilisearch a été annulée.`);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
  };
}

/** What is no JSON says nothing. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

export type Meilisearch = ReturnType<typeof meilisearch>;
