import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { attachToExchange, presentExchange } from '~/domain/exchange/exchange-file.server';
import { sayKind } from '~/domain/exchange/exchange-kinds';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { momentOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { AttachForm } from '~/routes/staff/partners/files/attach-form';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { redirectWith } from '~/server/flash.server';
import { page, type Visit } from '~/server/http.server';
import { receiveFile } from '~/server/receive-file.server';
import { Card } from '~/ui/card';
import { Page } from '~/ui/page';
import { WrittenText } from '~/ui/written-text';

export const meta: MetaFunction = () => [{ title: 'Joindre un fichier · Maillage' }];

const which = ({ params }: Visit) => ({ partnershipId: knownId(params.partnerId), exchangeId: knownId(params.exchangeId, 'Cet échange n’existe pas, ou plus.') });

export const loader = page('exchange.write', async (ctx, visit) => {
  const { partnershipId, name } = await getPartner(ctx, visit.params.partnerId);
  const { kind, direction, happenedAt, body } = await presentExchange(ctx, { ...which(visit), partnershipId });
  return { partnershipId, name, title: `${sayKind(kind, direction)}, le ${momentOf(happenedAt)}`, body };
});

export const action = keepingWalk(receiveFile('exchange.write', async (ctx, file, visit) => {
  const { partnershipId, exchangeId } = which(visit);
  await attachToExchange(ctx, { ...file, partnershipId, exchangeId });
  return redirectWith(paths.partnerExchanges(partnershipId), { kind: 'ok', text: `« ${file.name} » est joint.` });
}));

export default function AttachToExchange() {
  const along = useAlong();
  const { partnershipId, name, title, body } = useLoaderData<typeof loader>();
  const back = along(paths.partnerExchanges(partnershipId));
  return (
    <Page title="Joindre un fichier" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: name, to: back }]}>
      <Card title={title}>
        {body && <div className="muted mb-4 break-words"><WrittenText text={body} /></div>}
        <AttachForm label="Fichier de l’échange" back={back} />
      </Card>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
