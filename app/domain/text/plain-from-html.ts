import { cleanLines } from './clean';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ', rsquo: '’', lsquo: '‘', laquo: '«', raquo: '»', eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', acirc: 'â', ccedil: 'ç', ocirc: 'ô', ucirc: 'û', ugrave: 'ù', icirc: 'î', iuml: 'ï', euro: '€', hellip: '…', ndash: '–', mdash: '—', bull: '-' };

/**
 * The text of a description that may be HTML, as programs export it: lists become dashes, paragraphs lines; scripts, styles and every
 * other mark leave. What has no marks stays as it is: « moins de < 26 ans » is text.
 */
export function plainFromHtml(text: string): string {
  if (!/<\/?[a-z!][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text)) return cleanLines(text);
  const bare = text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|iframe|object|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<li\b[^>]*>/gi, '\n- ')
    .replace(/<(?:br|\/p|\/div|\/h[1-6]|\/tr|\/ul|\/ol)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal?: string, hexa?: string, name?: string) => {
      if (name) return entities[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : parseInt(hexa!, 16);
      return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
    });
  return cleanLines(bare).replace(/\n{3,}/g, '\n\n');
}
