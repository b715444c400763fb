import type { ImportCounts } from '~/domain/import/items-of-import.server';
import type { ImportTab } from '~/domain/import/import-tabs';
import type { SubjectWords } from '~/domain/import/import-subjects';
import { Card } from '~/ui/card';
import { frenchNumber } from '~/ui/french-number';
import { Stat } from '~/ui/stat';
import { tabWords } from './import-words';

const figures: ImportTab[] = ['create', 'join', 'complete', 'unchanged', 'refused'];

/** The totals of a plan, or of what was done. Those that are nothing and say nothing are left out. */
export function PlanFigures({ counts, words, isDone }: { counts: ImportCounts; words: SubjectWords; isDone: boolean }) {
  const shown = figures.filter((tab) => counts[tab] > 0 || tab === 'create' || tab === 'refused');
  const merged = counts.merged > 0 ? `, dont ${frenchNumber(counts.merged)}\u00a0réunie${counts.merged > 1 ? 's' : ''} avec une autre ${words.merged}` : '';
  return (
    <Card>
      <div className="flex flex-wrap gap-x-12 gap-y-4">
        {shown.map((tab) => (
          <Stat key={tab} label={tabWords[tab][isDone ? 'after' : 'before']} value={counts[tab]} hint={tabWords[tab].hint} to={counts[tab] > 0 ? `?groupe=${tab}` : undefined} />
        ))}
      </div>
      <p className="muted mt-4">
        {frenchNumber(counts.lines)}&nbsp;ligne{counts.lines > 1 ? 's' : ''} lue{counts.lines > 1 ? 's' : ''}
        {merged}.
        {counts.renamed > 0 && ` ${frenchNumber(counts.renamed)}\u00a0nom${counts.renamed > 1 ? 's' : ''} remis en forme ; l’original est gardé.`}
      </p>
    </Card>
  );
}
