import { Form } from '@remix-run/react';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { LinkButton } from '~/ui/link-button';

type KeepButtonsProps = { offerId: string; isSelected: boolean; isFavourite: boolean; selected: number };

/** Into the selection to compare, or on to it; and among one's favourites. */
export function KeepButtons({ offerId, isSelected, isFavourite, selected }: KeepButtonsProps) {
  const names = <><input type="hidden" name="offre" value={offerId} /><input type="hidden" name="retour" value={paths.offer(offerId)} /></>;
  return (
    <>
      {isSelected ? (
        <LinkButton to={paths.offerSelection()} icon="columns">Comparer ({selected})</LinkButton>
      ) : (
        <Form method="post" action={paths.offerSelection()}>
          {names}
          <Button type="submit" name="intent" value="ajouter" icon="columns">Ajouter à ma sélection</Button>
        </Form>
      )}
      <Form method="post" action={paths.offerFavourites()}>
        {names}
        <Button type="submit" name="intent" value={isFavourite ? 'retirer' : 'ajouter'} icon="star" aria-pressed={isFavourite}>{isFavourite ? 'Dans mes favoris' : 'Favori'}</Button>
      </Form>
    </>
  );
}
