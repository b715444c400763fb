import { Form, Link } from '@remix-run/react';
import { useId } from 'react';
import type { DuplicateRow } from '~/domain/duplicate/list-duplicates.server';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { LinkButton } from '~/ui/link-button';
import { ComparedPair } from './compared-pair';

/** Two records of the agency side by side, and what to do with them. */
export function PairCard({ pair, action, maySettle }: { pair: DuplicateRow; action: string; maySettle: boolean }) {
  const { id, kept, other, dismissedAt } = pair;
  const titleId = useId();
  const head = ({ partnershipId, name }: DuplicateRow['kept']) => <Link to={paths.partner(partnershipId)} prefetch="none">{name}</Link>;
  return (
    <ComparedPair pair={pair} titleId={titleId} names={[kept.name, other.name]} heads={[head(kept), head(other)]}>
      {maySettle && (
        dismissedAt ? (
          <Form method="post" action={paths.duplicatePutBack(id)}>
            <Button type="submit" icon="undo" aria-describedby={titleId} data-pair-focus>Remettre à regarder</Button>
          </Form>
        ) : (
          <>
            <LinkButton to={paths.partnerMergeWith(kept.partnershipId, other.partnershipId)} variant="main" icon="merge" aria-describedby={titleId} data-pair-focus>Comparer et fusionner</LinkButton>
            <Form method="post" action={action} preventScrollReset>
              <input type="hidden" name="pairId" value={id} />
              <Button type="submit" icon="close" aria-describedby={titleId}>Ce ne sont pas des doublons</Button>
            </Form>
          </>
        )
      )}
    </ComparedPair>
  );
}
