import type { Ctx } from '~/access/context';
import type { BulkVerb } from '~/domain/partner/list/bulk-change';

export type Choice = { value: string; label: string };

/** What a change offers besides the values of the list's filters: lists picked by hand, reasons of ending. One query at most. */
export async function choicesTogether({ db }: Ctx, verb: BulkVerb): Promise<Choice[]> {
  if (verb === 'lister') {
    const lists = await db.savedList.findMany({ where: { deletedAt: null, filters: null }, select: { id: true, name: true, isShared: true }, orderBy: { name: 'asc' }, take: 500 });
    return lists.map(({ id, name, isShared }) => ({ value: id, label: isShared ? `${name} (partagée)` : name }));
  }
  if (verb === 'deplacer') {
    const reasons = await db.endReason.findMany({ where: { retiredAt: null }, select: { id: true, label: true }, orderBy: [{ position: 'asc' }, { label: 'asc' }] });
    return reasons.map(({ id, label }) => ({ value: id, label }));
  }
  return [];
}
