import { cleanText } from '~/domain/text/clean';

const longest = 150;

/**
 * The name under which a file is kept and given back: what the person sees, without path, control or writing-direction signs
 * (`contrat\u202Efdp.exe` reads as a PDF), and with an extension that says what the content is.
 */
export function fileNameOf(sent: string, extensions: readonly [string, ...string[]]): string {
  const base = cleanText((sent.split(/[/\\]/).pop() ?? '').replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F"<>|:*?]/g, '')).replace(/^\.+/, '');
  const name = [...(base || 'fichier')].slice(0, longest).join('');
  return extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`)) ? name : `${name}.${extensions[0]}`;
}

/** RFC 6266: the name for every browser, in ASCII and then as it is. */
export function attachment(name: string): string {
  const ascii = name.normalize('NFD').replace(/[^\x20-\x7e]/g, '').replace(/["\\%]/g, '') || 'fichier';
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
