/** `ici`: written by the agencies and their partners. */
export const offerSourceFilters = ['ici', 'dataInclusion', 'franceTravail'] as const;
export type OfferSourceFilter = (typeof offerSourceFilters)[number];
export const offerSourceLabels: Record<OfferSourceFilter, string> = { ici: 'Des Missions Locales et de leurs partenaires', dataInclusion: 'De data.inclusion', franceTravail: 'De France Travail' };
