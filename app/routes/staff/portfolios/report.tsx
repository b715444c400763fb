import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { handoverReport, partnersPerPage } from '~/domain/portfolio/handover.queries.server';
import { undoHandover } from '~/domain/portfolio/undo-handover.server';
import { partnersInWords } from '~/domain/partner/list/bulk-change';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { momentOf } from '~/domain/text/french-date';
import { pageNumber } from '~/domain/text/page-number';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { PrintButton } from '~/routes/staff/partners/print/print-button';
import { communeWords } from '~/routes/staff/portfolios/territory-words';
import { keptInWords } from '~/routes/staff/portfolios/kept-words';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { Columns } from '~/ui/columns';
import { ConfirmButton } from '~/ui/confirm-button';
import { DataTable } from '~/ui/data-table';
import { DescriptionList } from '~/ui/description-list';
import { EmptyState } from '~/ui/empty-state';
import { Flash } from '~/ui/flash';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { Pager } from '~/ui/pager';
import { WrittenText } from '~/ui/written-text';

const gone = 'Cette passation n’existe pas, ou plus.';

export const loader = page('portfolio.read', async (ctx, { params, url }) => {
  const number = pageNumber(url.searchParams);
  return { ...(await handoverReport(ctx, knownId(params.handoverId, gone), number)), number, perPage: partnersPerPage };
});

export const action = command('portfolio.handover', z.object({}), async (ctx, _input, { params }) => {
  const handoverId = knownId(params.handoverId, gone);
  const { partners, keptPartners, keptTasks, keptLists } = await undoHandover(ctx, { handoverId });
  return redirectWith(paths.handover(handoverId), { kind: 'ok', text: `C’est annulé : ${partnersInWords(partners).toLowerCase()} rendu${partners > 1 ? 's' : ''}. ${keptInWords({ partners: keptPartners, tasks: keptTasks, lists: keptLists })}`.trim() });
});

export const meta: MetaFunction = () => [{ title: 'Passation · Maillage' }];

export default function HandoverReport() {
  const report = useLoaderData<typeof loader>();
  const { id, from, to, by, what, word, partners, tasks, introductions, createdAt, undoneAt, undoneBy, kept, territories, lists, rows, mayUndo, number, perPage } = report;
  const { formError } = useFailure();
  const at = (one: number) => `${paths.handover(id)}?page=${one}`;
  const first = (number - 1) * perPage + 1;
  const when = momentOf(new Date(createdAt));
  return (
    <Page
      title={`De ${from ?? 'un compte supprimé'} à ${to ?? 'personne pour l’instant'}`}
      breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: 'Passations', to: paths.handovers() }]}
      meta={[`${partnersInWords(partners)}, le ${when}`]}
      actions={
        <>
          <PrintButton />
          <LinkButton to={paths.handoverExport(id)} icon="download" reloadDocument>Exporter</LinkButton>
          {mayUndo && <UndoForm partners={partners} from={from} />}
        </>
      }
    >
      {formError && <Flash kind="error">{formError}</Flash>}
      {undoneAt && (
        <Flash kind="info" title={`Annulée le ${momentOf(new Date(undoneAt))}${undoneBy ? ` par ${undoneBy}` : ''}.`}>
          {kept && keptInWords(kept)}
        </Flash>
      )}
      <Columns
        aside={
          <>
            <Card title="Ce qui a changé de mains">
              <DescriptionList
                items={[
                  { term: 'Quoi', detail: what },
                  { term: 'Partenaires', detail: frenchNumber(partners) },
                  { term: 'Tâches reprises', detail: frenchNumber(tasks) },
                  ...(introductions > 0 ? [{ term: 'Tâches « Faire connaissance »', detail: frenchNumber(introductions) }] : []),
                  ...(lists.length > 0 ? [{ term: 'Listes enregistrées', detail: lists.join(', ') }] : []),
                  { term: 'Fait par', detail: by },
                ]}
              />
            </Card>
            {partners > 0 && (
              <Card title="Par territoire">
                <DescriptionList items={territories.map((one) => ({ term: communeWords(one), detail: frenchNumber(one.count) }))} />
              </Card>
            )}
          </>
        }
      >
        {word && (
          <Card title="Un mot pour la personne qui reprend">
            <WrittenText text={word} />
          </Card>
        )}
        <Card title="Les partenaires" flush>
          <DataTable
            caption="Partenaires transmis"
            rows={rows}
            rowKey={(row) => row.id}
            rowTo={(row) => paths.partner(row.id)}
            empty={<EmptyState icon="partner" title="Aucun partenaire" text="Cette passation a donné des tâches ou des listes." />}
            columns={[
              { key: 'name', header: 'Partenaire', isRowHeader: true, cell: ({ name }) => name },
              { key: 'stage', header: 'Étape aujourd’hui', cell: ({ stage }) => <Chip tone={stages[stage].tone}>{stages[stage].label}</Chip> },
              { key: 'commune', header: 'Commune', cell: communeWords },
              { key: 'officer', header: 'Référent·e aujourd’hui', cell: ({ officer }) => officer ?? 'Personne', detail: ({ givenBack }) => (givenBack === false ? 'changé depuis, laissé' : null) },
            ]}
          />
          {partners > perPage && <Pager from={first} to={first + rows.length - 1} total={partners} previousTo={number > 1 ? at(number - 1) : undefined} nextTo={first + rows.length - 1 < partners ? at(number + 1) : undefined} />}
        </Card>
      </Columns>
    </Page>
  );
}

function UndoForm({ partners, from }: { partners: number; from: string | null }) {
  return (
    <Form method="post">
      <ConfirmButton
        pending={useSending()}
        title="Annuler cette passation ?"
        text={<p>{partnersInWords(partners)} {partners > 1 ? 'reviennent' : 'revient'} à {from ?? 'la personne qui les suivait'}, avec les tâches qui restent à faire et les listes transmises. Ce qui a changé depuis restera comme il est, et sera dit.</p>}
        confirmLabel="Annuler la passation"
      >
        Annuler la passation
      </ConfirmButton>
    </Form>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
