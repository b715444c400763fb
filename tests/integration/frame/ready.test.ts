import type { LoaderFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { loader } from '~/routes/api/ready';
import { env } from '~/server/env.server';
import { useDatabase } from '../../support/database';

useDatabase();
const asked = async (headers: Record<string, string> = {}) =>
  (await loader({ request: new Request('http://127.0.0.1/ready', { headers }), params: {}, context: {} } as unknown as LoaderFunctionArgs)).json() as Promise<Record<string, unknown>>;

test('/ready says to anybody one word a part, and neither the version of the schema nor what failed', async () => {
  expect(await asked()).toEqual({ ready: true, database: 'ok', outbox: 'ok', search: 'ok' });
  expect(await asked({ Authorization: 'Bearer un-autre-jeton-de-la-meme-longueur' })).toEqual({ ready: true, database: 'ok', outbox: 'ok', search: 'ok' });
});

test('who holds the token reads the rest', async () => {
  expect(await asked({ Authorization: `Bearer ${env().METRICS_TOKEN}` })).toMatchObject({ ready: true, migration: expect.stringMatching(/^20\d{12}_/), outboxSeconds: expect.any(Number), parked: 0, search: { engine: 'postgres' } });
});
