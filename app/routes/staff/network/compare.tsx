import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { undoDays } from '~/domain/merge/merge-journal';
import { mergeOrganisations } from '~/domain/network-merge/merge-organisations.server';
import { networkMergeSchema } from '~/domain/network-merge/network-merge.schema';
import { organisationMergePreview, type OrganisationHead } from '~/domain/network-merge/organisation-merge-preview.server';
import { sayMoving } from '~/domain/network-merge/say-moving';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { ComparedFields } from '~/routes/staff/partners/merge/compared-fields';
import { StaleChanges } from '~/routes/staff/partners/merge/stale-changes';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckboxField } from '~/ui/checkbox-field';
import { DescriptionList } from '~/ui/description-list';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

export const loader = page('organisation.merge', (ctx, { params }) => organisationMergePreview(ctx, params.keptId, params.otherId));

// After a refused form too: the versions shown are those of now.
export const shouldRevalidate = () => true;

export const action = command('organisation.merge', networkMergeSchema, async (ctx, { seen, choices, confirmation }, { params }) => {
  const [keptId, mergedId] = [knownId(params.keptId), knownId(params.otherId)];
  const { mergeId, keptName, mergedName } = await mergeOrganisations(ctx, { keptId, mergedId, choices, seen, isConfirmed: confirmation });
  return redirectWith(paths.networkDoubles(), { kind: 'ok', text: `${mergedName} est fusionné avec ${keptName}, pour tout le réseau.`, action: { label: 'Annuler la fusion', to: paths.networkMergeUndo(mergeId) } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Fusionner ${data?.kept.name ?? 'deux organismes'} – Maillage` }];

export default function CompareOrganisations() {
  const { kept, merged, differing, same, counts, warnings, needsConfirmation, seen } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const isSending = useNavigation().state === 'submitting';
  const error = failure && !failure.stale ? Object.values(failure.errors)[0] : undefined;
  const { known, moving } = sayMoving(counts);
  return (
    <Page title="Fusionner deux organismes" breadcrumb={[{ label: 'Organismes en double', to: paths.networkDoubles() }]}>
      <div className="max-w-4xl">
        {error && <Flash kind="error" title="La fusion n’est pas faite.">{error}</Flash>}
        {failure?.stale && <StaleChanges sentence={failure.errors.form ?? ''} changes={failure.stale.changes} />}
        {warnings.map((warning) => <Flash key={warning} kind="warning">{warning}</Flash>)}
        <Card title="Les deux organismes">
          <div className="grid gap-4 sm:grid-cols-2">
            <Head title="Organisme gardé" organisation={kept} />
            <Head title="Organisme qui le rejoint" organisation={merged} />
          </div>
          <p className="mt-4"><LinkButton to={paths.networkMergeWith(merged.id, kept.id)} icon="refresh">Garder plutôt l’autre</LinkButton></p>
        </Card>
        <Form method="post" key={failure ? JSON.stringify(seen) : 'opened'}>
          <input type="hidden" name="seen" value={JSON.stringify(seen)} />
          <Card title={differing.length > 0 ? 'Les faits communs que l’on garde' : 'Rien ne les distingue'}>
            {differing.length === 0 && <p>Les deux disent la même chose : il n’y a rien à choisir.</p>}
            <ComparedFields fields={differing} prefix="champ." keptName={kept.name} mergedName={merged.name} chosen={failure?.values ?? {}} what={{ kept: 'Organisme gardé', merged: 'Autre organisme' }} />
            {same.length > 0 && (
              <details className="mt-5">
                <summary>Identique des deux côtés ({same.length})</summary>
                <div className="mt-3"><DescriptionList items={same.map(({ label, value }) => ({ term: label, detail: value }))} /></div>
              </details>
            )}
          </Card>
          <Card title="Ce que cela change">
            <ul className="list-disc pl-5">{[...known, ...moving].map((line) => <li key={line}>{line}</li>)}</ul>
            <p className="mt-3">Ce qu’une Mission Locale a écrit reste à elle seule : échanges, interlocuteurs, étapes ne sont ni lus ni mélangés. Vous pourrez annuler la fusion pendant {undoDays} jours.</p>
          </Card>
          {needsConfirmation && <div className="mb-5"><CheckboxField name="confirmation" value="oui" label="C’est bien un seul organisme, malgré ses deux SIRET" error={failure?.errors.confirmation} defaultChecked={failure?.values.confirmation === 'oui'} /></div>}
          <FormActions>
            <Button variant="main" icon="merge" pending={isSending}>Fusionner les deux organismes</Button>
            <LinkButton to={paths.networkDoubles()}>Ne rien changer</LinkButton>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}

function Head({ title, organisation: { name, siret, place } }: { title: string; organisation: OrganisationHead }) {
  return (
    <div className="min-w-0 break-words">
      <p className="muted">{title}</p>
      <p><b>{name}</b></p>
      {siret ? <p>SIRET {siret}</p> : <p className="muted">Sans SIRET</p>}
      {place && <p className="muted">{place}</p>}
    </div>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
