import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { deleteExchange } from '~/domain/exchange/delete-exchange.server';
import { editExchange } from '~/domain/exchange/edit-exchange.server';
import { removeFromExchange } from '~/domain/exchange/exchange-file.server';
import { exchangeChoices, timelinePeople } from '~/domain/exchange/exchange-choices.server';
import { kindOfSlug } from '~/domain/exchange/exchange-kinds';
import { addExchangeSchema, editExchangeSchema, exchangeFileSchema, exchangeIdSchema, pinExchangeSchema } from '~/domain/exchange/exchange.schema';
import { partnerTimeline, timelineExchange } from '~/domain/exchange/partner-timeline.server';
import { pinExchange } from '~/domain/exchange/pin-exchange.server';
import { isTimelineFiltered, readTimelineFilters } from '~/domain/exchange/timeline-filters';
import { knownId, partnershipOf } from '~/domain/partnership/partnership-of.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { parisDay } from '~/domain/text/paris-day';
import { parisClock } from '~/domain/text/paris-time';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { ExchangeForm } from '~/routes/staff/partners/exchange/exchange-form';
import { NoteBar } from '~/routes/staff/partners/exchange/note-bar';
import { TimelineCard } from '~/routes/staff/partners/exchange/timeline-card';
import { TimelineFilterForm } from '~/routes/staff/partners/exchange/timeline-filter-form';
import { useClearedDraft } from '~/routes/staff/partners/exchange/use-draft';
import { failureOf } from '~/routes/staff/partners/record/typed-again';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { withFiles } from '~/server/with-files.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';

export const loader = page('exchange.read', async (ctx, { params, url }) => {
  const { id } = await partnershipOf(ctx, params.partnerId);
  const mayWrite = actorMay(ctx.actor, 'exchange.write');
  const filters = readTimelineFilters(url.searchParams);
  const edited = z.uuid().safeParse(url.searchParams.get('corriger'));
  const noted = mayWrite && url.searchParams.has('noter') ? (kindOfSlug(url.searchParams.get('noter')) ?? 'call') : null;
  const editing = mayWrite && edited.success ? await timelineExchange(ctx, id, edited.data) : null;
  const form = noted || editing?.isOwn ? { kind: noted, editing: noted ? null : editing, ...(await exchangeChoices(ctx, id)) } : null;
  return {
    partnershipId: id,
    ...(await partnerTimeline(ctx, id, filters, url.searchParams.get('apres'))),
    isFiltered: isTimelineFiltered(filters),
    people: await timelinePeople(ctx, id),
    form,
    now: parisClock(ctx.now),
    today: parisDay(ctx.now),
    mayWrite,
    mayDelete: actorMay(ctx.actor, 'history.restore'),
  };
});

export const action = keepingWalk(withFiles('exchange.write', commands({
  add: command('exchange.write', addExchangeSchema, async (ctx, input, { params, files }) => {
    const partnershipId = knownId(params.partnerId);
    const { taskId } = await addExchange(ctx, { ...input, partnershipId, files });
    const noted = input.kind === 'note' ? 'La note est ajoutée.' : 'L’échange est noté.';
    return redirectWith(paths.partnerExchanges(partnershipId), { kind: 'ok', text: taskId ? `${noted} La suite est dans « À faire ».` : noted });
  }),
  edit: command('exchange.write', editExchangeSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await editExchange(ctx, { ...input, partnershipId });
    return redirectWith(paths.partnerExchanges(partnershipId), { kind: 'ok', text: 'L’échange est enregistré.' });
  }),
  pin: command('exchange.write', pinExchangeSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await pinExchange(ctx, { ...input, partnershipId });
    return redirectWith(paths.partnerExchanges(partnershipId), { kind: 'ok', text: input.isPinned ? 'L’échange reste en haut.' : 'L’échange est revenu à sa date.' });
  }),
  removeFile: command('exchange.write', exchangeFileSchema, async (ctx, { exchangeId, fileId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const { name } = await removeFromExchange(ctx, { partnershipId, exchangeId, fileId });
    return redirectWith(paths.partnerExchanges(partnershipId), { kind: 'ok', text: `${inGuillemets(name)} est retiré.`, action: { label: 'Annuler', to: paths.partnerExchangeFile(partnershipId, exchangeId, fileId) } });
  }),
  delete: command('exchange.write', exchangeIdSchema, async (ctx, { exchangeId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await deleteExchange(ctx, { partnershipId, exchangeId });
    return redirectWith(paths.partnerExchanges(partnershipId), { kind: 'ok', text: 'L’échange est supprimé.', action: { label: 'Annuler', to: paths.partnerExchangeRestore(partnershipId, exchangeId) } });
  }),
})));

export default function PartnerExchanges() {
  const { partnershipId, pinned, items, next, isFiltered, people, form, now, today, mayWrite, mayDelete } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const [search] = useSearchParams();
  useClearedDraft(partnershipId);
  const older = new URLSearchParams([...search].filter(([name]) => !['noter', 'corriger'].includes(name)));
  if (next) older.set('apres', next);
  const entries = { today, mayWrite, mayDelete, partnershipId };
  const isEmpty = pinned.length + items.length === 0;
  return (
    <div className="max-w-5xl">
      {form ? (
        <Card title={form.kind ? 'Noter un échange' : 'Corriger l’échange'}>
          <ExchangeForm
            key={form.editing ? `${form.editing.id}${form.editing.version}` : form.kind}
            partnershipId={partnershipId}
            kind={form.kind ?? form.editing?.kind ?? 'call'}
            exchange={form.editing}
            choices={form}
            now={now}
            failure={failureOf(failure, form.editing ? 'edit' : 'add')}
          />
        </Card>
      ) : (
        mayWrite && <NoteBar partnershipId={partnershipId} />
      )}
      {(!isEmpty || isFiltered) && <TimelineFilterForm key={search.toString()} people={people} isFiltered={isFiltered} />}
      {pinned.length > 0 && <TimelineCard title="Gardé en haut" items={pinned} {...entries} />}
      {items.length > 0 && <TimelineCard title={pinned.length > 0 ? 'Ensuite' : undefined} items={items} {...entries} />}
      {isEmpty && <EmptyState icon="message" title="Aucun échange à montrer" text={isFiltered ? 'Choisissez un autre type, une autre personne ou d’autres mots.' : 'Ce que vous notez ici sert à la personne qui reprendra le dossier.'} />}
      {next && <LinkButton to={`?${older}`}>Échanges plus anciens</LinkButton>}
    </div>
  );
}
