import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { changesSince, mergePreview, type RecordHead } from '~/domain/merge/merge-preview.server';
import { mergeChoicesSchema } from '~/domain/merge/merge-choices.schema';
import { undoDays } from '~/domain/merge/merge-journal';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { ComparedFields } from '~/routes/staff/partners/merge/compared-fields';
import { StaleChanges } from '~/routes/staff/partners/merge/stale-changes';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DescriptionList } from '~/ui/description-list';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

export const loader = page('partner.merge', (ctx, { params }) => mergePreview(ctx, params.partnerId, params.otherId));

// After a refused form too: the versions shown are those of now.
export { rereadAfterRefusal as shouldRevalidate } from '~/routes/staff/partners/record/reread-after-refusal';

export const action = command('partner.merge', mergeChoicesSchema, async (ctx, { seen, choices, engagements }, { params }) => {
  const [keptId, mergedId] = [knownId(params.partnerId), knownId(params.otherId)];
  const { mergeId, mergedName } = await mergePartners(ctx, { keptId, mergedId, choices, engagements, seen, changesSince: (records) => changesSince(ctx, records, seen) });
  return redirectWith(paths.partner(keptId), { kind: 'ok', text: `La fiche ${mergedName} est fusionnée avec celle-ci.`, action: { label: 'Annuler la fusion', to: paths.partnerMergeUndo(mergeId) } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Fusionner ${data?.kept.name ?? 'deux fiches'} – Maillage` }];

export default function CompareRecords() {
  const { kept, merged, differing, same, forms, moves, already, warnings, seen } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const isSending = useNavigation().state === 'submitting';
  const chosen = failure?.values ?? {};
  return (
    <Page title="Fusionner deux fiches" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: kept.name, to: paths.partner(kept.id) }]}>
      <div className="max-w-4xl">
        {failure && !failure.stale && <Flash kind="error" title="La fusion n’est pas faite.">{Object.values(failure.errors)[0]}</Flash>}
        {failure?.stale && <StaleChanges sentence={failure.errors.form ?? ''} changes={failure.stale.changes} />}
        {warnings.map((warning) => <Flash key={warning} kind="warning">{warning}</Flash>)}
        <Card title="Les deux fiches">
          <div className="grid gap-4 sm:grid-cols-2">
            <Head title="Fiche gardée" record={kept} />
            <Head title="Fiche qui la rejoint" record={merged} />
          </div>
          <p className="mt-4"><LinkButton to={paths.partnerMergeWith(merged.id, kept.id)} icon="refresh">Garder plutôt l’autre fiche</LinkButton></p>
        </Card>
        <Form method="post" key={failure ? JSON.stringify(seen) : 'opened'}>
          <input type="hidden" name="seen" value={JSON.stringify(seen)} />
          <Card title={differing.length + forms.length > 0 ? 'Ce que l’on garde' : 'Rien ne les distingue'}>
            {differing.length + forms.length === 0 && <p>Les deux fiches disent la même chose : il n’y a rien à choisir.</p>}
            <ComparedFields fields={differing} prefix="champ." keptName={kept.name} mergedName={merged.name} chosen={chosen} />
            {forms.length > 0 && <h3 className="mb-3 mt-6">Engagements des deux côtés</h3>}
            <ComparedFields fields={forms} prefix="engagement." keptName={kept.name} mergedName={merged.name} chosen={chosen} />
            {same.length > 0 && (
              <details className="mt-5">
                <summary>Identique sur les deux fiches ({same.length})</summary>
                <div className="mt-3"><DescriptionList items={same.map(({ label, value }) => ({ term: label, description: value }))} /></div>
              </details>
            )}
          </Card>
          <Card title="Ce qui rejoint la fiche gardée">
            {moves.length > 0 ? <ul className="list-disc pl-5">{moves.map((move) => <li key={move}>{move}</li>)}</ul> : <p>Rien d’autre n’est attaché à la fiche {merged.name}.</p>}
            {already.length > 0 && <p className="muted mt-3">Déjà sur la fiche gardée : {already.join(', ')}.</p>}
            <p className="mt-3">Les interlocuteurs des deux fiches sont tous gardés. Vous pourrez annuler la fusion pendant {undoDays} jours.</p>
          </Card>
          <FormActions>
            <Button variant="main" icon="merge" pending={isSending}>Fusionner les deux fiches</Button>
            <LinkButton to={paths.partner(kept.id)}>Ne rien changer</LinkButton>
          </FormActions>
        </Form>
      </div>
    </Page>
  );
}

function Head({ title, record: { id, name, siret, place } }: { title: string; record: RecordHead }) {
  return (
    <div className="min-w-0 break-words">
      <p className="muted">{title}</p>
      <p><Link to={paths.partner(id)}><b>{name}</b></Link></p>
      {siret && <p>SIRET {siret}</p>}
      {place && <p className="muted">{place}</p>}
    </div>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
