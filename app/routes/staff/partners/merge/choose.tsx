import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { doublesOfPartner } from '~/domain/duplicate/list-duplicates.server';
import { jumpToPartner } from '~/domain/partner/list/jump-to-partner.server';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { searchPartners } from '~/routes/staff/partners/partner-search';
import { page } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { ComboField } from '~/ui/combo-field';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { Page } from '~/ui/page';

/** Which record is the same partner: those that the search of doubles proposes, or any by its name. */
export const loader = page('partner.merge', async (ctx, { params, url }) => {
  const { partnershipId, name } = await getPartner(ctx, params.partnerId);
  const [chosen, typed] = [url.searchParams.get('autre'), url.searchParams.get('autreText')?.trim() ?? ''];
  if (chosen) throw redirect(paths.partnerMergeWith(partnershipId, knownId(chosen)));
  // Without script the name comes as it was typed.
  const found = typed ? (await jumpToPartner(ctx, typed)).filter(({ id }) => id !== partnershipId) : [];
  return { partnershipId, name, typed, found, doubles: await doublesOfPartner(ctx, partnershipId) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Fusionner ${data?.name ?? 'une fiche'} – Maillage` }];

export default function ChooseOther() {
  const { partnershipId, name, typed, found, doubles } = useLoaderData<typeof loader>();
  const error = typed && found.length === 0 ? 'Aucun autre partenaire ne répond à ce nom. Vérifiez-le, ou donnez le SIRET.' : undefined;
  return (
    <Page title={`Fusionner ${name}`} breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: name, to: paths.partner(partnershipId) }]}>
      <div className="max-w-3xl">
        {doubles.length > 0 && (
          <Card title="Probablement le même partenaire">
            <ul className="grid gap-2">
              {doubles.map((double) => <li key={double.pairId}><Link to={paths.partnerMergeWith(partnershipId, double.partnershipId)}>{double.name}</Link></li>)}
            </ul>
          </Card>
        )}
        <Card title="Quelle autre fiche est le même partenaire ?">
          <Form method="get">
            <FormStack>
              <ComboField name="autre" label="L’autre fiche" hint="Son nom ou son SIRET. Rien n’est fusionné avant que vous ayez comparé." search={searchPartners} defaultText={typed} error={error} />
              {found.length > 0 && (
                <ul className="grid gap-2">
                  {found.map((one) => <li key={one.id}><Link to={paths.partnerMergeWith(partnershipId, one.id)}>{one.name}</Link> <span className="muted">{one.commune}</span></li>)}
                </ul>
              )}
              <FormActions><Button variant="main" icon="next">Comparer les deux fiches</Button></FormActions>
            </FormStack>
          </Form>
        </Card>
        <p><Link to={paths.partnerMerges()}>Fusions de l’agence</Link></p>
      </div>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
