import { Form, Link } from '@remix-run/react';
import { partnersInWords } from '~/domain/partner/list/bulk-change';
import type { SavedListRow } from '~/domain/saved-list/saved-lists.queries.server';
import { paths } from '~/paths';
import { StaleNotice } from '~/routes/staff/partners/record/stale-notice';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckboxField } from '~/ui/checkbox-field';
import { Chip, Chips } from '~/ui/chip';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { frenchNumber } from '~/ui/french-number';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { TextField } from '~/ui/text-field';

type SavedListCardProps = { list: SavedListRow; isOpen: boolean; failure?: Failure };

/** One list: open it, work through it; rename or delete it when one may. */
export function SavedListCard({ list, isOpen, failure }: SavedListCardProps) {
  const { id, name, address, isPicked, isShared, isMine, author, count, version, place, mayChange } = list;
  const { form: formError, ...errors } = failure?.errors ?? {};
  const typed = failure?.values;
  return (
    <Card
      title={<Link to={`${paths.partners()}?${address}`}>{name}</Link>}
      action={place ? <LinkButton to={paths.savedListResume(id)} variant="main" icon="forward" aria-label={`Reprendre à ${place.name}`}>Reprendre</LinkButton> : <LinkButton to={paths.savedListWalk(id)} icon="forward">Parcourir</LinkButton>}
    >
      <Chips>
        <Chip tone={isShared ? 'ok' : 'neutral'}>{isShared ? 'Partagée avec l’agence' : 'Pour vous seulement'}</Chip>
        <Chip tone="theme">{isPicked ? `${partnersInWords(count ?? 0)} choisi${(count ?? 0) > 1 ? 's' : ''}` : 'Selon des filtres'}</Chip>
        {!isMine && author && <span className="muted">par {author}</span>}
      </Chips>
      {place && (
        <p className="mt-3">
          Vous en étiez à {place.name} ({frenchNumber(place.rank)}{'\u00a0'}sur{'\u00a0'}{frenchNumber(Math.max(place.rank, place.total))}). <Link to={paths.savedListWalk(id)}>Depuis le début</Link>
        </p>
      )}
      {mayChange && (
        <details className="mt-3" open={isOpen || Boolean(failure) || undefined}>
          <summary>Renommer, partager ou supprimer</summary>
          <Form method="post" className="mt-3">
            <FormStack>
              {failure?.stale ? <StaleNotice failure={failure} /> : <ErrorSummary errors={errors} formError={formError} />}
              <input type="hidden" name="listId" value={id} />
              <input type="hidden" name="version" value={failure?.stale?.version ?? version} />
              <TextField id={`nom-${id}`} name="name" label="Nom" required maxLength={120} defaultValue={typeof typed?.name === 'string' ? typed.name : name} error={errors.name} />
              <CheckboxField id={`partage-${id}`} name="isShared" label="Partager avec toute l’agence" defaultChecked={typed ? typed.isShared === 'on' : isShared} error={errors.isShared} />
              <FormActions>
                <Button type="submit" name="intent" value="rename" variant="main">Enregistrer</Button>
                <Button type="submit" name="intent" value="delete" variant="quiet" formNoValidate>Supprimer</Button>
              </FormActions>
            </FormStack>
          </Form>
        </details>
      )}
    </Card>
  );
}
