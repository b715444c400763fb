import { jumpToPartner } from '~/domain/partner/list/jump-to-partner.server';
import { paths } from '~/paths';
import { page } from '~/server/http.server';

/** `/recherche-rapide?q=`: a few partners for what is being typed in the command palette. */
export const loader = page('partner.read', async (ctx, { url }) => {
  const found = await jumpToPartner(ctx, url.searchParams.get('q') ?? '');
  return {
    partners: found.map(({ id, name, commune, departementCode }) => ({ label: name, detail: commune ? `${commune} (${departementCode})` : '', to: paths.partner(id) })),
  };
});
