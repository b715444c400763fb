import { exchangeKinds } from '~/domain/exchange/exchange-kinds';
import { paths } from '~/paths';
import type { Command } from '~/ui/command-palette';
import { findEverything, findPartners } from './destinations';

const asked = /^(noter|appel(?:er)?|courriel|visite|rendez-vous)\s+(.+)$/i;

/** As `findEverything`; « noter garage » or « visite garage » leads to the form of that exchange with the one chosen. */
export async function findOrNote(query: string, signal: AbortSignal): Promise<Command[]> {
  const [, verb, name] = asked.exec(query.trim()) ?? [];
  if (!verb || !name) return findEverything(query, signal);
  const kind = Object.values(exchangeKinds).find(({ slug }) => slug === verb.toLowerCase()) ?? exchangeKinds.call;
  const found = await findPartners(name, signal);
  return found.map((partner) => ({ ...partner, id: `note-${partner.id}`, to: `${partner.to}/echanges?noter=${kind.slug}`, section: 'Noter un échange avec', icon: 'message' }));
}

/** On a partner's record: what Ctrl-K offers for this one. */
export const notingHere = (partnershipId: string): Command => ({ id: 'note-here', label: 'Noter un échange avec ce partenaire', to: paths.partnerExchangeNew(partnershipId), section: 'Faire', icon: 'message', keywords: ['appel', 'visite', 'note'] });
