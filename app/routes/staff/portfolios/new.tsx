import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { handOverPortfolio, handOverSchema } from '~/domain/portfolio/hand-over-portfolio.server';
import { readScope } from '~/domain/portfolio/portfolio-scope';
import { prepareHandover } from '~/domain/portfolio/prepare-handover.server';
import { partnersInWords } from '~/domain/partner/list/bulk-change';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { HandoverPreview } from '~/routes/staff/portfolios/handover-preview';
import { ScopeForm } from '~/routes/staff/portfolios/scope-form';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { Flash } from '~/ui/flash';
import { Page } from '~/ui/page';

export const loader = page('portfolio.handover', async (ctx, { url: { searchParams } }) => {
  const { scope, notices } = readScope(searchParams);
  const prepared = await prepareHandover(ctx, { fromId: z.guid().nullable().catch(null).parse(searchParams.get('de')), scope, isAsked: searchParams.has('quoi') });
  return { ...prepared, notices: [...notices, ...prepared.notices] };
});

export const action = command('portfolio.handover', handOverSchema, async (ctx, input, { url }) => {
  const { handoverId, partners } = await handOverPortfolio(ctx, { ...input, scope: readScope(url.searchParams).scope });
  return redirectWith(paths.handover(handoverId), { kind: 'ok', text: `${partnersInWords(partners)} ${partners > 1 ? 'ont' : 'a'} changé de mains. Un courriel part à la personne qui reprend.` });
});

export const meta: MetaFunction = () => [{ title: 'Transmettre un portefeuille · Maillage' }];

export default function NewHandover() {
  const { givers, fromId, scope, place, choices, sites, notices, isAsked, preview, successors, self, mayChoose, address } = useLoaderData<typeof loader>();
  const giver = givers.find(({ id }) => id === fromId);
  const key = `${fromId}${address}`;
  return (
    <Page
      title="Transmettre un portefeuille"
      breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: 'Passations', to: paths.handovers() }]}
      meta={[mayChoose ? 'D’une personne de l’agence à une autre.' : 'Vos partenaires, confiés à un·e collègue.']}
    >
      {givers.length === 0 ? (
        <Card>
          <EmptyState icon="users" title="Rien à transmettre" text={mayChoose ? 'Personne n’est référent·e d’un partenaire pour l’instant.' : 'Vous ne suivez aucun partenaire pour l’instant.'} />
        </Card>
      ) : (
        <>
          <Card title="Que transmettre ?">
            <ScopeForm key={key} {...{ givers, fromId, scope, place, choices, sites, self, mayChoose }} />
          </Card>
          {isAsked && notices.length > 0 && <Flash kind="warning">{notices.join(' ')}</Flash>}
          {isAsked && !preview && notices.length === 0 && <Flash kind="warning">Choisissez au moins un territoire, une étape ou une thématique, ou bien « Tout le portefeuille ».</Flash>}
          {giver && preview && <HandoverPreview key={`${key}${preview.total}`} giver={giver} preview={preview} successors={successors} address={address} isSelf={giver.id === self} />}
        </>
      )}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
