import { line } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import { isRomeCode, readCodes } from './rome';
import { isReadiness, readinessNames, type Readiness } from './readiness';

export const mostPerMonth = 1000;
const mostTrades = 20;

const romes = z
  .string()
  .nullish()
  .transform((typed) => readCodes(typed ?? ''))
  .superRefine((codes, issues) => {
    const odd = codes.find((code) => !isRomeCode(code));
    if (odd) issues.addIssue({ code: 'custom', message: `« ${odd} » n’est pas un code de métier : une lettre de A à N et quatre chiffres, comme I1604.` });
    else if (codes.length > mostTrades) issues.addIssue({ code: 'custom', message: `${codes.length} métiers, c’est trop : ${mostTrades} au plus.` });
  });

const months = z.array(z.number().int().min(1).max(12)).transform((list) => (list.length >= 12 ? [] : [...new Set(list)].sort((a, b) => a - b)));

/** One form of engagement as the domain’s callers say it. Months: 1 to 12, none means all year. */
export const setEngagementSchema = z.object({
  formCode: z.string().min(1),
  readiness: z.enum(readinessNames),
  capacityPerMonth: z.number().int().min(0).max(mostPerMonth).nullish(),
  months: months.default([]),
  romes: z.array(z.string().refine(isRomeCode, 'Un code de métier a une lettre de A à N et quatre chiffres.')).max(mostTrades).default([]),
  publicText: line(200),
  comment: line(500),
  saidBy: line(200),
  saidByContactId: z.uuid().nullish(),
  saidOn: z.date().nullish(),
});
export type SetEngagement = { partnershipId: string } & z.input<typeof setEngagementSchema>;

/** A row of the matrix as its controls hold it. */
export const engagementTextSchema = z.object({
  readiness: z.string().refine(isReadiness, 'Dites d’abord où l’on en est.').transform((name) => name as Readiness),
  capacity: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^(\d{1,4})?$/, 'Un nombre entier par mois, ou rien.'))
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .pipe(z.number().max(mostPerMonth, 'Mille par mois au plus.').nullable()),
  months: z.string().transform((typed) => typed.split(' ').filter(Boolean).map(Number)).pipe(months),
  romes,
  publicText: line(200),
  comment: line(500),
});
export type EngagementFacts = z.output<typeof engagementTextSchema>;
