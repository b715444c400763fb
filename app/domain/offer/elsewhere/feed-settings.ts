import { isDepartement } from './departements';
import { contracts, experiences } from '~/domain/offer/vocabulary/work';
import { ticked } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import { feedSources, type FeedSource } from './foreign-offer';

/** What an agency takes from a source. Codes of communes are INSEE's; contracts and experience are France Travail's. */
export type FeedFilters = { departements: string[]; communes: string[]; contracts: string[]; experience: string };
export const noFeedFilters: FeedFilters = { departements: [], communes: [], contracts: [], experience: '' };

const codes = (typed: string | null | undefined) => [...new Set((typed ?? '').toUpperCase().split(/[^0-9A-Z]+/).filter(Boolean))];

/** The form of a source; whatever is no code is said at its field. */
export const feedFormSchema = z.object({
  source: z.enum(feedSources),
  isOn: ticked(),
  departements: z.string().nullish().transform(codes).pipe(z.array(z.string().refine(isDepartement, { error: ({ input }) => `« ${String(input)} » n’est pas un département : écrivez par exemple 65, 2A ou 974.` })).max(20, 'Vingt départements au plus.')),
  communes: z.string().nullish().transform(codes).pipe(z.array(z.string().regex(/^\d[0-9AB]\d{3}$/, { error: ({ input }) => `« ${String(input)} » n’est pas le code INSEE d’une commune, comme 65440.` })).max(50, 'Cinquante communes au plus.')),
  contracts: z.union([z.array(z.string()), z.string().transform((one) => [one])]).nullish().transform((many) => (many ?? []).filter((code) => Object.hasOwn(contracts, code))),
  experience: z.string().nullish().transform((code) => (code && Object.hasOwn(experiences, code) ? code : '')),
}).transform((typed, issues) => {
  if (typed.isOn && typed.departements.length === 0) issues.addIssue({ code: 'custom', path: ['departements'], message: 'Indiquez au moins un département.' });
  return typed;
});
export type FeedForm = z.output<typeof feedFormSchema>;

export type FeedCounts = { read: number; added: number; changed: number; unchanged: number; withdrawn: number; refused: number };
export const noCounts: FeedCounts = { read: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, refused: 0 };
export type { FeedSource };
