import { createCookie, redirect } from '@remix-run/node';
import { keyFor } from '~/domain/account/tokens';
import { env } from './env.server';

/** A sentence for the next page: what was just done, how to undo it (`action`, a form), what comes `next` (a link). Kept in a cookie, read once. */
export type FlashMessage = { kind: 'ok' | 'info' | 'warning' | 'error'; text: string; action?: { label: string; to: string }; next?: { label: string; to: string } };

// Signed: what the site says, and where its links lead, is never what somebody else put in the browser.
const cookie = () =>
  createCookie('maillage-message', { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60, secure: env().APP_MODE === 'production', secrets: [keyFor(env().APP_SECRET, 'flash-message').toString('hex')] });

/** Goes to `to` and shows the message there. */
export async function redirectWith(to: string, message: FlashMessage, headers: HeadersInit = {}) {
  const all = new Headers(headers);
  all.append('Set-Cookie', await cookie().serialize(message));
  return redirect(to, { headers: all });
}

/** The message left for this page, and the header that takes it away. */
export async function takeFlash(request: Request): Promise<{ message: FlashMessage | null; headers: Headers }> {
  const headers = new Headers();
  const message = (await cookie().parse(request.headers.get('Cookie'))) as FlashMessage | null;
  if (message) headers.append('Set-Cookie', await cookie().serialize('', { maxAge: 0 }));
  return { message: message || null, headers };
}
