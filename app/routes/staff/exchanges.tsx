import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { areExchangesFiltered, periods, readExchangeFilters } from '~/domain/exchange/exchange-filters';
import { exchangeKindNames, exchangeKinds } from '~/domain/exchange/exchange-kinds';
import { findExchanges } from '~/domain/exchange/find-exchanges.server';
import { colleagueChoices } from '~/domain/partner/choices.queries.server';
import { shortDayOf } from '~/domain/text/french-date';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { ExchangeEntry } from '~/routes/staff/partners/exchange/exchange-entry';
import { exchangeIcons } from '~/routes/staff/partners/exchange/exchange-icons';
import { page } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { Timeline } from '~/ui/timeline';

export const meta: MetaFunction = () => [{ title: 'Échanges · Maillage' }];

export const loader = page('exchange.read', async (ctx, { url }) => {
  const filters = readExchangeFilters(url.searchParams);
  return { ...(await findExchanges(ctx, filters, url.searchParams.get('apres'))), colleagues: await colleagueChoices(ctx), isFiltered: areExchangesFiltered(filters), today: parisDay(ctx.now) };
});

export default function Exchanges() {
  const { exchanges, next, colleagues, isFiltered, today } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const older = new URLSearchParams(search);
  if (next) older.set('apres', next);
  return (
    <Page title="Échanges" meta={['Tout ce que l’agence a noté, le plus récent d’abord']}>
      <div className="max-w-5xl">
        <Form method="get" className="mb-4" role="search" aria-label="Chercher dans les échanges" key={search.toString()}>
          <div className="search-row">
            <TextField name="mots" label="Mots" autoComplete="off" maxLength={200} defaultValue={search.get('mots') ?? ''} />
            <SelectField name="type" label="Type" placeholder="Tous" options={exchangeKindNames.map((kind) => ({ value: exchangeKinds[kind].slug, label: exchangeKinds[kind].label }))} defaultValue={search.get('type') ?? ''} />
            <SelectField name="par" label="Noté par" placeholder="Tout le monde" options={colleagues} defaultValue={search.get('par') ?? ''} />
            <SelectField name="depuis" label="Période" placeholder="Depuis toujours" options={Object.entries(periods).map(([value, label]) => ({ value, label }))} defaultValue={search.get('depuis') ?? ''} />
            <Button type="submit" icon="search">Chercher</Button>
          </div>
          {isFiltered && <p className="mt-3"><Link to={paths.exchanges()}>Tout voir</Link></p>}
        </Form>
        {exchanges.length === 0 ? (
          <Card>
            <EmptyState
              icon="message"
              title={isFiltered ? 'Aucun échange ne correspond' : 'Pas encore d’échange noté'}
              text={isFiltered ? 'Essayez moins de mots, un autre type ou une période plus longue.' : 'Ouvrez un partenaire et notez un appel, une visite, un courriel : vous le retrouverez ici.'}
              action={isFiltered ? <LinkButton to={paths.exchanges()}>Tout voir</LinkButton> : <LinkButton to={paths.partners()} icon="partner">Voir les partenaires</LinkButton>}
            />
          </Card>
        ) : (
          <Card>
            <Timeline
              items={exchanges.map((exchange) => ({
                id: exchange.id,
                at: exchange.at.toISOString(),
                when: shortDayOf(exchange.at),
                icon: exchangeIcons[exchange.kind],
                title: (
                  <>
                    <Link to={paths.partnerExchanges(exchange.partnershipId)}>{exchange.partner}</Link>
                    <ExchangeEntry exchange={exchange} partnershipId={exchange.partnershipId} today={today} mayWrite={false} mayDelete={false} />
                  </>
                ),
              }))}
            />
          </Card>
        )}
        {next && <LinkButton to={`?${older}`}>Échanges plus anciens</LinkButton>}
      </div>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
