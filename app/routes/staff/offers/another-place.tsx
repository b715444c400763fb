import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { addPlaceSchema } from '~/domain/offer/spread/add-place.schema';
import { addPlace } from '~/domain/offer/spread/add-place.server';
import { placeForm } from '~/domain/offer/spread/place-form.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { searchCommunes } from '~/routes/staff/partners/new/commune-search';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { ComboField } from '~/ui/combo-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { TextField } from '~/ui/text-field';

export const loader = page('offer.write', (ctx, { params }) => placeForm(ctx, params.offerId));

const added = { published: 'Ce lieu est ajouté : on y trouve l’offre dès maintenant.', submitted: 'Ce lieu est ajouté : il attend l’accord des personnes qui publient.', draft: 'Ce lieu est ajouté, en brouillon comme l’offre.' } as const;

export const action = command('offer.write', addPlaceSchema, async (ctx, typed, { params }) => {
  const { offerId, state } = await addPlace(ctx, { ...typed, offerId: knownId(params.offerId, 'Cette offre n’existe pas, ou plus.') });
  return redirectWith(paths.offer(offerId), { kind: 'ok', text: added[state === 'published' || state === 'submitted' ? state : 'draft'], next: { label: 'Ajouter encore un lieu', to: paths.offerAnotherPlace(offerId) } });
});

export const meta: MetaFunction = () => [{ title: 'Proposer une offre ailleurs – Maillage' }];

const follows = { published: 'Il est publié tout de suite.', submitted: 'Il sera publié par les personnes qui publient.', draft: 'Il reste en brouillon.' } as const;

export default function AnotherPlace() {
  const { id, title, places, contact, becomes } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const { form: formError, ...errors } = failure?.errors ?? {};
  const value = (name: string) => [failure?.values[name] ?? ''].flat()[0] ?? '';
  const field = (name: string) => ({ name, defaultValue: value(name), error: errors[name] });
  return (
    <Page title="Proposer aussi ailleurs" breadcrumb={[{ label: 'Offres', to: paths.offers() }, { label: title, to: paths.offer(id) }]}>
      <div className="max-w-4xl">
        <p className="mb-3">Tout ce que dit l’offre y est repris, sauf ses sessions ; chaque lieu a ensuite sa propre page. {follows[becomes]}</p>
        <p>Elle est déjà proposée ici :</p>
        <ul className="muted mb-4 list-disc pl-5">{places.map((place) => <li key={place}>{place}</li>)}</ul>
        <Form method="post" noValidate>
          <ErrorSummary errors={errors} formError={formError} />
          <Card title="Où ?">
            <FormStack>
              <TextField label="Adresse" autoComplete="off" maxLength={300} hint="Un numéro et une rue, un bâtiment ; vide quand la commune suffit." {...field('addressLine')} />
              <FormRow>
                <TextField label="Code postal" width="short" inputMode="numeric" autoComplete="off" {...field('postcode')} />
                <ComboField name="communeCode" textName="commune" label="Commune" search={searchCommunes} defaultValue={value('communeCode')} defaultText={value('commune')} error={errors.commune ?? errors.communeCode} />
              </FormRow>
            </FormStack>
          </Card>
          <Card title="Une autre personne à joindre là-bas ?">
            <FormStack>
              <p className="muted">{contact ? `Vide : comme ici, ${contact}.` : 'Vide : comme ici.'}</p>
              <FormRow>
                <TextField label="Personne à joindre" autoComplete="off" maxLength={150} {...field('contactName')} />
                <TextField label="Téléphone" type="tel" autoComplete="off" {...field('contactPhone')} />
                <TextField label="Courriel" inputMode="email" autoComplete="off" {...field('contactEmail')} />
              </FormRow>
            </FormStack>
          </Card>
          <FormActions>
            <Button type="submit" variant="main">{becomes === 'published' ? 'Publier ce lieu' : 'Ajouter ce lieu'}</Button>
            <LinkButton to={paths.offer(id)} variant="quiet">Annuler</LinkButton>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
