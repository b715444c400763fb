type Known = { organisationId: string; partnershipId: string | null; match: 'siret' | 'same' | 'near' };

/**
 * About whom a person is asked before a partner is added: the one that is ours under this SIRET, always; those with a like name that
 * were not shown yet. Nobody when the network knows the SIRET: it says who it is better than any name.
 */
export function whoToAskAbout<K extends Known>(known: readonly K[], seen: readonly string[]): K[] {
  const same = known.find(({ match }) => match === 'siret');
  if (same) return same.partnershipId ? [same] : [];
  return known.filter(({ organisationId }) => !seen.includes(organisationId));
}
