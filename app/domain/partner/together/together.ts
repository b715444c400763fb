import type { Ctx } from '~/access/context';
import type { BulkVerb, ChangePreview } from '~/domain/partner/list/bulk-change';
import type { ChangeOf } from '~/domain/partner/list/bulk-change.schema';

/** What a change replaced, one entry a partnership that it changed: nothing to say when it added or removed a value. */
export type Before = { id: string; officerId?: string | null; stage?: string; since?: string; beforeArchive?: string | null; endReasonId?: string | null; taskId?: string };

/**
 * One thing done to many partnerships, in a few statements however many they are. `check` throws `invalid` for a person or a
 * value that is not the agency's; `apply` leaves alone those where it would change nothing; `putBack` says how many it put back.
 */
export type Together<V extends BulkVerb> = {
  check: (ctx: Ctx, change: ChangeOf<V>) => Promise<void>;
  preview: (ctx: Ctx, ids: readonly string[], change: ChangeOf<V>) => Promise<Partial<ChangePreview> & { changing: number }>;
  apply: (ctx: Ctx, ids: readonly string[], change: ChangeOf<V>) => Promise<Before[]>;
  putBack: (ctx: Ctx, rows: readonly Before[], change: ChangeOf<V>) => Promise<number>;
};
