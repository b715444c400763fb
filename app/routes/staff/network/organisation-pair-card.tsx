import { Form } from '@remix-run/react';
import { useId } from 'react';
import type { OrganisationPairRow } from '~/domain/network-merge/list-organisation-pairs.server';
import { paths } from '~/paths';
import { ComparedPair } from '~/routes/staff/partners/duplicates/compared-pair';
import { Button } from '~/ui/button';
import { LinkButton } from '~/ui/link-button';

/** Two organisations of the network side by side, by their common facts, and what to do with them. */
export function OrganisationPairCard({ pair, action }: { pair: OrganisationPairRow; action: string }) {
  const { id, kept, other, dismissedAt } = pair;
  const titleId = useId();
  return (
    <ComparedPair pair={pair} titleId={titleId} names={[kept.name, other.name]} heads={[kept.name, other.name]}>
      {dismissedAt ? (
        <Form method="post" action={paths.networkDoublePutBack(id)}>
          <Button type="submit" icon="undo" aria-describedby={titleId} data-pair-focus>Remettre à regarder</Button>
        </Form>
      ) : (
        <>
          <LinkButton to={paths.networkMergeWith(kept.organisationId, other.organisationId)} variant="main" icon="merge" aria-describedby={titleId} data-pair-focus>Comparer et fusionner</LinkButton>
          <Form method="post" action={action} preventScrollReset>
            <input type="hidden" name="pairId" value={id} />
            <Button type="submit" name="intent" value="dismiss" icon="close" aria-describedby={titleId}>Ce ne sont pas des doublons</Button>
          </Form>
        </>
      )}
    </ComparedPair>
  );
}
