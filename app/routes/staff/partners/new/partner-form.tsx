import { Form } from '@remix-run/react';
import { themes } from '~/domain/organisation/themes';
import type { KnownPartner } from '~/domain/partner/known-partners.server';
import { paths } from '~/paths';
import type { Failure } from '~/server/http.server';
import { typedAgain } from '~/routes/staff/partners/record/typed-again';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { ComboField } from '~/ui/combo-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { type Option, SelectField } from '~/ui/select-field';
import { TextArea } from '~/ui/text-area';
import { TextField } from '~/ui/text-field';
import { searchCommunes } from './commune-search';
import { KnownNotice } from './known-notice';
import { SiretField } from './siret-field';
import { useKnownPartners } from './use-known-partners';

export type PartnerFormProps = {
  start: Record<string, string>;
  choices: { kinds: { network: readonly Option[]; local: readonly Option[] }; tags: readonly Option[]; sites: readonly Option[]; colleagues: readonly Option[] };
  failure?: Failure & { known?: readonly KnownPartner[] };
};

/** "Ajouter un partenaire": what one knows after a first call, the rest folded. */
export function PartnerForm({ start, choices, failure }: PartnerFormProps) {
  const live = useKnownPartners();
  const value = typedAgain(failure, start);
  const { form: formError, ...errors } = failure?.errors ?? {};
  const field = (name: string) => ({ name, defaultValue: value(name), error: errors[name] });
  const many = (name: string) => [failure?.values[name] ?? []].flat();
  const known = live.known?.length ? live.known : (failure?.known ?? []);
  const isOurs = known.some(({ match, partnershipId }) => match === 'siret' && partnershipId);
  const kinds = [{ label: 'Réseau', options: choices.kinds.network }, ...(choices.kinds.local.length ? [{ label: 'Votre agence', options: choices.kinds.local }] : [])];
  const rare = ['website', 'openingHours', 'description', 'externalId', 'siteId', 'tagIds'];

  return (
    <Form method="post" onInput={live.onInput} noValidate>
      <ErrorSummary errors={errors} formError={formError} />
      <Card title="Qui est-ce ?">
        <FormStack>
          <SiretField defaultValue={value('siret')} error={errors.siret} />
          <TextField label="Nom" required autoComplete="off" maxLength={300} {...field('name')} />
          <div role="status" className="empty:absolute">
            <KnownNotice known={known} siret={live.siret || value('siret').replace(/\D/g, '')} />
          </div>
          {/* What the person was shown before sending: the server does not ask about these twice. */}
          <input type="hidden" name="seen" value={known.map(({ organisationId }) => organisationId).join(' ')} />
          <SelectField label="Typologie" placeholder="Choisir…" options={kinds} {...field('kindId')} />
          <CheckboxGroup name="themes[]" label="Thématiques" columns={2} options={themes.map(({ code, label }) => ({ value: code, label }))} defaultValue={many('themes')} error={errors.themes} />
        </FormStack>
      </Card>
      <Card title="Où et comment joindre ?">
        <FormStack>
          <TextField label="Adresse" autoComplete="off" maxLength={300} {...field('addressLine')} />
          <FormRow>
            <TextField label="Code postal" width="short" inputMode="numeric" autoComplete="off" {...field('postcode')} />
            <ComboField name="communeCode" textName="commune" label="Commune" search={searchCommunes} defaultValue={value('communeCode')} defaultText={value('commune')} error={errors.commune ?? errors.communeCode} />
          </FormRow>
          <FormRow>
            <TextField label="Téléphone" type="tel" autoComplete="off" {...field('phone')} />
            <TextField label="Courriel" inputMode="email" autoComplete="off" {...field('email')} />
          </FormRow>
        </FormStack>
      </Card>
      <Card title="Dans votre Mission Locale">
        <FormStack>
          <SelectField label="Personne référente" placeholder="Personne pour l’instant" options={choices.colleagues} {...field('officerId')} />
          <details open={rare.some((name) => errors[name]) || undefined}>
            <summary>Ajouter d’autres informations</summary>
            <div className="mt-4">
              <FormStack>
                <TextField label="Site internet" autoComplete="off" inputMode="url" {...field('website')} />
                <TextArea label="Horaires" hint="Par exemple : du lundi au vendredi 9h-12h et 14h-17h." rows={2} {...field('openingHours')} />
                <TextArea label="Présentation" hint="Ce que fait l’organisation, pour tout le réseau." {...field('description')} />
                {choices.tags.length > 0 && <CheckboxGroup name="tagIds[]" label="Étiquettes" options={choices.tags} columns={2} defaultValue={many('tagIds')} error={errors.tagIds} />}
                {choices.sites.length > 0 && <SelectField label="Site de la Mission Locale" placeholder="Aucun en particulier" options={choices.sites} {...field('siteId')} />}
                <TextField label="Votre numéro" hint="Celui de votre ancien fichier, s’il y en a un." width="short" autoComplete="off" {...field('externalId')} />
              </FormStack>
            </div>
          </details>
        </FormStack>
      </Card>
      <FormActions>
        <Button type="submit" variant="main" disabled={isOurs}>{known.length > 0 && !known.some(({ match }) => match === 'siret') ? 'Ajouter quand même' : 'Ajouter'}</Button>
        <LinkButton to={paths.partners()} variant="quiet">Annuler</LinkButton>
      </FormActions>
    </Form>
  );
}
