import { quoted } from '~/domain/text/clean';
import { isEmail } from './email';

/**
 * Reads a web address as people write it (`www.exemple.fr`, `Exemple.fr/contact`) and gives a full one (`https://…`).
 * Only http and https are accepted: an address is shown as a link, and `javascript:` would run.
 */
export function parseWebsite(text: string): { ok: true; url: string } | { ok: false; reason: string } {
  const typed = text.trim().split(/\s*(?:[;,|]|\s)\s*/u)[0] ?? '';
  const refused = { ok: false, reason: `${quoted(text)} n’est pas une adresse de site.` } as const;
  if (!typed || typed.length > 2000 || isEmail(typed)) return refused;
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d)/i.exec(typed)?.[1]?.toLowerCase();
  if (scheme && scheme !== 'http' && scheme !== 'https') return refused;
  const withScheme = scheme ? typed.replace(/^https?:\/*/i, `${scheme}://`) : `https://${typed.replace(/^\/+/, '')}`;
  if (!URL.canParse(withScheme)) return refused;
  const url = new URL(withScheme);
  if (url.username || !/^[^.]+(?:\.[^.]+)*\.[a-z\d-]{2,}$/i.test(url.hostname) || /^[\d.]+$/.test(url.hostname)) return refused;
  const plain = url.pathname === '/' && !url.search && !url.hash ? url.origin : url.href;
  return { ok: true, url: plain };
}
