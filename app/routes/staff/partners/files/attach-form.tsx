import { Form, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { useFailure } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FileField } from '~/ui/file-field';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';

const MAX_BYTES = 15 * 1024 * 1024;

/** Sends one document to the page that holds it; one too big is told before it leaves. `back` is where one goes without it. */
export function AttachForm({ label, back }: { label: string; back: string }) {
  const { errors, formError } = useFailure();
  const [tooBig, setTooBig] = useState(false);
  const isSending = useNavigation().formMethod === 'POST';
  return (
    <Form method="post" encType="multipart/form-data" onSubmit={(event) => tooBig && event.preventDefault()}>
      <FormStack>
        <ErrorSummary errors={tooBig ? {} : errors} formError={formError} />
        <FileField
          name="file"
          label={label}
          hint="PDF, photo, Word, Excel ou LibreOffice, jusqu’à 15&nbsp;Mo."
          accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp"
          required
          error={tooBig ? 'Ce fichier dépasse 15\u00a0Mo. Réduisez-le, ou partagez-le en plusieurs fichiers.' : errors.file}
          onFiles={(files) => setTooBig(files.some(({ size }) => size > MAX_BYTES))}
        />
        <FormActions>
          <Button variant="main" icon="upload" pending={isSending}>{isSending ? 'Envoi du fichier…' : 'Joindre'}</Button>
          <LinkButton to={back}>Revenir</LinkButton>
        </FormActions>
      </FormStack>
    </Form>
  );
}
