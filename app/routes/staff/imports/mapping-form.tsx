import { Form } from '@remix-run/react';
import type { ColumnField } from '~/domain/import/column-vocabulary';
import { importSubjects } from '~/domain/import/import-subjects';
import type { ImportView } from '~/domain/import/imports.queries.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { useFailure } from '~/routes/public/use-failure';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { FieldError, fieldId } from '~/ui/field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { SelectOptions, type OptionGroup } from '~/ui/select-field';
import { FileWarnings } from './file-warnings';
import { IntentButton } from './intent-button';

const groupsOf = (fields: readonly ColumnField[]): OptionGroup[] =>
  [...new Set(fields.map(({ group }) => group))].map((group) => ({ label: group, options: fields.filter((field) => field.group === group && field.code !== 'ignored').map(({ code, label }) => ({ value: code, label })) }));
const sureness = { sure: 'Reconnue', likely: 'Sans doute', unknown: 'À vous de dire' } as const;

/** Each column with what it holds, and what we think it is. */
export function MappingForm({ batch }: { batch: ImportView }) {
  const { errors, formError, failure } = useFailure('columns');
  const { sheet, mapping, subject } = batch;
  const { fields, needed } = importSubjects[subject];
  if (!sheet) return null;
  const typed = failure?.values.columns;
  const chosen = (column: number): string => (Array.isArray(typed) ? typed[column] : mapping.find((one) => one.column === column)?.field) ?? 'ignored';
  return (
    <Form method="post">
      <input type="hidden" name="importId" value={batch.id} />
      <ErrorSummary errors={errors} formError={formError} />
      <FileWarnings sheet={sheet} />
      <Card title="Que contient chaque colonne ?" flush>
        <p className="px-(--card-x) pb-3 muted">{needed} Votre choix servira pour le prochain fichier de ce modèle.</p>
        <DataTable
          caption="Colonnes du fichier"
          rows={sheet.columns}
          rowKey={({ column }) => String(column)}
          columns={[
            { key: 'header', header: 'Colonne du fichier', isRowHeader: true, cell: ({ header }) => header, detail: ({ examples }) => <Examples values={examples} /> },
            {
              key: 'field',
              header: 'Dans Maillage',
              cell: ({ column, header }) => {
                const name = `columns.${column}`;
                const error = errors[name];
                return (
                  <>
                    <select className="control" name="columns[]" id={fieldId(name)} aria-label={`Contenu de ${inGuillemets(header)}`} defaultValue={chosen(column)} aria-invalid={error ? true : undefined} aria-describedby={error ? `${fieldId(name)}-erreur` : undefined}>
                      <option value="ignored">Ne pas importer</option>
                      <SelectOptions options={groupsOf(fields)} />
                    </select>
                    {error && <FieldError id={`${fieldId(name)}-erreur`}>{error}</FieldError>}
                  </>
                );
              },
            },
            { key: 'why', header: 'Reconnaissance', cell: ({ confidence }) => (sheet.isRemembered ? 'Comme la dernière fois' : sureness[confidence]), detail: ({ why }) => (sheet.isRemembered ? null : why) },
          ]}
        />
      </Card>
      <FormActions>
        <IntentButton intent="columns" variant="main">
          Voir ce qui va changer
        </IntentButton>
        <IntentButton intent="cancel" variant="quiet">
          Abandonner
        </IntentButton>
      </FormActions>
    </Form>
  );
}

function Examples({ values }: { values: readonly string[] }) {
  if (values.length === 0) return <em>colonne vide</em>;
  return <span className="break-words">{values.map((value) => (value.length > 60 ? `${value.slice(0, 60)}…` : value)).join(' · ')}</span>;
}
