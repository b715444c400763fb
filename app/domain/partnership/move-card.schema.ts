import { choice, paragraphs } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';

/** A card of the board moved: which partner, and what the verb may ask for. */
export const moveCardSchema = z.object({ partnerId: z.guid('Choisissez un partenaire.'), comment: paragraphs(2000), endReasonId: choice() });
