import { Form } from '@remix-run/react';
import type { StaleChange } from '~/domain/errors';
import type { FormText } from '~/domain/partner/edit-form';
import { youthLabel } from '~/domain/organisation/youth-label';
import { headcountBands, headcountLabel } from '~/domain/partner/headcount';
import type { FactSources, SharedFact } from '~/domain/partner/shared-facts';
import { paths } from '~/paths';
import { searchCommunes } from '~/routes/staff/partners/new/commune-search';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckboxField } from '~/ui/checkbox-field';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { ComboField } from '~/ui/combo-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { type Option, SelectField } from '~/ui/select-field';
import { TextArea } from '~/ui/text-area';
import { TextField } from '~/ui/text-field';
import { ConflictChoices } from './conflict-choices';

export type EditFormProps = {
  partnershipId: string;
  values: FormText;
  base: FormText;
  conflicts: readonly StaleChange[];
  errors: Record<string, string>;
  precision: 'exact' | 'street' | 'commune' | 'departement' | null;
  sources: FactSources;
  kinds: { network: readonly Option[]; local: readonly Option[] };
  sites: readonly Option[];
};

const approximate = { street: 'la rue', commune: 'le centre de la commune', departement: 'le centre du département' } as const;

/** All the facts of the record. What it showed when it was opened goes with it, so that two people never undo each other. */
export function EditForm({ partnershipId, values, base, conflicts, errors, precision, sources, kinds, sites }: EditFormProps) {
  const along = useAlong();
  const { form: formError, base: _incomplete, ...fieldErrors } = errors;
  /** What the organisation wrote itself is theirs to correct. */
  const theirs = (name: string) => sources[name as SharedFact]?.source === 'organisation';
  const field = (name: string) => ({ name, defaultValue: values[name] ?? '', error: errors[name], readOnly: theirs(name), hint: theirs(name) ? 'Donné par l’organisation elle-même.' : undefined });
  const choice = (name: string) => ({ name, defaultValue: values[name] ?? '', error: errors[name] });
  const position = precision && precision !== 'exact' ? `Pour l’instant : ${approximate[precision]}. ` : '';
  const bands = headcountBands.map(({ code }) => ({ value: code, label: headcountLabel(code) }));
  const knownBand = values.headcountBand && !bands.some(({ value }) => value === values.headcountBand) ? [{ value: values.headcountBand, label: values.headcountBand }] : [];

  return (
    <Form method="post" noValidate>
      {conflicts.length === 0 && <ErrorSummary errors={fieldErrors} formError={errors.base ?? formError} />}
      <ConflictChoices conflicts={conflicts} />
      <input type="hidden" name="base" value={JSON.stringify(base)} />
      <Card title="Identité">
        <FormStack>
          <TextField label="Nom" required maxLength={300} {...field('name')} />
          <FormRow>
            <TextField label="Enseigne" maxLength={300} {...field('brandName')} />
            <TextField label="Sigle" maxLength={50} width="short" {...field('acronym')} />
          </FormRow>
          <TextField label="SIRET" inputMode="numeric" width="short" {...field('siret')} />
          <SelectField label="Typologie" options={kinds.network} {...choice('kindId')} />
          <CheckboxGroup name="otherKindIds[]" label="Autres typologies" hint="Pour votre agence, en plus de la première. Celles de votre agence viennent à la fin." columns={2} options={[...kinds.network, ...kinds.local].filter(({ value }) => value !== values.kindId)} defaultValue={(values.otherKindIds ?? '').split(' ')} error={errors.kindIds} />
          <FormRow>
            <TextField label="Activité (NAF)" width="short" {...field('nafCode')} />
            <TextField label="Forme juridique" {...field('legalForm')} />
          </FormRow>
          <SelectField label="Effectif" placeholder="Non renseigné" options={[...bands, ...knownBand]} {...choice('headcountBand')} />
          <CheckboxField name="hasYouthLabel" value="oui" label={`Label « ${youthLabel} »`} hint={theirs('hasYouthLabel') ? 'Donné par l’organisation elle-même.' : undefined} defaultChecked={values.hasYouthLabel === 'oui'} error={errors.hasYouthLabel} />
          <TextArea label="Présentation" rows={4} {...field('description')} />
        </FormStack>
      </Card>
      <Card title="Où ?">
        <FormStack>
          <TextField label="Adresse" maxLength={300} {...field('addressLine')} />
          <TextField label="Complément d’adresse" maxLength={300} {...field('addressExtra')} />
          <FormRow>
            <TextField label="Code postal" width="short" {...field('postcode')} />
            <ComboField name="communeCode" textName="commune" label="Commune" search={searchCommunes} defaultValue={values.communeCode} defaultText={values.commune} error={errors.commune ?? errors.communeCode} />
          </FormRow>
          <p className="field-hint">{position}Si vous connaissez la position exacte, indiquez-la. Sans elle, c’est le centre de la commune.</p>
          <FormRow>
            <TextField label="Latitude" width="short" inputMode="decimal" {...field('latitude')} />
            <TextField label="Longitude" width="short" inputMode="decimal" {...field('longitude')} />
          </FormRow>
        </FormStack>
      </Card>
      <Card title="Comment joindre ?">
        <FormStack>
          <TextField label="Téléphone" maxLength={200} {...field('phone')} hint="Plusieurs numéros se séparent par une barre : /" />
          <TextField label="Courriel" inputMode="email" {...field('email')} />
          <TextField label="Site internet" inputMode="url" {...field('website')} />
          <TextArea label="Horaires" rows={2} {...field('openingHours')} hint="Par exemple : du lundi au vendredi 9h-12h et 14h-17h ; samedi fermé." />
          <TextField label="Précision sur les horaires" maxLength={500} {...field('openingHoursNote')} />
        </FormStack>
      </Card>
      <Card title="Dans votre Mission Locale">
        <FormStack>
          {sites.length > 0 && <SelectField label="Site de la Mission Locale" placeholder="Aucun en particulier" options={sites} {...choice('siteId')} />}
          <TextField label="Votre numéro" hint="Celui de votre ancien fichier, s’il y en a un." width="short" {...choice('externalId')} />
        </FormStack>
      </Card>
      <FormActions>
        <Button type="submit" variant="main">Enregistrer</Button>
        <LinkButton to={along(paths.partner(partnershipId))} variant="quiet">Annuler</LinkButton>
      </FormActions>
    </Form>
  );
}
