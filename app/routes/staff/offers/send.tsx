import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { sendOffersSchema } from '~/domain/offer/kept/kept.schema';
import { keptOffers } from '~/domain/offer/kept/kept-offers.queries.server';
import { sendOffers } from '~/domain/offer/kept/send-offers.server';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { TextArea } from '~/ui/text-area';
import { TextField } from '~/ui/text-field';

export const loader = page('offer.keep', async (ctx) => {
  const { offers } = await keptOffers(ctx, 'selection');
  if (offers.length === 0) throw redirect(paths.offerSelection());
  return { offers: offers.map(({ id, title, holder }) => ({ value: id, label: `${title}, ${holder}` })) };
});

export const action = command('offer.keep', sendOffersSchema, async (ctx, input) => {
  const { count } = await sendOffers(ctx, input);
  return redirectWith(paths.offerSelection(), { kind: 'ok', text: count > 1 ? `${count} offres partent par courriel dans un instant.` : 'L’offre part par courriel dans un instant.' });
});

export const meta: MetaFunction = () => [{ title: 'Envoyer des offres – Maillage' }];

export default function SendOffers() {
  const { offers } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const { form: formError, ...errors } = failure?.errors ?? {};
  const typed = (name: string) => [failure?.values[name] ?? ''].flat()[0] ?? '';
  const chosen = failure ? [failure.values.offre ?? []].flat() : offers.map(({ value }) => value);
  return (
    <Page title="Envoyer des offres" breadcrumb={[{ label: 'Offres', to: paths.offers() }, { label: 'Ma sélection', to: paths.offerSelection() }]}>
      <div className="max-w-2xl">
        <Form method="post" noValidate>
          <ErrorSummary errors={errors} formError={formError} />
          <Card>
            <FormStack>
              <TextField name="recipient" label="Courriel du jeune" type="email" autoComplete="off" required hint="L’adresse ne sert qu’à cet envoi : elle n’est pas gardée." defaultValue={typed('recipient')} error={errors.recipient} />
              <CheckboxGroup name="offre" label="Offres envoyées" options={offers} defaultValue={chosen} error={errors.offre} />
              <TextArea name="word" label="Un mot (facultatif)" rows={4} maxLength={1000} hint="Il remplace « Voici ce que nous avons regardé ensemble ». Vos notes ne sont pas envoyées." defaultValue={typed('word')} error={errors.word} />
            </FormStack>
          </Card>
          <FormActions>
            <Button type="submit" variant="main" icon="send">Envoyer</Button>
            <LinkButton to={paths.offerSelection()} variant="quiet">Annuler</LinkButton>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
