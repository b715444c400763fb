import { findPartners } from '~/routes/staff/frame/destinations';
import type { ComboOption } from '~/ui/combo-field';

/** The agency's partners as one types their name or their SIRET; the last part of their address is their id. */
export async function searchPartners(query: string, signal: AbortSignal): Promise<ComboOption[]> {
  return (await findPartners(query, signal)).map(({ to, label, hint }) => ({ value: to?.split('/').pop() ?? '', label, hint }));
}
