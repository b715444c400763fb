/** « Tarbes (65) », or that nobody knows where it is. */
export const communeWords = ({ commune, departement }: { commune: string | null; departement: string | null }): string =>
  commune ? `${commune}${departement ? ` (${departement})` : ''}` : departement ? `sans commune (${departement})` : 'sans commune';
