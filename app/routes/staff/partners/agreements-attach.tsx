import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { attachFile } from '~/domain/agreement/agreement-file.server';
import { agreementOf } from '~/domain/agreement/agreement-of.server';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { useFailure } from '~/routes/public/use-failure';
import { redirectWith } from '~/server/flash.server';
import { page } from '~/server/http.server';
import { receiveFile } from '~/server/receive-file.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { ErrorSummary } from '~/ui/error-summary';
import { FileField } from '~/ui/file-field';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

const noAgreement = 'Cette convention n’existe pas, ou plus.';
const MAX_BYTES = 15 * 1024 * 1024;

export const meta: MetaFunction = () => [{ title: 'Joindre un fichier · Maillage' }];

export const loader = page('agreement.write', async (ctx, { params }) => {
  const { partnershipId, name } = await getPartner(ctx, params.partnerId);
  const { title } = await agreementOf(ctx, { partnershipId, agreementId: knownId(params.agreementId, noAgreement) });
  return { partnershipId, name, title };
});

export const action = receiveFile('agreement.write', async (ctx, file, { params }) => {
  const partnershipId = knownId(params.partnerId);
  await attachFile(ctx, { ...file, partnershipId, agreementId: knownId(params.agreementId, noAgreement) });
  return redirectWith(paths.partnerAgreements(partnershipId), { kind: 'ok', text: `« ${file.name} » est joint.` });
});

export default function AttachFile() {
  const { partnershipId, name, title } = useLoaderData<typeof loader>();
  const { errors, formError } = useFailure();
  const [tooBig, setTooBig] = useState(false);
  const isSending = useNavigation().formMethod === 'POST';
  return (
    <Page title="Joindre un fichier" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: name, to: paths.partnerAgreements(partnershipId) }]}>
      <Card title={title}>
        <Form method="post" encType="multipart/form-data" onSubmit={(event) => tooBig && event.preventDefault()}>
          <FormStack>
            <ErrorSummary errors={tooBig ? {} : errors} formError={formError} />
            <FileField
              name="file"
              label="Fichier de la convention"
              hint="PDF, photo, Word, Excel ou LibreOffice, jusqu’à 15&nbsp;Mo."
              accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp"
              required
              error={tooBig ? 'Ce fichier dépasse 15\u00a0Mo. Réduisez-le, ou partagez-le en plusieurs fichiers.' : errors.file}
              onFiles={(files) => setTooBig(files.some(({ size }) => size > MAX_BYTES))}
            />
            <FormActions>
              <Button variant="main" icon="upload" pending={isSending}>{isSending ? 'Envoi du fichier…' : 'Joindre'}</Button>
              <LinkButton to={paths.partnerAgreements(partnershipId)}>Revenir</LinkButton>
            </FormActions>
          </FormStack>
        </Form>
      </Card>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
