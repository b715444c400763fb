import { describe, expect, test } from 'vitest';
import { MeilisearchError, type Meilisearch } from '~/adapters/search/meilisearch';
import { parcelsOf, sendDocuments } from './send-documents.server';

const things = (count: number, text = '') => Array.from({ length: count }, (_, i) => ({ agency: 'a', id: `${i}`, text }));

describe('a parcel', () => {
  test('holds so many bytes at most, in their order; what is larger goes alone', () => {
    const [small, large] = [{ id: 'é' }, { id: 'x'.repeat(50) }]; // 11 and 59 bytes
    expect(parcelsOf([small, small, small, large, small], 26)).toEqual([[small, small], [small], [large], [small]]);
    expect(parcelsOf([], 30)).toEqual([]);
  });
});

describe('documents sent', () => {
  /** A server that takes `most` documents in a request, and refuses those that it does not like: at once, or in its task. */
  function server({ dislikes = [], most = Infinity, code = 'invalid_document_fields', status = 200 }: { dislikes?: string[]; most?: number; code?: string; status?: number }) {
    const [written, tasks]: [string[], string[][]] = [[], []];
    return {
      written,
      requests: tasks,
      async addDocuments(_index: string, documents: readonly object[]) {
        const ids = (documents as { id: string }[]).map(({ id }) => id);
        if (ids.length > most) throw new MeilisearchError('413', 413, 'too large');
        return tasks.push(ids) - 1;
      },
      async wait(task: number) {
        if (tasks[task]!.some((id) => dislikes.includes(id))) throw new MeilisearchError(code, status, 'no');
        written.push(...tasks[task]!);
      },
    };
  }
  const send = async (to: ReturnType<typeof server>, count: number) => (await sendDocuments(to as unknown as Meilisearch, 'partners', things(count))).written();

  test('are all written when a proxy takes less than we send', async () => {
    const to = server({ most: 3 });
    expect(await send(to, 20)).toEqual([]);
    expect(to.written.sort()).toEqual(things(20).map(({ id }) => id).sort());
  });

  test('are written but for those refused, which are told one by one', async () => {
    const to = server({ dislikes: ['3', '17'] });
    expect((await send(to, 20)).map(({ id, why }) => [id, why])).toEqual([['3', 'invalid_document_fields'], ['17', 'invalid_document_fields']]);
    expect(to.written.length).toBe(18);
  });

  test.each([['invalid_api_key', 403], ['index_not_found', 404], ['no_space_left_on_device', 200], ['internal', 500]])('are not cut in two when it is not their fault: %s', async (code, status) => {
    const to = server({ dislikes: ['3'], code, status });
    await expect(send(to, 20)).rejects.toThrow('no');
    expect(to.requests.length).toBe(1);
  });

  test('are given up when too many are refused: they are not what is wrong', async () => {
    const to = server({ dislikes: things(1_000).map(({ id }) => id) });
    await expect(send(to, 1_000)).rejects.toThrow('no');
    expect(to.requests.length).toBeLessThan(300);
  });
});
