/** What an agency says of itself, and the words of its form. */
export const agencyLabels = {
  name: 'Nom', phone: 'Téléphone', email: 'Courriel', website: 'Site internet', addressLine: 'Adresse', postcode: 'Code postal', commune: 'Commune',
} as const;
export type AgencyField = keyof typeof agencyLabels;
