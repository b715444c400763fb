import { Form } from '@remix-run/react';
import { askedFields, askedFieldNames } from '~/domain/import/import-question';
import type { ImportSubject } from '~/domain/import/import-subjects';
import type { ImportItemView } from '~/domain/import/imports.queries.server';
import { useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { SelectField } from '~/ui/select-field';

/** The same answer for every thing of the file. */
export function AnswerAllForm({ importId, subject, items }: { importId: string; subject: ImportSubject; items: readonly ImportItemView[] }) {
  const isSending = useSending('answerAll');
  if (subject === 'offers') {
    return (
      <Form method="post" preventScrollReset className="flex flex-wrap items-center gap-3 px-(--card-x) py-3">
        <input type="hidden" name="importId" value={importId} />
        <input type="hidden" name="intent" value="answerAll" />
        <input type="hidden" name="field" value="holder" />
        <p className="flex-1 min-w-56">Ces lignes nomment un partenaire que vous n’avez pas. Répondez à chacune, ou pareil pour toutes ; un partenaire ajouté ici part avec l’import si vous l’annulez.</p>
        <Button name="from" value="new" pending={isSending}>Ajouter tous ces partenaires</Button>
        <Button name="from" value="agency" pending={isSending}>Tout donner à l’agence</Button>
        <Button name="from" value="aside" pending={isSending}>Tout laisser de côté</Button>
      </Form>
    );
  }
  const asked = askedFieldNames.filter((field) => items.some(({ questions }) => questions.some((question) => question.field === field && question.options.some(({ from }) => from === 'record'))));
  if (asked.length === 0) return null;
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3 px-(--card-x) py-3">
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="intent" value="answerAll" />
      <SelectField name="field" label="Répondre pareil pour toutes" options={asked.map((field) => ({ value: field, label: askedFields[field].label }))} />
      <Button name="from" value="record" pending={isSending}>
        Garder vos fiches
      </Button>
      <Button name="from" value="file" pending={isSending}>
        Prendre le fichier
      </Button>
    </Form>
  );
}
