import { Form } from '@remix-run/react';
import { siteLabels as labels, type SiteField } from '~/domain/agency/site-words';
import { paths } from '~/paths';
import { useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { CheckboxField } from '~/ui/checkbox-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { TextField } from '~/ui/text-field';
import { EditMemory, StaleNotice } from './edit-memory';
import { useFormFailure } from './use-form-failure';

type Fields = Record<SiteField, string>;

export function EditSiteForm({ site }: { site: { id: string; version: number; fields: Fields } }) {
  const { errors, formError, typed, failure } = useFormFailure('edit');
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        <StaleNotice failure={failure} />
        <EditMemory version={site.version} was={site.fields} failure={failure} />
        <input type="hidden" name="id" value={site.id} />
        <SiteFields errors={errors} value={(name) => typed(name, site.fields[name])} />
        <FormActions>
          <Button variant="main" name="intent" value="edit" pending={useSending('edit')}>
            Enregistrer
          </Button>
          <LinkButton to={paths.settingsSites()}>Annuler</LinkButton>
        </FormActions>
      </FormStack>
    </Form>
  );
}

/** What is done to a site as a whole. The main one keeps its place until another takes it. */
export function SiteStanding({ site: { id, isMain, isClosed, people, partners } }: { site: { id: string; isMain: boolean; isClosed: boolean; people: number; partners: number } }) {
  const making = useSending('main');
  const closing = useSending('close');
  if (isMain) return <p className="text-muted">C’est le site principal. Pour le fermer, choisissez d’abord un autre site principal.</p>;
  if (isClosed) return <p className="text-muted">Ce site est fermé. Rouvrez-le depuis la liste pour le proposer de nouveau.</p>;
  return (
    <Form method="post">
      <FormStack>
        <input type="hidden" name="id" value={id} />
        <p>
          Un site fermé n’est plus proposé dans les listes. {frenchNumber(people)} personne{people > 1 && 's'} et {frenchNumber(partners)} partenaire{partners > 1 && 's'} y sont rattachés et le restent.
        </p>
        <FormActions>
          <Button name="intent" value="main" pending={making}>
            En faire le site principal
          </Button>
          <Button variant="danger" name="intent" value="close" pending={closing}>
            Fermer ce site
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}

export function AddSiteForm({ isFirst }: { isFirst: boolean }) {
  const { errors, formError, typed } = useFormFailure('add');
  return (
    <Form method="post">
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        <SiteFields errors={errors} value={(name) => typed(name)} />
        {!isFirst && <CheckboxField name="isMain" label="En faire le site principal" defaultChecked={typed('isMain') === 'on'} />}
        <FormActions>
          <Button variant="main" icon="add" name="intent" value="add" pending={useSending('add')}>
            Ouvrir ce site
          </Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}

function SiteFields({ errors, value }: { errors: Record<string, string>; value: (name: SiteField) => string }) {
  const field = (name: SiteField) => ({ name, label: labels[name], defaultValue: value(name), error: errors[name] });
  return (
    <>
      <FormRow>
        <TextField {...field('name')} required />
        <TextField {...field('phone')} type="tel" />
      </FormRow>
      <TextField {...field('addressLine')} />
      <FormRow>
        <TextField {...field('postcode')} width="short" inputMode="numeric" />
        <TextField {...field('commune')} />
      </FormRow>
    </>
  );
}
