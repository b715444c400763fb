/** A place of the agency (antenne), and the words of its form. */
export const siteLabels = { name: 'Nom', addressLine: 'Adresse', postcode: 'Code postal', commune: 'Commune', phone: 'Téléphone' } as const;
export type SiteField = keyof typeof siteLabels;
