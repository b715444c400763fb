import { Form } from '@remix-run/react';
import type { HistoryGroup } from '~/domain/history/say-history';
import { momentOf } from '~/domain/text/french-date';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Diff } from '~/ui/diff';

type HistoryEntryProps = { group: HistoryGroup; action: string; mayRestore: boolean };

/** What one person changed at once: each field, from what to what, with the way back. */
export function HistoryEntry({ group: { at, who, lines }, action, mayRestore }: HistoryEntryProps) {
  return (
    <Card title={<span className="text-base">{who}, le <time dateTime={at.toISOString()}>{momentOf(at)}</time></span>}>
      <ul className="grid gap-3">
        {lines.map(({ key, about, label, from, to, restore, blocked }) => (
          <li key={key} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <div className="min-w-0 break-words">
              <b className="font-semibold">{label}</b>
              {about && <span className="muted"> · {about}</span>}
              <div><Diff from={from} to={to} /></div>
              {mayRestore && blocked && <p className="muted text-sm">{blocked}</p>}
            </div>
            {mayRestore && restore && (
              <Form method="post" action={action} preventScrollReset>
                <input type="hidden" name="entryId" value={restore.entryId} />
                <input type="hidden" name="column" value={restore.column} />
                <input type="hidden" name="version" value={restore.version} />
                <Button type="submit" size="small" icon="undo">
                  Rétablir<span className="visually-hidden"> {label}{' : '}{from || 'vide'}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
