import type { OfferImportOptions } from './offer-import-options.schema';

export const noOfferOptions: OfferImportOptions = { state: 'draft', audience: 'agency' };

export const newOfferStates = [
  { value: 'draft', label: 'En brouillon', hint: 'Vous les relisez avant de les publier.' },
  { value: 'published', label: 'Publiées tout de suite', hint: 'Celles qui n’ont pas de description, ou dont la date est passée, restent en brouillon.' },
] as const satisfies readonly { value: OfferImportOptions['state']; label: string; hint: string }[];
