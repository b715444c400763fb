import { choice, choices, paragraphs } from '~/domain/partner/typed-text';
import { themeChoices } from '~/domain/partner/partner.schema';
import { z } from '~/domain/zod';
import type { Verb } from './partnership.lifecycle';

/** The verb is the form's intent: each has its own permission. */
export const movePartnershipSchema = z.object({ comment: paragraphs(2000), endReasonId: choice() });
export type MovePartnership = { partnershipId: string; verb: Verb; comment?: string | null; endReasonId?: string | null };

export const assignOfficerSchema = z.object({ officerId: choice() });
export const sortPartnershipSchema = z.object({ themes: themeChoices(), tagIds: choices(z.uuid()), kindIds: choices(z.uuid()) });
