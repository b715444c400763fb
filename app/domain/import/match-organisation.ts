import { inGuillemets } from '~/domain/text/in-guillemets';
import { streetKey } from './compare-organisation';
import type { ImportedFacts } from './imported-facts';
import type { KnownOrganisation } from './known-organisation';

export type Match = { known: KnownOrganisation | null; /** A sentence, when the person should look twice. */ note: string | null };

/**
 * Which of the known organisations is the one of the file? Its SIRET says. Without SIRET: the same normalised name in the
 * same commune, unless both streets are known and differ. A partner of the agency comes before the rest of the network;
 * of several strangers of one name none is taken: a new record is safer than a wrong one.
 */
export function matchOrganisation(given: ImportedFacts, index: KnownIndex): Match {
  const bySiret = given.siret ? index.bySiret.get(given.siret) : undefined;
  const namesakes = (index.byName.get(given.nameKey) ?? []).filter((known) => isSamePlace(given, known));
  const ours = namesakes.filter((known) => known.partnership || !known.siret);
  if (bySiret) {
    const twin = ours.find((known) => !known.siret && known.partnership && known.organisationId !== bySiret.organisationId);
    return { known: bySiret, note: twin ? `Vous avez aussi ${inGuillemets(twin.name)} sans SIRET au même endroit : c’est peut-être le même partenaire.` : null };
  }
  if (given.siret) return { known: nearest(given, ours.filter((known) => !known.siret)), note: null };
  if (ours.length > 0) return { known: nearest(given, ours), note: null };
  if (namesakes.length > 1) return { known: null, note: 'Plusieurs organisations du réseau portent ce nom dans cette commune : ajoutez le SIRET pour rejoindre la bonne.' };
  return { known: namesakes[0] ?? null, note: null };
}

export type KnownIndex = { bySiret: ReadonlyMap<string, KnownOrganisation>; byName: ReadonlyMap<string, readonly KnownOrganisation[]> };

export function indexKnown(known: readonly KnownOrganisation[]): KnownIndex {
  const bySiret = new Map<string, KnownOrganisation>();
  const byName = new Map<string, KnownOrganisation[]>();
  for (const one of known) {
    if (one.siret) bySiret.set(one.siret, one);
    byName.set(one.nameKey, [...(byName.get(one.nameKey) ?? []), one]);
  }
  return { bySiret, byName };
}

function isSamePlace(given: ImportedFacts, known: KnownOrganisation): boolean {
  // A file without places can only mean the partner of that name that the agency already has.
  if (!given.communeCode) return Boolean(known.partnership);
  if (known.communeCode !== given.communeCode) return false;
  return !given.addressLine || !known.addressLine || streetKey(given.addressLine) === streetKey(known.addressLine);
}

function nearest(given: ImportedFacts, candidates: KnownOrganisation[]): KnownOrganisation | null {
  const likeness = (known: KnownOrganisation) =>
    (known.communeCode === given.communeCode ? 4 : 0) + (known.addressLine && given.addressLine && streetKey(known.addressLine) === streetKey(given.addressLine) ? 2 : 0) + (known.partnership ? 1 : 0);
  return [...candidates].sort((a, b) => likeness(b) - likeness(a) || a.organisationId.localeCompare(b.organisationId))[0] ?? null;
}
