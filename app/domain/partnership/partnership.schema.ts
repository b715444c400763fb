import { choice, choices, line, paragraphs } from '~/domain/partner/typed-text';
import { themeChoices } from '~/domain/partner/partner.schema';
import { z } from '~/domain/zod';
import type { Verb } from './partnership.lifecycle';

/** The verb is the form's intent: each has its own permission. */
export const movePartnershipSchema = z.object({ comment: paragraphs(2000), endReasonId: choice() });
export type MovePartnership = { partnershipId: string; verb: Verb; comment?: string | null; endReasonId?: string | null };

export const assignOfficerSchema = z.object({ officerId: choice() });
export const sortPartnershipSchema = z.object({ themes: themeChoices(), tagIds: choices(z.uuid()) });

export const readinessNames = ['refused', 'to_explore', 'willing', 'tried', 'regular'] as const;
export const setEngagementSchema = z.object({
  formCode: z.string().min(1),
  readiness: z.enum(readinessNames),
  capacityPerMonth: z.number().int().min(0).max(1000).nullish(),
  /** Months when it is possible, 1 to 12; none means all year. */
  months: z.array(z.number().int().min(1).max(12)).default([]),
  comment: line(500),
  saidBy: line(200),
  saidOn: z.date().nullish(),
});
export type SetEngagement = { partnershipId: string } & z.input<typeof setEngagementSchema>;
