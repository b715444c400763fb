import type { HistoryGroup } from '~/domain/history/say-history';
import { inGuillemets } from '~/domain/text/in-guillemets';

/** A record that was taken into the one shown. */
export type TakenIn = { id: string; name: string; at: Date };
export type MergeInHistory = TakenIn & { undoneAt: Date | null; by: string | null; undoneBy: string | null };

/** A page of history, the latest first, with the merges of its span told in their place. */
export function withMerges(groups: readonly HistoryGroup[], merges: readonly MergeInHistory[], { after, before }: { after: Date | null; before: Date | null }): HistoryGroup[] {
  const told = merges.flatMap(({ id, name, at, undoneAt, by, undoneBy }) => [
    groupOf(`fusion-${id}-${at.getTime()}`, at, by, 'Fusion', `fiche ${inGuillemets(name)} réunie à celle-ci`),
    ...(undoneAt ? [groupOf(`annulation-${id}-${at.getTime()}`, undoneAt, undoneBy, 'Fusion annulée', `fiche ${inGuillemets(name)} de nouveau à part`)] : []),
  ]);
  const here = told.filter(({ at }) => (after === null || at >= after) && (before === null || at <= before));
  return [...groups, ...here].sort((a, b) => b.at.getTime() - a.at.getTime());
}

const groupOf = (key: string, at: Date, who: string | null, label: string, to: string): HistoryGroup => ({
  key, at, who: who || 'Ancien compte', hasBefore: false, lines: [{ key, about: null, label, from: '', to, isWhole: true, restore: null, blocked: null }],
});
