import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { jumpToContact, type FoundContact } from '~/domain/contact/jump-to-contact.server';
import { listOffers, type OfferList } from '~/domain/offer/list/list-offers.server';
import { offersWithFewerWords } from '~/domain/offer/list/offers-with-fewer-words.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { listPartners, type PartnerList } from '~/domain/partner/list/list-partners.server';
import { partnersWithFewerWords } from '~/domain/partner/list/partners-with-fewer-words.server';
import { isEmptySearch, readSearch } from '~/domain/partner/list/read-search';

/** The first of each kind, and how many there are in all. Null: the person may not read that kind. */
export type Everything = {
  partners: Pick<PartnerList, 'rows' | 'total' | 'corrected'>;
  offers: Pick<OfferList, 'rows' | 'total' | 'corrected' | 'filters' | 'place'> | null;
  contacts: { rows: FoundContact[]; hasMore: boolean } | null;
  /** When nothing of any kind answers all the words: what fewer of them find. */
  fewer: { partners: Awaited<ReturnType<typeof partnersWithFewerWords>>; offers: Awaited<ReturnType<typeof offersWithFewerWords>> } | null;
  notices: string[];
};

const shown = { partners: 8, offers: 8, contacts: 12 };

/**
 * Everything that answers what was typed, as the list of each kind would say it: the same engine, words, slips and counts. A way in it (« 30 min en bus »)
 * is for offers; the words that are left are for the others. Null when nothing can be looked for in it. A fixed number of queries, whatever is found: those of
 * the two lists and one of contacts; when all of them are empty, those of fewer words.
 */
export async function searchEverything(ctx: Ctx, typed: string): Promise<Everything | null> {
  const { filters, notices } = readOfferFilters(new URLSearchParams({ q: typed }));
  const search = readSearch(filters.q);
  if (isEmptySearch(search)) return null;
  const partners = await listPartners(ctx, { q: filters.q });
  // A number is a SIRET or a telephone: offers have neither.
  const offers = actorMay(ctx.actor, 'offer.read') && search.words.length > 0 ? await listOffers(ctx, filters) : null;
  const contacts = actorMay(ctx.actor, 'contact.read') ? await jumpToContact(ctx, search, shown.contacts + 1) : null;
  const isEmpty = partners.total === 0 && !offers?.total && !contacts?.length;
  const fewer = isEmpty ? { partners: await partnersWithFewerWords(ctx, partners), offers: offers && (await offersWithFewerWords(ctx, offers)) } : null;
  return {
    partners: { ...partners, rows: partners.rows.slice(0, shown.partners) },
    offers: offers && { ...offers, rows: offers.rows.slice(0, shown.offers) },
    contacts: contacts && { rows: contacts.slice(0, shown.contacts), hasMore: contacts.length > shown.contacts },
    fewer: fewer && { partners: firstOf(fewer.partners, shown.partners), offers: firstOf(fewer.offers, shown.offers) },
    notices: [...new Set([...notices, ...partners.notices, ...(offers?.notices ?? [])])],
  };
}

/** The same with the first rows only. */
function firstOf<Fewer extends { list: { rows: unknown[] } }>(found: Fewer | null, most: number): Fewer | null {
  return found && { ...found, list: { ...found.list, rows: found.list.rows.slice(0, most) } };
}
