import { redirect, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { bulkVerbNames, bulkVerbs, doneInWords, partnersInWords, type BulkVerb } from '~/domain/partner/list/bulk-change';
import { changeSchemas, expectedSchema, selectionSchema, type BulkChange, type Selection, typedSchema } from '~/domain/partner/list/bulk-change.schema';
import { changeTogether } from '~/domain/partner/list/change-together.server';
import { chooseColumns, chosenColumns } from '~/domain/partner/list/choose-columns.server';
import { chosenPartners } from '~/domain/partner/list/chosen-partners.server';
import { columnsSchema } from '~/domain/partner/list/columns.schema';
import { isFiltered, withoutIdle, writeFilters } from '~/domain/partner/list/filters';
import { readFilters } from '~/domain/partner/list/read-filters';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { partnersWithFewerWords } from '~/domain/partner/list/partners-with-fewer-words.server';
import { waysOut } from '~/domain/partner/list/ways-out.server';
import { previewTogether } from '~/domain/partner/together/all-together.server';
import { choicesTogether } from '~/domain/partner/together/choices-together.server';
import { saveList } from '~/domain/saved-list/save-list.server';
import { savePicked } from '~/domain/saved-list/save-picked.server';
import { saveListSchema } from '~/domain/saved-list/saved-list.schema';
import { dayOf } from '~/domain/text/french-date';
import { inGuillemets } from '~/domain/text/in-guillemets';
import type { z } from '~/domain/zod';
import { paths } from '~/paths';
import { BesideMap, placesOf } from '~/routes/staff/map/beside-map';
import { partnersMap } from '~/routes/staff/map/list-maps';
import { ActiveFilters } from '~/routes/staff/partners/list/active-filters';
import { BulkButtons, selectionForm } from '~/routes/staff/partners/list/bulk-buttons';
import { preparedBy, type PreparedAnswer } from '~/routes/staff/partners/list/prepared';
import { BulkWindow } from '~/routes/staff/partners/list/bulk-window';
import { fewerPartners, FewerPartners } from '~/routes/staff/partners/list/fewer-partners';
import { ListActions } from '~/routes/staff/partners/list/list-actions';
import { listAddress, listSearch } from '~/routes/staff/partners/list/list-address';
import { ListSummary } from '~/routes/staff/partners/list/list-summary';
import { partnerOrders } from '~/routes/staff/partners/list/partner-orders';
import { NoPartnerYet, NothingFound } from '~/routes/staff/partners/list/no-partner';
import { partnerColumns } from '~/routes/staff/partners/list/partner-columns';
import { shownRows } from '~/routes/staff/partners/list/shown-row';
import { PartnerFilterForm } from '~/routes/staff/partners/list/partner-filters';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure, type Visit } from '~/server/http.server';
import { Card } from '~/ui/card';
import { DataTable, headsOf } from '~/ui/data-table';
import { Flash } from '~/ui/flash';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { Pager } from '~/ui/pager';
import { SortChoice } from '~/ui/sort-choice';

export const loader = page('partner.read', async (ctx, { url }) => {
  // A form without script sends its empty fields too: an address to pass on has none. What is left says something, so this happens once.
  const tidy = withoutIdle(url.searchParams);
  if (tidy.size < url.searchParams.size) throw redirect(tidy.size > 0 ? `${paths.partners()}?${tidy}` : paths.partners());
  const { filters, notices } = readFilters(url.searchParams);
  const list = await listPartners(ctx, { ...filters, apres: url.searchParams.get('apres'), avant: url.searchParams.get('avant') });
  const columns = chosenColumns(ctx.actor);
  const fewer = list.total === 0 && list.filters.q ? await partnersWithFewerWords(ctx, list) : null;
  const may = (permission: Parameters<typeof actorMay>[1]) => actorMay(ctx.actor, permission);
  return {
    ...list,
    notices: [...notices, ...list.notices],
    rows: shownRows(list.rows, columns),
    columns,
    fewer: fewer && { ways: fewer.ways, rows: shownRows(fewer.list.rows.slice(0, fewerShown), columns), sort: fewer.list.sort, place: fewer.list.place },
    ways: list.total === 0 && isFiltered(list.filters) ? await waysOut(ctx, list) : [],
    isRegion: ctx.actor.missionLocaleId === null,
    since: ctx.now.toISOString(),
    may: { import: may('import.run'), add: may('partner.create'), export: may('partner.export'), saveLists: may('list.save'), handOver: may('portfolio.handover'), seeDuplicates: may('duplicate.read'), note: may('exchange.write'), merge: may('partner.merge') },
    verbs: bulkVerbNames.filter((verb) => may(bulkVerbs[verb].permission) && !(verb === 'archiver' && list.filters.archives)),
  };
});

