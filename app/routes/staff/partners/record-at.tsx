import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { quickDays } from '~/domain/history/point-in-time';
import { recordAt } from '~/domain/history/record-at.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { PastRecord } from '~/routes/staff/partners/past/past-record';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { RecordAtForm } from '~/routes/staff/partners/past/record-at-form';
import { page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { Page } from '~/ui/page';

export const loader = page('history.read', async (ctx, { params, url }) => {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const typed = { date: asked('date'), time: asked('heure') };
  const before = asked('avant') || null;
  const { errors, ...found } = await recordAt(ctx, params.partnerId, { typed, before });
  // Opened by its bare address, the page asks for a day and blames nobody.
  const told: Record<string, string> = !['date', 'heure', 'avant'].some((name) => url.searchParams.has(name)) ? {} : { ...(errors.date ? { date: errors.date } : {}), ...(errors.time ? { heure: errors.time } : {}) };
  return { ...found, typed, before, errors: told, partnerId: knownId(params.partnerId), today: parisDay(ctx.now), days: quickDays(ctx.now).filter(({ day }) => day >= parisDay(found.beganAt)) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.record ? `${data.record.name}, à une date passée` : 'La fiche à une date'} – Maillage` }];

export default function PartnerRecordAt() {
  const along = useAlong();
  const { partnerId, record, said, isNow, typed, before, errors, today, days, importEntryId } = useLoaderData<typeof loader>();
  const own = along(paths.partner(partnerId));
  const compare = new URLSearchParams(before ? { avant: before } : { au: typed.date, 'au-heure': typed.time });
  const when = before ? `juste avant le changement du ${said}` : isNow ? 'd’aujourd’hui' : `au ${said}`;
  const form = <RecordAtForm {...{ partnerId, today, typed, errors, quickDays: days, importEntryId }} />;
  return (
    <Page
      title={record?.name ?? 'La fiche à une date'}
      breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: 'La fiche', to: own }, { label: 'Historique', to: along(paths.partnerHistory(partnerId)) }]}
      meta={record?.identity}
    >
      <ErrorSummary errors={errors} />
      {record ? (
        <>
          <Flash title={`Fiche ${when}, lecture seule.`}>
            <span className="flex flex-wrap gap-x-4 gap-y-1"><Link to={own}>Revenir à la fiche d’aujourd’hui</Link>{!isNow && <Link to={along(`${paths.partnerCompare(partnerId)}?${compare}`)}>Comparer avec aujourd’hui</Link>}</span>
          </Flash>
          <details className="mb-4 no-print">
            <summary>Choisir une autre date</summary>
            <div className="mt-3">{form}</div>
          </details>
          <PastRecord record={record} />
        </>
      ) : (
        <Card title="Voir la fiche à une date">{form}</Card>
      )}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
