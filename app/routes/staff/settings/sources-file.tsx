import { Form, useNavigation } from '@remix-run/react';
import { sendServices } from '~/domain/offer/elsewhere/ask-data-inclusion-file.server';
import { paths } from '~/paths';
import { useFailure } from '~/routes/public/use-failure';
import { redirectWith } from '~/server/flash.server';
import { page } from '~/server/http.server';
import { receiveServices } from '~/server/receive-data-inclusion.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckboxField } from '~/ui/checkbox-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FileField } from '~/ui/file-field';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';

export const loader = page('agency.edit', () => Promise.resolve({}));

export const action = receiveServices('agency.edit', async (ctx, { fileKey, count }, values) => {
  await sendServices(ctx, { fileKey, isWhole: values.isWhole === 'on' });
  return redirectWith(paths.settingsSources(), { kind: 'ok', text: `${count} service${count > 1 ? 's' : ''} à prendre : le bilan s’affiche ici dans un moment.` });
});

export default function ServicesFile() {
  const { errors, formError } = useFailure();
  const isSending = useNavigation().formMethod === 'POST';
  return (
    <Card title="Services de data.inclusion, depuis un fichier">
      <Form method="post" encType="multipart/form-data">
        <FormStack>
          <ErrorSummary errors={errors} formError={formError} />
          <FileField name="file" label="Fichier JSON" hint="Le format de data.inclusion, version 1 : « structures » et « services ». Jusqu’à 20 Mo." accept=".json,application/json" required error={errors.file} />
          <CheckboxField name="isWhole" label="C’est la liste complète" hint="Les services de data.inclusion qui n’y sont plus seront retirés." />
          <FormActions>
            <Button variant="main" icon="upload" pending={isSending}>{isSending ? 'Envoi du fichier…' : 'Prendre ces services'}</Button>
            <LinkButton to={paths.settingsSources()} variant="quiet">Annuler</LinkButton>
          </FormActions>
        </FormStack>
      </Form>
    </Card>
  );
}
