import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { historyFilters } from '~/domain/history/history-fields';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { restoreValue, restoreValueSchema } from '~/domain/history/restore-value.server';
import { quickDays } from '~/domain/history/point-in-time';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { dayOf } from '~/domain/text/french-date';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { RecordAtForm } from '~/routes/staff/partners/past/record-at-form';
import { useAlong, WalkFields } from '~/routes/staff/partners/record/use-along';
import { HistoryEntry } from '~/routes/staff/partners/record/history-entry';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DateField } from '~/ui/date-field';
import { EmptyState } from '~/ui/empty-state';
import { Flash } from '~/ui/flash';
import { FormRow, FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { SelectField } from '~/ui/select-field';

export const loader = page('history.read', async (ctx, { params, url }) => {
  const asked = (name: string) => url.searchParams.get(name);
  const history = await partnerHistory(ctx, params.partnerId, { field: asked('champ'), personId: asked('personne'), rowId: asked('objet'), from: asked('du'), to: asked('au'), before: asked('avant'), mergedId: asked('fiche') });
  const id = knownId(params.partnerId);
  return { ...history, partnerId: id, today: parisDay(ctx.now), days: quickDays(ctx.now).filter(({ day }) => day >= parisDay(history.beganAt)), mayRestore: actorMay(ctx.actor, 'history.restore'), own: paths.partnerHistory(id) };
});

export const action = command('history.restore', restoreValueSchema, async (ctx, input, { params, url }) => {
  const partnershipId = knownId(params.partnerId);
  const { label } = await restoreValue(ctx, { ...input, partnershipId });
  return redirectWith(`${paths.partnerHistory(partnershipId)}${url.search}`, { kind: 'ok', text: `${label} : l’ancienne valeur est rétablie.` });
});

export default function PartnerHistory() {
  const { groups, next, people, errors, takenIn, shown, mayRestore, own, partnerId, today, days, importEntryId } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const along = useAlong();
  const [search] = useSearchParams();
  const isFiltered = ['champ', 'personne', 'objet', 'du', 'au'].some((name) => search.get(name));
  const older = new URLSearchParams(search);
  const latest = new URLSearchParams(search);
  latest.delete('avant');
  if (next) older.set('avant', next);
  return (
    <div className="max-w-4xl">
      {failure && <Flash kind="error" title={failure.errors.form ?? 'Ce champ n’a pas pu être rétabli.'} />}
      {!shown && <Card title="Voir la fiche à une date"><RecordAtForm {...{ partnerId, today, quickDays: days, importEntryId }} /></Card>}
      <TakenInRecords own={own} takenIn={takenIn} shown={shown} />
      <Form method="get" className="mb-4" key={search.toString()}>
        <WalkFields />
        {shown && <input type="hidden" name="fiche" value={shown.id} />}
        <FormStack>
          <FormRow>
            <SelectField name="champ" label="Information" placeholder="Toutes" options={historyFilters} defaultValue={search.get('champ') ?? ''} />
            <SelectField name="personne" label="Personne" placeholder="Toutes" options={people} defaultValue={search.get('personne') ?? ''} />
          </FormRow>
          <FormRow>
            <DateField name="du" label="Du" defaultValue={search.get('du') ?? ''} max={today} />
            <DateField name="au" label="Au" error={errors.au} defaultValue={search.get('au') ?? ''} max={today} />
          </FormRow>
        </FormStack>
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <Button type="submit" size="small" icon="filter">Filtrer</Button>
          {isFiltered && <Link to={along(own)}>Tout voir</Link>}
        </p>
      </Form>
      {groups.length === 0 && <EmptyState icon="history" title="Aucun changement à montrer" text={isFiltered ? 'Choisissez une autre information, une autre personne ou d’autres dates.' : 'Ce qui changera sur cette fiche se lira ici.'} />}
      {groups.map((group) => <HistoryEntry key={group.key} group={group} action={search.size > 0 ? `${own}?${search}` : own} mayRestore={mayRestore && !shown} justBefore={group.hasBefore && !shown ? along(paths.partnerRecordAt(partnerId, group.key)) : null} />)}
      {(next || search.has('avant')) && (
        <p className="flex flex-wrap gap-2">
          {search.has('avant') && <LinkButton to={`?${latest}`}>Les plus récents</LinkButton>}
          {next && <LinkButton to={`?${older}`}>Changements plus anciens</LinkButton>}
        </p>
      )}
    </div>
  );
}

type Shown = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'own' | 'takenIn' | 'shown'>;

/** The records that were taken into this one keep their history: a link to each, and the way back. */
function TakenInRecords({ own, takenIn, shown }: Shown) {
  const along = useAlong();
  if (shown) return <Flash kind="info" title={`Historique de ${inGuillemets(shown.name)}, jusqu’à sa fusion le ${dayOf(shown.at)}.`}><Link to={along(own)}>Revenir à l’historique de cette fiche</Link></Flash>;
  if (takenIn.length === 0) return null;
  return (
    <p className="mb-4">
      Ce qui s’est passé avant leur fusion :{' '}
      {takenIn.map(({ id, name, at }, index) => <span key={id}>{index > 0 && ', '}<Link to={along(`${own}?fiche=${id}`)}>{name}</Link> (jusqu’au {dayOf(at)})</span>)}.
    </p>
  );
}
