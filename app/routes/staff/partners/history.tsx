import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { historyFilters } from '~/domain/history/history-fields';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { restoreValue, restoreValueSchema } from '~/domain/history/restore-value.server';
import { quickDays } from '~/domain/history/point-in-time';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { RecordAtForm } from '~/routes/staff/partners/past/record-at-form';
import { HistoryEntry } from '~/routes/staff/partners/record/history-entry';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { Flash } from '~/ui/flash';
import { FormRow } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { SelectField } from '~/ui/select-field';

export const loader = page('history.read', async (ctx, { params, url }) => {
  const asked = (name: string) => url.searchParams.get(name);
  const history = await partnerHistory(ctx, params.partnerId, { field: asked('champ'), personId: asked('personne'), rowId: asked('objet'), before: asked('avant') });
  const id = knownId(params.partnerId);
  return { ...history, partnerId: id, today: parisDay(ctx.now), days: quickDays(ctx.now).filter(({ day }) => day >= parisDay(history.beganAt)), mayRestore: actorMay(ctx.actor, 'history.restore'), own: paths.partnerHistory(id) };
});

export const action = command('history.restore', restoreValueSchema, async (ctx, input, { params }) => {
  const partnershipId = knownId(params.partnerId);
  const { label } = await restoreValue(ctx, { ...input, partnershipId });
  return redirectWith(paths.partnerHistory(partnershipId), { kind: 'ok', text: `${label} : l’ancienne valeur est rétablie.` });
});

export default function PartnerHistory() {
  const { groups, next, people, mayRestore, own, partnerId, today, days, importEntryId } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const [search] = useSearchParams();
  const isFiltered = Boolean(search.get('champ') || search.get('personne') || search.get('objet'));
  const older = new URLSearchParams(search);
  if (next) older.set('avant', next);
  return (
    <div className="max-w-4xl">
      {failure && <Flash kind="error" title={failure.errors.form ?? 'Ce champ n’a pas pu être rétabli.'} />}
      <Card title="Voir la fiche à une date"><RecordAtForm {...{ partnerId, today, quickDays: days, importEntryId }} /></Card>
      <Form method="get" className="mb-4" key={search.toString()}>
        <FormRow>
          <SelectField name="champ" label="Information" placeholder="Toutes" options={historyFilters} defaultValue={search.get('champ') ?? ''} />
          <SelectField name="personne" label="Personne" placeholder="Toutes" options={people} defaultValue={search.get('personne') ?? ''} />
        </FormRow>
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <Button type="submit" size="small" icon="filter">Filtrer</Button>
          {isFiltered && <Link to={own}>Tout voir</Link>}
        </p>
      </Form>
      {groups.length === 0 && <EmptyState icon="history" title="Aucun changement à montrer" text={isFiltered ? 'Choisissez une autre information ou une autre personne.' : 'Ce qui changera sur cette fiche se lira ici.'} />}
      {groups.map((group) => <HistoryEntry key={group.key} group={group} action={own} mayRestore={mayRestore} justBefore={group.hasBefore ? paths.partnerRecordAt(partnerId, group.key) : null} />)}
      {next && <LinkButton to={`?${older}`}>Changements plus anciens</LinkButton>}
    </div>
  );
}
