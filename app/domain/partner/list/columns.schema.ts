import { z } from '~/domain/zod';
import { readColumns } from './columns';

/** The form of the columns. None ticked leaves the name alone. */
export const columnsSchema = z.object({ colonne: z.array(z.string()).optional().transform((keys) => readColumns(keys ?? []) ?? []) });
