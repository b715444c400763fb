import { isUuid } from '~/domain/text/uuid';

export type WhereFrom = { /** The page without what it shows of whom: "/partenaires/…/echanges". */ page: string; /** The very address, when it names a record. */ record: string | null };

const place = 'http://here.invalid';
/** An id, a one-time link, or anything else that is no word of an address: it has a digit, a capital, or is very long. */
const isWord = (part: string) => /^[a-z]+(-[a-z]+)*$/.test(part) && part.length <= 40;

/**
 * What an address may tell of the page: never its search, which can hold a name or a telephone; never an id, unless the author
 * joins the record. Null for what is no page of this site.
 */
export function whereFrom(address: string | null | undefined): WhereFrom | null {
  if (!address || address.length > 500 || !address.startsWith('/')) return null;
  if (!URL.canParse(address, place)) return null;
  const { origin, pathname } = new URL(address, place);
  if (origin !== place || pathname.startsWith('//')) return null;
  const parts = pathname.split('/').filter(Boolean);
  const page = `/${parts.map((part) => (isWord(part) ? part : '…')).join('/')}`;
  const hasRecord = parts.some((part) => isUuid(part));
  return { page, record: hasRecord && parts.every((part) => isWord(part) || /^[0-9a-f-]{36}$/.test(part)) ? pathname : null };
}
