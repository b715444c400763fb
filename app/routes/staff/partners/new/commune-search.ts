import { paths } from '~/paths';
import type { ComboOption } from '~/ui/combo-field';

type Found = { code: string; name: string; postcodes: string[]; departementCode: string };

/** Communes as one types their name or postcode. */
export async function searchCommunes(query: string, signal: AbortSignal): Promise<ComboOption[]> {
  const answer = await fetch(`${paths.communes()}?q=${encodeURIComponent(query)}`, { signal });
  if (!answer.ok) throw new Error('search failed');
  const { communes } = (await answer.json()) as { communes: Found[] };
  return communes.map(({ code, name, postcodes, departementCode }) => ({ value: code, label: name, hint: postcodes.length > 3 ? departementCode : postcodes.join(', ') }));
}
