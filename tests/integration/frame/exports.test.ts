import type { LoaderFunctionArgs } from '@remix-run/node';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '~/access/actor';
import { tryLimits } from '~/domain/account/login-throttle';
import { loader } from '~/routes/staff/partners/export';
import { asSystem } from '~/server/db.server';
import { sheet } from '~/server/sheet.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { partners } from '../partner-list/some-partners';

useDatabase();
let ml: Awaited<ReturnType<typeof missionLocale>>;
beforeAll(async () => {
  ml = await missionLocale();
  await partners(ml, [{ name: 'Scierie des Gaves' }]);
});

const asked = (actor: Actor, signal?: AbortSignal) => ({ request: new Request('http://127.0.0.1/partenaires/export?format=csv', { signal, headers: { Accept: 'text/html,*/*;q=0.8' } }), params: {}, context: { requestId: crypto.randomUUID(), nonce: '', address: '127.0.0.1', visitor: Promise.resolve({ actor, missing: null }) } }) as unknown as LoaderFunctionArgs;
/** Transactions that read for this person, as PostgreSQL sees them. */
const places = (actor: Actor) =>
  asSystem('a test counts the exports under way', (db) => db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
    AND (classid::bigint << 32 | objid::bigint) IN (SELECT hashtextextended('export ' || i || ' ' || ${actor.userId}, 0) FROM generate_series(1, 2) i)`).then(([row]) => row!.n);

/** An export that gives its first row and waits, until it is let go. */
function slow() {
  let started = () => {};
  let letGo = () => {};
  const isUnderWay = new Promise<void>((resolve) => (started = resolve));
  const wait = new Promise<void>((resolve) => (letGo = resolve));
  let rowsRead = 0;
  const load = sheet('partner.export', ({ db }) => ({
    format: 'csv',
    name: 'essai',
    rows: (async function* () {
      for (rowsRead = 1; rowsRead <= 3; rowsRead += 1) {
        await db.$queryRaw`SELECT 1`;
        yield [`ligne ${rowsRead}`];
        started();
        await wait;
      }
    })(),
  }));
  return { load, isUnderWay, letGo, rowsRead: () => rowsRead };
}

describe('exports asked for by one person', () => {
  afterEach(() => void vi.useRealTimers());

  test('at half past midnight in Paris, the file bears the day that has begun there', async () => {
    const officer = await (await missionLocale()).person('officer');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2086-11-25T23:30:00Z') });
    const answer = await loader(asked(officer));
    expect(answer.headers.get('Content-Disposition')).toContain('partenaires-2086-11-26.csv');
    await answer.text();
  });

  test('so many in ten minutes, then a page that says how long to wait; a colleague is not hindered', async () => {
    const officer = await ml.person('officer');
    for (let i = 0; i < tryLimits.export.account; i += 1) expect(await (await loader(asked(officer))).text()).toContain('Scierie des Gaves');
    const refused = await loader(asked(officer));
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '600']);
    const page = await refused.text();
    expect(page).toContain('Demandez celui-ci de nouveau dans 10 minutes.');
    expect(page).not.toContain('Scierie');
    expect(page).toContain('Erreur 429');
    expect(refused.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect((await loader(asked(await ml.person('manager')))).status).toBe(200);
  });

  test('who may not export reads why on a page, not in JSON', async () => {
    const refused = await loader(asked(await ml.person('counsellor')));
    expect([refused.status, refused.headers.get('Content-Type')]).toEqual([403, 'text/html; charset=utf-8']);
    expect(await refused.text()).toContain('Votre compte ne permet pas d’ouvrir cette page.');
  });

  test('two under way, and the third waits; places are given back when the file is made', async () => {
    const manager = await ml.person('admin');
    const [one, other] = [slow(), slow()];
    const answers = [one, other].map(({ load }) => load(asked(manager)));
    await Promise.all([one.isUnderWay, other.isUnderWay]);
    const third = await loader(asked(manager));
    expect([third.status, third.headers.get('Retry-After')]).toEqual([429, '30']);
    for (const { letGo } of [one, other]) letGo();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
    expect(await places(manager)).toBe(0);
    expect((await loader(asked(manager))).status).toBe(200);
  });

  test('who hangs up in the middle ends the reading, and its transaction', async () => {
    const officer = await ml.person('admin');
    const [hand, reading] = [new AbortController(), slow()];
    const answer = reading.load(asked(officer, hand.signal));
    await reading.isUnderWay;
    expect(await places(officer)).toBe(1);
    hand.abort();
    reading.letGo();
    await expect(answer).rejects.toThrow('aborted');
    expect(reading.rowsRead()).toBe(2);
    expect(await places(officer)).toBe(0);
  });
});
