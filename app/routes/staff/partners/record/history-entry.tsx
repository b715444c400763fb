import { Link } from '@remix-run/react';
import type { HistoryGroup } from '~/domain/history/say-history';
import { momentOf } from '~/domain/text/french-date';
import { HistoryLine } from '~/routes/staff/partners/record/history-line';
import { Card } from '~/ui/card';

type HistoryEntryProps = { group: HistoryGroup; action: string; mayRestore: boolean; /** The record just before, when there was one. */ justBefore: string | null };

/** What one person changed at once: each field, from what to what, with the way back. */
export function HistoryEntry({ group: { at, who, lines }, action, mayRestore, justBefore }: HistoryEntryProps) {
  return (
    <Card
      title={<span className="text-base">{who}, le <time dateTime={at.toISOString()}>{momentOf(at)}</time></span>}
      action={justBefore && <Link to={justBefore} className="text-sm">Voir la fiche juste avant<span className="visually-hidden"> le {momentOf(at)}</span></Link>}
    >
      <ul className="grid gap-3">
        {lines.map((line) => <HistoryLine key={line.key} line={line} action={action} mayRestore={mayRestore} />)}
      </ul>
    </Card>
  );
}
