import { expect, test } from 'vitest';
import { redirectWith, takeFlash } from '~/server/flash.server';
import { useDatabase } from '../../support/database';

useDatabase();

const told = async (cookie: string) => (await takeFlash(new Request('http://maillage.example/', { headers: { Cookie: cookie } }))).message;

test('the site says only what it wrote itself: a message put in the browser by somebody else is not shown', async () => {
  const message = { kind: 'ok', text: 'C’est fait.', next: { label: 'Voir', to: '/partenaires' } } as const;
  const cookie = (await redirectWith('/', message)).headers.get('Set-Cookie')!.split(';')[0]!;
  expect(await told(cookie)).toEqual(message);
  const forged = Buffer.from(JSON.stringify({ kind: 'ok', text: 'Votre session expire', next: { label: 'Se reconnecter', to: 'https://ailleurs.example' } })).toString('base64');
  const [, signature = ''] = decodeURIComponent(cookie).split('=').slice(1).join('=').split('.');
  for (const value of [forged, `${forged}.${signature}`, '%%%', Buffer.from('{"text":{"a":1}}').toString('base64')]) expect([value, await told(`maillage-message=${encodeURIComponent(value)}`)]).toEqual([value, null]);
});
