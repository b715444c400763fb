import { Form, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { useFailure } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FileField } from '~/ui/file-field';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { keptFiles, problemOfFile } from './what-is-kept';

/** Sends one document to the page that holds it; one too big is told before it leaves. `back` is where one goes without it. */
export function AttachForm({ label, back }: { label: string; back: string }) {
  const { errors, formError } = useFailure();
  const [problem, setProblem] = useState<string | null>(null);
  const isSending = useNavigation().formMethod === 'POST';
  return (
    <Form method="post" encType="multipart/form-data" onSubmit={(event) => problem && event.preventDefault()}>
      <FormStack>
        <ErrorSummary errors={problem ? {} : errors} formError={formError} />
        <FileField
          name="file"
          label={label}
          {...keptFiles}
          required
          error={problem ?? errors.file}
          onFiles={(files) => setProblem(problemOfFile(files))}
        />
        <FormActions>
          <Button variant="main" icon="upload" pending={isSending}>{isSending ? 'Envoi du fichier…' : 'Joindre'}</Button>
          <LinkButton to={back}>Revenir</LinkButton>
        </FormActions>
      </FormStack>
    </Form>
  );
}
