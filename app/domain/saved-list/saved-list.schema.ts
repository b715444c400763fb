import { selectionSchema } from '~/domain/partner/list/bulk-change.schema';
import { requiredLine, seenVersion, ticked } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';

const name = requiredLine('Donnez un nom à cette liste.', 120);

/** A filter kept under a name. */
export const saveListSchema = z.object({ name, isShared: ticked() });
/** The partners ticked, kept under a name. */
export const savePickedSchema = selectionSchema.and(saveListSchema);
export const renameListSchema = z.object({ listId: z.guid(), version: seenVersion(), name, isShared: ticked() });
export const listIdSchema = z.object({ listId: z.guid() });