/** Of the list with fewer words: enough to see whether it is the one meant. */
const fewerShown = 10;

const filtersOf = ({ url }: Visit) => readFilters(url.searchParams).filters;
const backToList = ({ url }: Visit) => `${paths.partners()}${url.search}`;

/** First step: how many partners are meant, and what exactly is to be done. What was typed comes back from the preview. */
const prepare = (verb: BulkVerb) =>
  command(bulkVerbs[verb].permission, selectionSchema.and(typedSchema), async (ctx, { ids, isAll, typed }, visit): Promise<PreparedAnswer> => {
    const chosen = await chosenPartners(ctx, { ids, isAll }, filtersOf(visit));
    // Nothing is asked of who archives: the preview comes at once.
    const preview = verb === 'archiver' ? await previewTogether(ctx, { ids: chosen, change: { verb } }) : null;
    return { ok: true, prepared: { verb, count: chosen.length, isAll, ids: isAll ? [] : chosen, choices: await choicesTogether(ctx, verb), preview, typed } };
  });

/** Second step: what would change, what is so already, what cannot, and why. Nothing is done. */
const look = <V extends BulkVerb>(verb: V) =>
  command(bulkVerbs[verb].permission, (selectionSchema as z.ZodType<Selection>).and(changeSchemas[verb] as unknown as z.ZodType<BulkChange>).and(typedSchema), async (ctx, { ids, isAll, typed, ...change }, visit): Promise<PreparedAnswer> => {
    const chosen = await chosenPartners(ctx, { ids, isAll }, filtersOf(visit));
    const preview = await previewTogether(ctx, { ids: chosen, change });
    return { ok: true, prepared: { verb, count: chosen.length, isAll, ids: isAll ? [] : chosen, choices: [], preview, typed } };
  });

/** Third step: done, and said, with the way back. */
async function change(ctx: Ctx, { ids, isAll, expected, ...asked }: Selection & BulkChange & { expected?: number }, visit: Visit) {
  const chosen = await chosenPartners(ctx, { ids, isAll }, filtersOf(visit));
  const { changeId, changed } = await changeTogether(ctx, { ids: chosen, change: asked, expected });
  if (!changeId) return redirectWith(backToList(visit), { kind: 'info', text: 'Rien à changer : c’était déjà ainsi.' });
  return redirectWith(backToList(visit), { kind: 'ok', text: doneInWords(asked, changed), action: { label: 'Annuler', to: `${paths.partnersChangeUndo(changeId)}${visit.url.search}` } });
}

export const action = commands({
  colonnes: command('account.own', columnsSchema, async (ctx, { colonne }, visit) => {
    await chooseColumns(ctx, colonne);
    return redirectWith(backToList(visit), { kind: 'ok', text: 'Vos colonnes sont enregistrées.' });
  }),
  'enregistrer-liste': command('list.save', saveListSchema, async (ctx, input, visit) => {
    await saveList(ctx, { ...input, filters: filtersOf(visit) });
    return redirectWith(backToList(visit), { kind: 'ok', text: input.isShared ? `La liste ${inGuillemets(input.name)} est enregistrée, toute l’agence la voit.` : `La liste ${inGuillemets(input.name)} est enregistrée.` });
  }),
  'garder-en-liste': command('list.save', selectionSchema, async (ctx, selection, visit) => {
    const { listId, count } = await savePicked(ctx, { ...selection, name: `Choix du ${dayOf(ctx.now)}`, isShared: false, filters: filtersOf(visit) });
    return redirectWith(`${paths.savedLists()}?renommer=${listId}`, { kind: 'ok', text: `${partnersInWords(count)} en liste. Vous pouvez lui donner un nom.` });
  }),
  'preparer-attribuer': prepare('attribuer'),
  'preparer-etiqueter': prepare('etiqueter'),
  'preparer-thematiser': prepare('thematiser'),
  'preparer-typer': prepare('typer'),
  'preparer-deplacer': prepare('deplacer'),
  'preparer-lister': prepare('lister'),
  'preparer-planifier': prepare('planifier'),
  'preparer-archiver': prepare('archiver'),
  'apercu-attribuer': look('attribuer'),
  'apercu-etiqueter': look('etiqueter'),
  'apercu-thematiser': look('thematiser'),
  'apercu-typer': look('typer'),
  'apercu-deplacer': look('deplacer'),
  'apercu-lister': look('lister'),
  'apercu-planifier': look('planifier'),
  attribuer: command('partnership.assign', selectionSchema.and(changeSchemas.attribuer).and(expectedSchema), change),
  etiqueter: command('partnership.sort', selectionSchema.and(changeSchemas.etiqueter).and(expectedSchema), change),
  thematiser: command('partnership.sort', selectionSchema.and(changeSchemas.thematiser).and(expectedSchema), change),
  typer: command('partnership.sort', selectionSchema.and(changeSchemas.typer).and(expectedSchema), change),
  deplacer: command('partnership.move', selectionSchema.and(changeSchemas.deplacer).and(expectedSchema), change),
  lister: command('list.save', selectionSchema.and(changeSchemas.lister).and(expectedSchema), change),
  planifier: command('task.write', selectionSchema.and(changeSchemas.planifier).and(expectedSchema), change),
  archiver: command('partnership.archive', selectionSchema.and(changeSchemas.archiver).and(expectedSchema), change),
});

