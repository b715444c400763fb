import { Form } from '@remix-run/react';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { LinkButton } from '~/ui/link-button';

type KeepButtonsProps = { offerId: string; isSelected: boolean; selected: number };

/** Into the selection to compare, or on to it. */
export function KeepButtons({ offerId, isSelected, selected }: KeepButtonsProps) {
  if (isSelected) return <LinkButton to={paths.offerSelection()} icon="columns">Comparer ({selected})</LinkButton>;
  return (
    <Form method="post" action={paths.offerSelection()}>
      <input type="hidden" name="offre" value={offerId} />
      <input type="hidden" name="retour" value={paths.offer(offerId)} />
      <Button type="submit" name="intent" value="ajouter" icon="columns">Ajouter à ma sélection</Button>
    </Form>
  );
}
