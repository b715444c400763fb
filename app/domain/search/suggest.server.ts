import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { jumpToContact, type FoundContact } from '~/domain/contact/jump-to-contact.server';
import { jumpToOffer, type JumpToOffer } from '~/domain/offer/list/jump-to-offer.server';
import { jumpToPartner, type Jump } from '~/domain/partner/list/jump-to-partner.server';
import { readSearch } from '~/domain/partner/list/read-search';

export type Suggestions = { partners: Jump[]; offers: JumpToOffer[]; contacts: FoundContact[] };

/** As many of each as one reads at a glance; partners are what is looked for most. */
const most = { offers: 4, contacts: 4 };

/** What may be meant by what was typed so far, of every kind that the person may read. Four queries at most: two of partners, one of offers, one of contacts. */
export async function suggest(ctx: Ctx, typed: string): Promise<Suggestions> {
  const may = (permission: 'offer.read' | 'contact.read') => actorMay(ctx.actor, permission);
  return {
    partners: await jumpToPartner(ctx, typed),
    offers: may('offer.read') ? await jumpToOffer(ctx, typed, most.offers) : [],
    contacts: may('contact.read') && typed.trim().length > 1 ? await jumpToContact(ctx, readSearch(typed), most.contacts) : [],
  };
}