export const meta: MetaFunction<typeof loader> = () => [{ title: 'Partenaires – Maillage' }];

export default function Partners() {
  const { rows, total, from, next, previous, filters, values, place, sort, dates, since, columns, ways, fewer, isRegion, may, verbs, ...list } = useLoaderData<typeof loader>();
  const answer = useActionData<PreparedAnswer | Failure>();
  const { key: visitKey } = useLocation();
  const here = `${paths.partners()}?${writeFilters(filters)}`;
  const asked = preparedBy(answer, total);
  // From a record, « suivant » goes on in this very list.
  const through = writeFilters({ ...filters, tri: sort }).toString();
  const standOf = (index: number) => (dates?.[index] ? { since, here: dates[index] } : null);
  const hasMap = filters.vue !== '';
  const chosen = hasMap ? columns.slice(0, 2) : columns;
  const table = partnerColumns({ chosen, filters, sort, hasCircle: Boolean(place?.circle), isRegion });
  const isEmpty = total === 0 && !isFiltered(filters);
  return (
    <Page title={filters.archives ? 'Partenaires archivés' : 'Partenaires'} actions={<ListActions filters={filters} columns={columns} may={may} isRegion={isRegion} here={here} hasRows={total > 0} failure={answer && !answer.ok ? answer : undefined} />}>
      {answer && !answer.ok && !asked && answer.intent !== 'enregistrer-liste' && <Flash kind="error">{answer.errors.form ?? 'Le choix n’a pas été compris. Recommencez.'}</Flash>}
      {asked && <BulkWindow key={`${visitKey}${asked.prepared.verb}${asked.prepared.count}${asked.prepared.preview ? 'vu' : ''}`} {...asked} values={values} action={here} />}
      {isEmpty ? (
        <NoPartnerYet mayImport={may.import} mayAdd={may.add} />
      ) : (
        <>
          <PartnerFilterForm filters={filters} values={values} place={place} />
          <ActiveFilters filters={filters} values={values} place={place} />
          <ListSummary {...{ total, sort, place, filters }} {...list} fewer={fewer ? fewerPartners(fewer.ways) : null} />
          {total > 1 && <SortChoice orders={partnerOrders({ filters, sort, hasCircle: Boolean(place?.circle), heads: headsOf(table) })} />}
          {verbs.length > 0 && total > 0 && <Form id={selectionForm} method="post" action={here} preventScrollReset />}
          <BesideMap map={hasMap ? (fewer ? partnersMap(fewer.ways[0]!.filters, fewer.place, may.note) : partnersMap(filters, place, may.note)) : null} places={placesOf(fewer?.rows ?? rows)}>
            <Card flush>
              <DataTable
                key={rows.map(({ id }) => id).join()}
                caption="Partenaires"
                columns={table}
                rows={rows}
                rowKey={({ id }) => id}
                rowName={({ name }) => name}
                rowTo={({ id }, index) => `${paths.partner(id)}${listSearch(through, from + index, null, standOf(index))}`}
                selection={verbs.length > 0 ? { name: 'partenaire', form: selectionForm, actions: <BulkButtons verbs={verbs} maySaveList={may.saveLists} />, withTwo: may.merge ? (one, other) => <LinkButton to={paths.partnerMergeWith(one, other)} size="small">Fusionner</LinkButton> : undefined, total, allName: 'tous' } : undefined}
                empty={fewer ? <FewerPartners ways={fewer.ways} rows={fewer.rows} sort={fewer.sort} others={ways} columns={chosen} isRegion={isRegion} /> : <NothingFound ways={ways} />}
              />
              {(next || previous) && (
                <Pager from={from} to={from + rows.length - 1} total={total} nextTo={next ? listAddress({ ...filters, tri: sort }, { apres: next }) : undefined} previousTo={previous ? listAddress({ ...filters, tri: sort }, { avant: previous }) : undefined} />
              )}
            </Card>
          </BesideMap>
        </>
      )}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
