import { choice, paragraphs } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import { nextStage, verbsFrom, type Stage, type Verb } from './partnership.lifecycle';

/** A card of the board moved: which partner, and what the verb may ask for. */
export const moveCardSchema = z.object({ partnerId: z.guid('Choisissez un partenaire.'), comment: paragraphs(2000), endReasonId: choice() });

/** The verb that leads from one column of the board to another, or null when the lifecycle has none. */
export const verbBetween = (from: Stage, to: Stage, allowed: readonly Verb[]): Verb | null =>
  verbsFrom(from).find((verb) => allowed.includes(verb) && nextStage({ stage: from, stageBeforeArchive: null }, verb) === to) ?? null;
