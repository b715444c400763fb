import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { parseSiret } from '~/domain/organisation/siret';
import { addPartner } from '~/domain/partner/add-partner.server';
import { colleagueChoices, kindChoices, siteChoices, tagChoices } from '~/domain/partner/choices.queries.server';
import { knownPartners, type KnownPartner } from '~/domain/partner/known-partners.server';
import { officerAtFirst } from '~/domain/partner/officer-at-first';
import { addPartnerFormSchema } from '~/domain/partner/partner.schema';
import { registeredFormValues } from '~/domain/partner/register.server';
import { whoToAskAbout } from '~/domain/partner/who-to-ask-about';
import { paths } from '~/paths';
import { PartnerForm } from '~/routes/staff/partners/new/partner-form';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Failure } from '~/server/http.server';
import { Page } from '~/ui/page';

export const loader = page('partner.create', async (ctx, { url }) => {
  const siret = parseSiret(url.searchParams.get('siret') ?? '');
  const start: Record<string, string> = { officerId: officerAtFirst(ctx.actor) ?? '', name: url.searchParams.get('name')?.slice(0, 300) ?? '' };
  return {
    start: siret.ok ? { ...start, siret: siret.siret, ...(await registeredFormValues(ctx, siret.siret)) } : start,
    choices: { kinds: await kindChoices(ctx), tags: await tagChoices(ctx), sites: await siteChoices(ctx), colleagues: await colleagueChoices(ctx) },
  };
});

export const action = command('partner.create', addPartnerFormSchema, async (ctx, { seen, typed, ...input }) => {
  const known = await knownPartners(ctx, input);
  // Asked once: somebody who saw these names and goes on knows better.
  if (whoToAskAbout(known, seen).length > 0) return data({ ok: false, intent: null, errors: {}, values: typed, known } satisfies Failure & { known: KnownPartner[] }, 409);
  const { partnershipId, joined } = await addPartner(ctx, input);
  return redirectWith(paths.partner(partnershipId), { kind: 'ok', text: joined ? `${input.name} est parmi vos partenaires. Le réseau connaissait déjà cet établissement : vous partagez sa fiche.` : `${input.name} est ajouté à vos partenaires.` });
});

export const meta: MetaFunction = () => [{ title: 'Ajouter un partenaire – Maillage' }];

export default function NewPartner() {
  const { start, choices } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure & { known?: KnownPartner[] }>();
  return (
    <Page title="Ajouter un partenaire" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }]}>
      <div className="max-w-4xl">
        <PartnerForm key={start.siret} start={start} choices={choices} failure={failure} />
      </div>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
