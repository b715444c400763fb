import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { compareDates } from '~/domain/history/compare-dates.server';
import type { NetLine } from '~/domain/history/net-changes';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { useAlong, WalkFields } from '~/routes/staff/partners/record/use-along';
import { PointFields } from '~/routes/staff/partners/past/point-fields';
import { HistoryLine } from '~/routes/staff/partners/record/history-line';
import { page } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Chip, type Tone } from '~/ui/chip';
import { EmptyState } from '~/ui/empty-state';
import { ErrorSummary } from '~/ui/error-summary';
import { FormRow, FormStack } from '~/ui/form-layout';
import { Page } from '~/ui/page';

export const loader = page('history.read', async (ctx, { params, url }) => {
  const point = (name: string) => ({ date: url.searchParams.get(name) ?? '', time: url.searchParams.get(`${name}-heure`) ?? '' });
  const [from, to] = [point('du'), point('au')];
  const compared = await compareDates(ctx, params.partnerId, { from, to, before: from.date || from.time ? null : url.searchParams.get('avant') });
  return { ...compared, from, to, partnerId: knownId(params.partnerId), today: parisDay(ctx.now), mayRestore: actorMay(ctx.actor, 'history.restore') };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? 'Partenaire'}, deux dates comparées – Maillage` }];

const verbs: Record<NetLine['verb'], { label: string; tone: Tone }> = {
  added: { label: 'ajouté', tone: 'ok' },
  changed: { label: 'changé', tone: 'wait' },
  removed: { label: 'retiré', tone: 'stop' },
};

export default function CompareDates() {
  const along = useAlong();
  const { name, errors, subjects, saidFrom, saidTo, from, to, partnerId, today, mayRestore } = useLoaderData<typeof loader>();
  const history = along(paths.partnerHistory(partnerId));
  return (
    <Page title="Comparer deux dates" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: name, to: along(paths.partner(partnerId)) }, { label: 'Historique', to: history }]} meta={[name]}>
      <div className="max-w-4xl">
        <ErrorSummary errors={errors} />
        <Form method="get" className="mb-5 no-print">
          <WalkFields />
          <FormStack>
            <FormRow>
              <PointFields date="du" time="du-heure" labels={{ date: 'Du', time: 'Heure du début (facultative)' }} typed={from} errors={errors} today={today} />
            </FormRow>
            <FormRow>
              <PointFields date="au" time="au-heure" labels={{ date: 'Au', time: 'Heure de la fin (facultative)' }} typed={to} errors={errors} today={today} />
            </FormRow>
          </FormStack>
          <p className="mt-2 muted text-sm">Une date laissée vide vaut aujourd’hui. Sans heure, les journées comptent entières.</p>
          <p className="mt-3"><Button type="submit" size="small" icon="history">Comparer</Button></p>
        </Form>
        {subjects && <h2 className="mb-3">Ce qui a changé entre {saidFrom} et {saidTo}</h2>}
        {subjects?.length === 0 && <EmptyState icon="ok" title="Rien n’a changé" text="Entre ces deux moments, la fiche est restée la même." />}
        {subjects?.map(({ title, lines, more }) => (
          <Card key={title} title={title}>
            <ul className="grid gap-3">
              {lines.map((line) => <HistoryLine key={line.key} line={line} lead={<Chip tone={verbs[line.verb].tone}>{verbs[line.verb].label}</Chip>} action={history} mayRestore={mayRestore} />)}
            </ul>
            {more > 0 && <p className="mt-3 muted">Et {more} autres changements : comparez des dates plus proches pour les lire.</p>}
          </Card>
        ))}
      </div>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
