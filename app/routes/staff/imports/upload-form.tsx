import { Form, useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { importSubjects, type ImportSubject } from '~/domain/import/import-subjects';
import { useFailure } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { CheckboxField } from '~/ui/checkbox-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FileField } from '~/ui/file-field';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';

const MAX_BYTES = 50 * 1024 * 1024;

/** The file to import. Nothing changes before the person has seen what would. */
export function UploadForm({ subject }: { subject: ImportSubject }) {
  const words = importSubjects[subject];
  const { errors, formError } = useFailure();
  const isSending = useNavigation().formMethod === 'POST';
  const [tooBig, setTooBig] = useState(false);
  const error = tooBig ? 'Ce fichier dépasse 50\u00a0Mo. Partagez-le en plusieurs fichiers.' : errors.file;
  return (
    <Form method="post" encType="multipart/form-data" onSubmit={(event) => tooBig && event.preventDefault()}>
      <FormStack>
        <ErrorSummary errors={tooBig ? {} : errors} formError={formError} />
        <FileField
          name="file"
          label={words.file}
          hint={`Un fichier Excel (.xlsx) ou CSV, jusqu’à 50\u00a0Mo, avec les titres des colonnes en haut, dans l’ordre que vous voulez. ${words.hint}`}
          accept=".csv,.xlsx,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          required
          error={error}
          onFiles={(files) => setTooBig(files.some(({ size }) => size > MAX_BYTES))}
        />
        <CheckboxField name="askColumns" label="Vérifier les colonnes moi-même" hint="Sinon, on ne vous le demande que si un titre n’est pas clair." />
        <FormActions>
          <Button variant="main" icon="upload" pending={isSending}>
            {isSending ? 'Envoi du fichier…' : 'Lire le fichier'}
          </Button>
        </FormActions>
        <p className="muted">Rien n’est ajouté tout de suite : vous verrez d’abord ce qui va changer. Un import s’annule tant que personne n’a travaillé dessus.</p>
      </FormStack>
    </Form>
  );
}
