import type { OfferOrigin } from '#prisma';

/** Where an offer comes from, in words. */
export const offerOrigins = {
  agency: { label: 'Saisie ici' },
  partner: { label: 'Saisie par le partenaire' },
  dataInclusion: { label: 'data.inclusion' },
  franceTravail: { label: 'France Travail' },
} as const satisfies Record<OfferOrigin, { label: string }>;

/** What came from elsewhere is refreshed by its source, and never edited here. */
export const isEditedHere = ({ origin }: { origin: OfferOrigin }): boolean => origin === 'agency' || origin === 'partner';
