import { createCookie } from '@remix-run/node';
import { expect, test } from 'vitest';
import { hashToken, newToken } from '~/domain/account/tokens';
import { loader } from '~/routes/staff/partners/list';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

async function visitor() {
  const { userId, membershipId } = await (await missionLocale()).person('officer');
  const token = newToken();
  await asSystem('a test signs somebody in', (db) => db.session.create({ data: { tokenHash: hashToken(token), userId, membershipId, expiresAt: new Date(Date.now() + 3_600_000) } }));
  const cookie = (await createCookie('maillage').serialize(token)).split(';')[0]!;
  /** Where an address of the list leads; null when it answers the list itself. */
  return async (search: string): Promise<string | null> => {
    const request = new Request(`https://maillage.example/partenaires${search}`, { headers: { cookie } });
    const answer: unknown = await loader({ request, params: {}, context: { requestId: crypto.randomUUID(), nonce: '', address: '127.0.0.1', metrics: undefined as never } }).catch((thrown: unknown) => thrown);
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer.headers.get('Location') : null;
  };
}

test('sans script, les champs vides quittent l’adresse, en une fois', async () => {
  const open = await visitor();
  expect(await open('?q=&commune=&communeText=&rayon=20')).toBe('/partenaires');
  const clean = await open('?typologie=cfa&typologie=mairie&tri=-nom&q=&commune=65440&communeText=&rayon=20');
  expect(clean).toBe('/partenaires?typologie=cfa&typologie=mairie&tri=-nom&commune=65440&rayon=20');
  expect(await open(new URL(clean!, 'https://maillage.example').search)).toBeNull();
  expect([await open(''), await open('?q=garage&rayon=20&communeText=Tarbes'), await open('?commune=Tarbes')]).toEqual([null, null, null]);
});
