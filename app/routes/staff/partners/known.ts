import { knownPartners } from '~/domain/partner/known-partners.server';
import { page } from '~/server/http.server';

/** `/partenaires/deja-connus?siret=&name=&communeCode=`: who is already known, asked by the form while one types. */
export const loader = page('partner.create', async (ctx, { url }) => {
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 300) ?? null;
  return { known: await knownPartners(ctx, { siret: asked('siret'), name: asked('name'), communeCode: asked('communeCode') }) };
});
