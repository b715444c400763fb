import { line, seenVersion } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';

const version = seenVersion();

/** The parent: chosen in the list (its id), or its name or SIRET as typed. */
export const attachParentSchema = z.object({ version, parent: z.string().nullish(), parentText: line(300) });
export const detachParentSchema = z.object({ version });
/** A partner of the same company to hang where this one hangs. */
export const gatherSchema = z.object({ partnershipId: z.uuid() });
