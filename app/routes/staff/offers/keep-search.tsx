import { Form } from '@remix-run/react';
import { useRef } from 'react';
import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import { writeOfferFilters } from '~/domain/offer/list/write-offer-filters';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { CheckboxField } from '~/ui/checkbox-field';
import { Icon } from '~/ui/icon';
import { TextField } from '~/ui/text-field';
import { useClosingDetails } from '~/ui/use-closing-details';

/** Keeps the search on screen under a name: what appears from now on is told. Opens without script. */
export function KeepSearch({ filters, suggested }: { filters: OfferFilters; suggested: string }) {
  const details = useRef<HTMLDetailsElement>(null);
  useClosingDetails(details);
  return (
    <details ref={details} className="action-menu" data-side="start">
      <summary className="button" data-size="small" data-variant="quiet"><Icon name="star" />Garder cette recherche</summary>
      <div className="popover w-72 p-4">
        <Form method="post" action={paths.offerFavourites()} className="grid gap-3">
          <input type="hidden" name="address" value={writeOfferFilters({ ...filters, tri: null, vue: '' }).toString()} />
          <TextField name="name" id="nom-recherche" label="Nom" defaultValue={suggested} required maxLength={120} autoComplete="off" />
          <CheckboxField name="byMail" id="alerte-recherche" value="oui" label="Me prévenir par courriel" hint="Une fois par jour au plus, s’il y a du nouveau." defaultChecked />
          <Button type="submit" name="intent" value="garder" variant="main" size="small">Garder</Button>
        </Form>
      </div>
    </details>
  );
}
