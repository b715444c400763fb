import { Form } from '@remix-run/react';
import { useState } from 'react';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { FilesField } from './files-field';

/** Sends documents to the page that holds them; what is too big is told before it leaves. `back` is where one goes without them. */
export function AttachForm({ label, back }: { label: string; back: string }) {
  const { errors, formError, failure } = useFailure();
  const [problem, setProblem] = useState<string | null>(null);
  const isSending = useSending();
  return (
    <Form method="post" encType="multipart/form-data" onSubmit={(event) => problem && event.preventDefault()}>
      <FormStack>
        <ErrorSummary errors={problem ? {} : errors} formError={formError} />
        <FilesField label={label} required error={errors.files} sentBefore={[failure?.values.fileNames ?? []].flat()} problem={problem} onProblem={setProblem} />
        <FormActions>
          <Button variant="main" icon="upload" pending={isSending}>{isSending ? 'Envoi…' : 'Joindre'}</Button>
          <LinkButton to={back}>Revenir</LinkButton>
        </FormActions>
      </FormStack>
    </Form>
  );
}
