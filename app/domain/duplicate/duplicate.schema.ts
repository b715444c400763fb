import { z } from '~/domain/zod';

export const pairSchema = z.object({ pairId: z.uuid() });
