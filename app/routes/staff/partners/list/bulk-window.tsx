import { lazy, Suspense, useState } from 'react';
import { bulkVerbs, partnersInWords } from '~/domain/partner/list/bulk-change';
import { Card } from '~/ui/card';
import { Dialog } from '~/ui/dialog';
import { useHydrated } from '~/ui/use-hydrated';
import type { BulkFormProps } from './bulk-form';

// Most visits of the list change nothing together.
const BulkForm = lazy(() => import('./bulk-form').then((file) => ({ default: file.BulkForm })));

/** Asks what to do with the partners chosen: a window above the list, or a card before it when there is no script. */
export function BulkWindow(props: BulkFormProps) {
  const hydrated = useHydrated();
  const [closed, setClosed] = useState(false);
  const { verb, count } = props.prepared;
  const title = verb === 'archiver' ? `Archiver ${partnersInWords(count)} ?` : `${bulkVerbs[verb].title}\u00a0: ${partnersInWords(count)}`;
  if (!hydrated) {
    return (
      <Card title={title}>
        <Suspense><BulkForm {...props} /></Suspense>
      </Card>
    );
  }
  return (
    <Dialog open={!closed} onClose={() => setClosed(true)} title={title}>
      <Suspense><BulkForm {...props} onCancel={() => setClosed(true)} /></Suspense>
    </Dialog>
  );
}
