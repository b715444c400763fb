import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { attachFile } from '~/domain/agreement/agreement-file.server';
import { agreementOf } from '~/domain/agreement/agreement-of.server';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { AttachForm } from '~/routes/staff/partners/files/attach-form';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { redirectWith } from '~/server/flash.server';
import { page } from '~/server/http.server';
import { receiveFile } from '~/server/receive-file.server';
import { Card } from '~/ui/card';
import { Page } from '~/ui/page';

const noAgreement = 'Cette convention n’existe pas, ou plus.';

export const meta: MetaFunction = () => [{ title: 'Joindre un fichier · Maillage' }];

export const loader = page('agreement.write', async (ctx, { params }) => {
  const { partnershipId, name } = await getPartner(ctx, params.partnerId);
  const { title } = await agreementOf(ctx, { partnershipId, agreementId: knownId(params.agreementId, noAgreement) });
  return { partnershipId, name, title };
});

export const action = keepingWalk(receiveFile('agreement.write', async (ctx, file, { params }) => {
  const partnershipId = knownId(params.partnerId);
  await attachFile(ctx, { ...file, partnershipId, agreementId: knownId(params.agreementId, noAgreement) });
  return redirectWith(paths.partnerAgreements(partnershipId), { kind: 'ok', text: `« ${file.name} » est joint.` });
}));

export default function AttachFile() {
  const along = useAlong();
  const { partnershipId, name, title } = useLoaderData<typeof loader>();
  const back = along(paths.partnerAgreements(partnershipId));
  return (
    <Page title="Joindre un fichier" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: name, to: back }]}>
      <Card title={title}><AttachForm label="Fichier de la convention" back={back} /></Card>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
