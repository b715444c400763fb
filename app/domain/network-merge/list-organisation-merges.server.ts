import type { Ctx } from '~/access/context';
import { isUndoable, undoableUntil } from '~/domain/merge/merge-journal';
import { overTheNetwork } from './over-the-network.server';

export type OrganisationMergeRow = { id: string; keptName: string; mergedName: string; at: Date; by: string | null; undoneAt: Date | null; undoneBy: string | null; /** The last day to undo it; null when it is too late, or done. */ until: Date | null };

const shown = 200;

/** The latest merges of organisations of the network, undone ones too. Three queries. Throws `forbidden`. */
export function listOrganisationMerges(ctx: Ctx): Promise<OrganisationMergeRow[]> {
  return overTheNetwork(ctx, 'the platform reads its own merges', async (db) => {
    const rows = await db.organisationMerge.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: shown,
      select: { id: true, keptName: true, mergedName: true, createdAt: true, undoneAt: true, createdBy: { select: name }, undoneBy: { select: name } },
    });
    return rows.map(({ createdAt, createdBy, undoneBy, ...row }) => ({ ...row, at: createdAt, by: shortName(createdBy), undoneBy: shortName(undoneBy), until: isUndoable({ createdAt, undoneAt: row.undoneAt }, ctx.now) ? undoableUntil(createdAt) : null }));
  });
}

const name = { firstName: true, lastName: true } as const;
const shortName = (person: { firstName: string; lastName: string } | null) => person && `${person.firstName} ${person.lastName.charAt(0)}.`;
