import { Form } from '@remix-run/react';
import { themes } from '~/domain/organisation/themes';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { Chip, Chips } from '~/ui/chip';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';

type SortingCardProps = {
  action: string;
  themeCodes: readonly string[];
  tags: readonly { id: string; label: string }[];
  /** The tags that one may choose; null when this person may not sort. */
  tagChoices: readonly { value: string; label: string }[] | null;
};

/** Themes and tags: how the agency finds this partner again. */
export function SortingCard({ action, themeCodes, tags, tagChoices }: SortingCardProps) {
  return (
    <Card title="Étiquettes">
      {tags.length > 0 ? <Chips>{tags.map(({ id, label }) => <Chip key={id} tone="theme">{label}</Chip>)}</Chips> : <p className="muted">Aucune étiquette.</p>}
      {tagChoices && (
        <details className="mt-3">
          <summary>Changer thématiques et étiquettes</summary>
          <Form method="post" action={action} className="mt-3" preventScrollReset>
            <FormStack>
              <CheckboxGroup name="themes[]" label="Thématiques" options={themes.map(({ code, label }) => ({ value: code, label }))} defaultValue={themeCodes} />
              {tagChoices.length > 0 ? (
                <CheckboxGroup name="tagIds[]" label="Étiquettes" options={tagChoices} defaultValue={tags.map(({ id }) => id)} />
              ) : (
                <p className="muted">Votre agence n’a pas encore d’étiquette : la personne qui l’administre peut en créer dans les réglages.</p>
              )}
              <FormActions>
                <Button type="submit" name="intent" value="sort" variant="main">Enregistrer</Button>
              </FormActions>
            </FormStack>
          </Form>
        </details>
      )}
    </Card>
  );
}
