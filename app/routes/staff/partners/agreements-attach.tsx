import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { attachToAgreement } from '~/domain/agreement/agreement-file.server';
import { agreementOf } from '~/domain/agreement/agreement-of.server';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { AttachForm } from '~/routes/staff/partners/files/attach-form';
import { attachedInWords } from '~/routes/staff/partners/files/attached-words';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';
import { withFiles } from '~/server/with-files.server';
import { Card } from '~/ui/card';
import { Page } from '~/ui/page';

const noAgreement = 'Cette convention n’existe pas, ou plus.';

export const meta: MetaFunction = () => [{ title: 'Joindre des fichiers · Maillage' }];

export const loader = page('agreement.write', async (ctx, { params }) => {
  const { partnershipId, name } = await getPartner(ctx, params.partnerId);
  const { title } = await agreementOf(ctx, { partnershipId, agreementId: knownId(params.agreementId, noAgreement) });
  return { partnershipId, name, title };
});

export const action = keepingWalk(withFiles('agreement.write', command('agreement.write', z.object({}), async (ctx, _input, { params, files }) => {
  const partnershipId = knownId(params.partnerId);
  await attachToAgreement(ctx, { partnershipId, agreementId: knownId(params.agreementId, noAgreement), files });
  return redirectWith(paths.partnerAgreements(partnershipId), { kind: 'ok', text: attachedInWords(files) });
})));

export default function AttachFile() {
  const along = useAlong();
  const { partnershipId, name, title } = useLoaderData<typeof loader>();
  const back = along(paths.partnerAgreements(partnershipId));
  return (
    <Page title="Joindre des fichiers" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: name, to: back }]}>
      <Card title={title}><AttachForm label="Fichiers de la convention" back={back} /></Card>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
