import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { HistoryLine as Line } from '~/domain/history/say-history';
import { Button } from '~/ui/button';
import { Diff } from '~/ui/diff';

type HistoryLineProps = { line: Line; /** Before the label: a state. */ lead?: ReactNode; action: string; mayRestore: boolean };

/** One field, from what to what, with the way back. */
export function HistoryLine({ line: { about, label, from, to, isWhole, restore, blocked }, lead, action, mayRestore }: HistoryLineProps) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0 break-words">
        {lead} <b className="font-semibold">{label}</b>
        {about && <span className="muted"> · {about}</span>}
        <div><Diff from={from} to={to} isWhole={isWhole} /></div>
        {mayRestore && blocked && <p className="muted text-sm">{blocked}</p>}
      </div>
      {mayRestore && restore && (
        <Form method="post" action={action} preventScrollReset>
          <input type="hidden" name="entryId" value={restore.entryId} />
          <input type="hidden" name="column" value={restore.column} />
          <input type="hidden" name="version" value={restore.version} />
          {isWhole && !from ? (
            <Button type="submit" size="small" icon="close">Retirer<span className="visually-hidden"> {label}{' : '}{to}</span></Button>
          ) : (
            <Button type="submit" size="small" icon="undo">Rétablir<span className="visually-hidden"> {label}{' : '}{from || 'vide'}</span></Button>
          )}
        </Form>
      )}
    </li>
  );
}
