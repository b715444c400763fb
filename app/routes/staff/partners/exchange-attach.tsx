import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { attachToExchange, presentExchange } from '~/domain/exchange/exchange-file.server';
import { sayKind } from '~/domain/exchange/exchange-kinds';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { momentOf } from '~/domain/text/french-date';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { AttachForm } from '~/routes/staff/partners/files/attach-form';
import { attachedInWords } from '~/routes/staff/partners/files/attached-words';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Visit } from '~/server/http.server';
import { withFiles } from '~/server/with-files.server';
import { Card } from '~/ui/card';
import { Page } from '~/ui/page';
import { WrittenText } from '~/ui/written-text';

export const meta: MetaFunction = () => [{ title: 'Joindre des fichiers · Maillage' }];

const which = ({ params }: Visit) => ({ partnershipId: knownId(params.partnerId), exchangeId: knownId(params.exchangeId, 'Cet échange n’existe pas, ou plus.') });

export const loader = page('exchange.write', async (ctx, visit) => {
  const { partnershipId, name } = await getPartner(ctx, visit.params.partnerId);
  const { kind, direction, happenedAt, body } = await presentExchange(ctx, { ...which(visit), partnershipId });
  return { partnershipId, name, title: `${sayKind(kind, direction)}, le ${momentOf(happenedAt)}`, body };
});

export const action = keepingWalk(withFiles('exchange.write', command('exchange.write', z.object({}), async (ctx, _input, visit) => {
  await attachToExchange(ctx, { ...which(visit), files: visit.files });
  return redirectWith(paths.partnerExchanges(which(visit).partnershipId), { kind: 'ok', text: attachedInWords(visit.files) });
})));

export default function AttachToExchange() {
  const along = useAlong();
  const { partnershipId, name, title, body } = useLoaderData<typeof loader>();
  const back = along(paths.partnerExchanges(partnershipId));
  return (
    <Page title="Joindre des fichiers" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: name, to: back }]}>
      <Card title={title}>
        {body && <div className="muted mb-4 break-words"><WrittenText text={body} /></div>}
        <AttachForm label="Fichiers de l’échange" back={back} />
      </Card>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
