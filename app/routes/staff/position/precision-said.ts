import type { Precision } from '~/ui/map/map-data';

/** How well a place is known, in a sentence. */
export const precisionSaid: Readonly<Record<Precision, string>> = {
  exact: 'La position est exacte.',
  street: 'Trouvée d’après l’adresse, au numéro ou dans la rue.',
  commune: 'Seule la commune est connue.',
  departement: 'Seul le département est connu.',
};
