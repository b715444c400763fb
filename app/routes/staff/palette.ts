import { suggest } from '~/domain/search/suggest.server';
import { paths } from '~/paths';
import { page } from '~/server/http.server';

/** `/recherche-rapide?q=`: a few partners, offers and people for what is being typed, in the box at the top or in the command palette. */
export const loader = page('partner.read', async (ctx, { url }) => {
  const { partners, offers, contacts } = await suggest(ctx, url.searchParams.get('q') ?? '');
  return {
    partners: partners.map(({ id, name, commune, departementCode }) => ({ label: name, detail: commune ? `${commune} (${departementCode})` : '', to: paths.partner(id) })),
    offers: offers.map(({ id, title, holder, commune }) => ({ label: title, detail: [holder, commune].filter(Boolean).join(', '), to: paths.offer(id) })),
    contacts: contacts.map(({ id, name, jobTitle, hasLeft, partnershipId, partner }) => ({ label: name, detail: [hasLeft ? 'n’y est plus' : jobTitle, partner].filter(Boolean).join(', '), to: paths.partnerContact(partnershipId, id) })),
  };
});
