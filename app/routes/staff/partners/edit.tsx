import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { kindChoices, siteChoices } from '~/domain/partner/choices.queries.server';
import { mergeTyped, type FormText } from '~/domain/partner/edit-form';
import { editedPartner, formTextOf, sourcesOf } from '~/domain/partner/edit-form.queries.server';
import { editFormSchema } from '~/domain/partner/edit-form.schema';
import { editPartner } from '~/domain/partner/edit-partner.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { EditForm } from '~/routes/staff/partners/edit/edit-form';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Failure } from '~/server/http.server';
import { Page } from '~/ui/page';

export const loader = page('partner.edit', async (ctx, { params }) => {
  const partner = await editedPartner(ctx, params.partnerId);
  return {
    partnershipId: partner.id,
    name: partner.organisation.name,
    current: formTextOf(partner),
    precision: partner.organisation.placePrecision,
    sources: sourcesOf(partner),
    kinds: await kindChoices(ctx),
    sites: await siteChoices(ctx),
  };
});

// After a refused form too: what somebody else wrote meanwhile is what the choice is about.
export { rereadAfterRefusal as shouldRevalidate } from '~/routes/staff/partners/record/reread-after-refusal';

export const action = keepingWalk(command('partner.edit', editFormSchema, async (ctx, input, { params }) => {
  const partnershipId = knownId(params.partnerId);
  const { changed, merged } = await editPartner(ctx, { ...input, partnershipId });
  const kept = merged.length > 0 ? ` Une autre personne avait changé entre-temps : ${merged.join(', ').toLowerCase()}. C’est gardé aussi.` : '';
  return redirectWith(paths.partner(partnershipId), { kind: 'ok', text: changed.length > 0 ? `La fiche est enregistrée.${kept}` : 'Rien n’a changé.' });
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Modifier ${data?.name ?? 'la fiche'} – Maillage` }];

export default function EditPartner() {
  const along = useAlong();
  const { partnershipId, name, current, precision, sources, kinds, sites } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  const { typed, base } = sentBefore(failure, current);
  // What the form shows is always on the record as it is now: the choices are about the latest words of the other person.
  const merged = mergeTyped({ base, typed, current });
  const isStale = Boolean(failure?.stale);
  return (
    <Page title={`Modifier ${name}`} breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: name, to: along(paths.partner(partnershipId)) }]}>
      <div className="max-w-4xl">
        <EditForm
          key={failure ? JSON.stringify(failure.values) : 'opened'}
          values={merged.values}
          base={isStale ? current : base}
          conflicts={isStale ? merged.conflicts : []}
          errors={failure?.errors ?? {}}
          {...{ partnershipId, precision, sources, kinds, sites }}
        />
      </div>
    </Page>
  );
}

/** What was sent, when the form comes back; what is known, when it is opened. */
function sentBefore(failure: Failure | undefined, current: FormText): { typed: FormText; base: FormText } {
  if (!failure) return { typed: current, base: current };
  const typed: FormText = { ...current, otherKindIds: '', hasYouthLabel: '' };
  for (const [name, value] of Object.entries(failure.values)) typed[name] = Array.isArray(value) ? [...value].sort().join(' ') : value;
  try {
    const base: unknown = JSON.parse(typed.base ?? '');
    if (base && typeof base === 'object') return { typed, base: { ...current, ...(base as FormText) } };
  } catch {
    // A form sent without what it showed: nothing can be told from somebody else's change.
  }
  return { typed, base: current };
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
