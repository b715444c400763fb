import type { ReactNode } from 'react';
import type { SaidItem } from '~/domain/history/say-record';
import { Card } from '~/ui/card';

type SaidItemsProps<T extends SaidItem> = { title: string; none: string; items: readonly T[]; /** Beside the title of one of them. */ beside?: (item: T) => ReactNode; children?: ReactNode };

/** Persons, exchanges, gifts… as they were noted at a moment. */
export function SaidItems<T extends SaidItem>({ title, none, items, beside, children }: SaidItemsProps<T>) {
  return (
    <Card title={title}>
      {items.length === 0 && <p className="muted">{none}</p>}
      <ul className="grid gap-3">
        {items.map((item) => (
          <li key={item.key} className="min-w-0 break-words">
            <b className="font-semibold">{item.title}</b> {beside?.(item)}
            {item.text && <p className="whitespace-pre-line">{item.text}</p>}
            {item.facts.length > 0 && (
              <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
                {item.facts.map(({ label, text }) => <li key={label} className="min-w-0"><span className="muted">{label}{' : '}</span>{text}</li>)}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {children}
    </Card>
  );
}
