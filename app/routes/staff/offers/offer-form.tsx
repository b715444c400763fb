import { Form } from '@remix-run/react';
import { useState } from 'react';
import { has, offerKindNames, offerKinds, type OfferKind } from '~/domain/offer/offer-kinds';
import { audiences } from '~/domain/offer/audiences';
import { mobilisationModes, mobilisers, receptionModes, publics, serviceTypes, costs } from '~/domain/offer/vocabulary/data-inclusion';
import { apprenticeContracts, contracts, experiences, levels, schemes, usualContracts, workingTimes } from '~/domain/offer/vocabulary/work';
import { themes } from '~/domain/organisation/themes';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { searchCommunes } from '~/routes/staff/partners/new/commune-search';
import { StaleNotice } from '~/routes/staff/partners/record/stale-notice';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckboxField } from '~/ui/checkbox-field';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { ComboField } from '~/ui/combo-field';
import { DateField } from '~/ui/date-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { SelectField } from '~/ui/select-field';
import { TextArea } from '~/ui/text-area';
import { TextField } from '~/ui/text-field';
import { useHydrated } from '~/ui/use-hydrated';
import { kindHints, payLabel } from './kind-words';
import type { OfferStart } from './offer-start';
import { searchPartners } from '~/routes/staff/partners/partner-search';
import { searchTrades } from './trade-search';

type OfferFormProps = { start: OfferStart; /** The names of the trades beyond the third, by code. */ otherTrades?: Record<string, string>; /** How many other places of the offer may take what is corrected. */ otherPlaces?: number; failure?: Failure; /** The agency, which holds what no partner does. */ agency: string; /** May somebody else hold it? */ mayMove?: boolean; mayPublish: boolean; isNew: boolean; cancelTo: string };

const themeOptions = themes.map(({ code, label }) => ({ value: code, label }));
const optionsOf = (vocabulary: Readonly<Record<string, string>>, codes: readonly string[] = Object.keys(vocabulary)) => codes.map((value) => ({ value, label: vocabulary[value] ?? value }));

/** An offer, new or corrected: what everybody needs first, the rest folded. With script, only the fields of its kind are shown. */
export function OfferForm({ start, otherTrades, otherPlaces = 0, failure, agency, mayMove = true, mayPublish, isNew, cancelTo }: OfferFormProps) {
  const { form: formError, ...errors } = failure?.errors ?? {};
  // What was typed in fields that another kind does not have comes back with them.
  const [left, leave] = useState<Record<string, string[]>>({});
  const typed = { ...(failure?.values ?? start), ...left };
  const value = (name: string) => [typed[name] ?? ''].flat()[0] ?? '';
  const many = (name: string) => [typed[name] ?? []].flat();
  const field = (name: string) => ({ name, defaultValue: value(name), error: errors[name] });
  const group = (name: string) => ({ name: `${name}[]`, defaultValue: many(name), error: errors[name] });
  const [kind, setKind] = useState((value('kind') || 'job') as OfferKind);
  const hydrated = useHydrated();
  const shows = (part: Parameters<typeof has>[1]) => !hydrated || has(kind, part);
  const said = kindHints(kind);
  // A kind that is of no theme by itself is found by those that are ticked.
  const asksTheme = offerKinds[kind].theme === null;
  const isOpen = (...names: string[]) => names.some((name) => errors[name] || value(name)) || undefined;
  return (
    <Form method="post" noValidate>
      <StaleNotice failure={failure} />
      {!failure?.stale && <ErrorSummary errors={errors} formError={formError} />}
      {value('offerId') && <input type="hidden" name="offerId" value={value('offerId')} />}
      <input type="hidden" name="version" value={failure?.stale?.version ?? value('version')} />
      {mayMove && start.partnershipId && <><input type="hidden" name="heldBy" value={start.partnershipId} /><input type="hidden" name="heldByName" value={start.partnershipText} /></>}
      <Card title="L’offre">
        <FormStack>
          {mayMove && <ComboField name="partnershipId" textName="partnershipText" label="Qui la propose" hint={`Un de vos partenaires, par son nom ou son SIRET. Vide : ${agency}.`} search={searchPartners} defaultValue={value('partnershipId')} defaultText={value('partnershipText')} error={errors.partnershipId} />}
          <SelectField name="kind" label="Sorte d’offre" error={errors.kind} value={kind} onChange={({ currentTarget }) => { leave({ ...left, ...typedSoFar(currentTarget.form) }); setKind(currentTarget.value as OfferKind); }} options={offerKindNames.map((name) => ({ value: name, label: offerKinds[name].label }))} />
          <TextField label="Titre" required maxLength={200} autoComplete="off" hint={`Ce qu’on lit dans la liste : ${inGuillemets(said.title)}.`} {...field('title')} />
          {shows('trade') && <ComboField name="rome1" textName="rome1Text" label="Métier" hint="Un nom de métier suffit ; on trouve alors l’offre par tous ses autres noms." search={searchTrades} defaultValue={value('rome1')} defaultText={value('rome1Text')} error={errors.rome1} />}
          {shows('diploma') && <TextField label="Diplôme ou titre préparé" autoComplete="off" maxLength={200} hint="Comme « CAP cuisine » ; avec le centre de formation, s’il est connu." {...field('prepares')} />}
          <TextArea label="Description" rows={6} hint="Ce qu’on fait, où, avec qui. Une ligne qui commence par un tiret fait une liste." {...field('description')} />
          {asksTheme && <CheckboxGroup label="Thématiques" hint="C’est par elles qu’on la cherche." columns={2} options={themeOptions} {...group('themes')} />}
        </FormStack>
      </Card>
      <Card title="Quand et combien ?">
        <FormStack>
          <FormRow>
            <DateField label="Commence le" {...field('startsOn')} />
            <DateField label="Se termine le" {...field('endsOn')} />
            <TextField label="Durée" hint={said.duration} autoComplete="off" maxLength={100} {...field('duration')} />
          </FormRow>
          <FormRow>
            <TextField label="Places" width="short" inputMode="numeric" autoComplete="off" {...field('places')} />
            <DateField label="Ouvre le" hint="Vide : dès sa publication." {...field('opensOn')} />
            <DateField label="Date limite" hint="Le lendemain, l’offre se ferme toute seule." {...field('closesOn')} />
          </FormRow>
          {shows('work') && (
            <FormRow>
              <SelectField label="Contrat" placeholder="Non précisé" options={optionsOf(contracts, withChosen(hydrated ? contractsOf(kind) : [...usualContracts, ...apprenticeContracts], value('contract')))} {...field('contract')} />
              <SelectField label="Temps de travail" placeholder="Non précisé" options={optionsOf(workingTimes)} {...field('workingTime')} />
              <TextField label="Heures par semaine" width="short" inputMode="decimal" autoComplete="off" {...field('weeklyHours')} />
            </FormRow>
          )}
          {shows('hours') && !shows('work') && <TextField label="Heures par semaine" width="short" inputMode="decimal" autoComplete="off" {...field('weeklyHours')} />}
          <TextField label="Horaires" autoComplete="off" maxLength={300} hint={said.schedule || undefined} {...field('schedule')} />
          {shows('pay') && <TextField label={payLabel(kind)} autoComplete="off" maxLength={200} hint={said.pay} {...field('pay')} />}
        </FormStack>
      </Card>
      <Card title="Pour qui et comment ?">
        <FormStack>
          {shows('wanted') && (
            <FormRow>
              <SelectField label="Niveau demandé" placeholder="Aucun en particulier" options={optionsOf(levels)} {...field('level')} />
              <SelectField label="Expérience" placeholder="Non précisée" options={optionsOf(experiences)} {...field('experience')} />
            </FormRow>
          )}
          <FormRow>
            <TextField label="Âge, à partir de" width="short" inputMode="numeric" autoComplete="off" {...field('ageMin')} />
            <TextField label="Âge, jusqu’à" width="short" inputMode="numeric" autoComplete="off" {...field('ageMax')} />
          </FormRow>
          {shows('service') && (
            <FormRow>
              <SelectField label="Type de service" placeholder="Non précisé" options={optionsOf(serviceTypes)} {...field('serviceType')} />
              <SelectField label="Coût" placeholder="Non précisé" options={optionsOf(costs)} {...field('cost')} />
              <TextField label="Précisions sur le coût" autoComplete="off" maxLength={300} {...field('costText')} />
            </FormRow>
          )}
          <details open={isOpen('conditions', 'documents', 'rome2Text', 'rome2', 'rome3', 'otherRomes')}>
            <summary>Publics, conditions, documents à apporter</summary>
            <div className="mt-4">
              <FormStack>
                <CheckboxGroup label="Dispositifs" columns={2} options={optionsOf(schemes)} {...group('schemes')} />
                <CheckboxGroup label="Publics" columns={2} options={optionsOf(publics)} {...group('publics')} />
                <CheckboxField name="isHandicapFriendly" value="oui" label="Accessible aux personnes en situation de handicap" defaultChecked={value('isHandicapFriendly') === 'oui'} />
                <TextArea label="Conditions" rows={2} {...field('conditions')} />
                <TextArea label="Documents à apporter" rows={2} {...field('documents')} />
                {shows('trade') && (
                  <FormRow>
                    <ComboField name="rome2" textName="rome2Text" label="Deuxième métier" search={searchTrades} defaultValue={value('rome2')} defaultText={value('rome2Text')} error={errors.rome2} />
                    <ComboField name="rome3" textName="rome3Text" label="Troisième métier" search={searchTrades} defaultValue={value('rome3')} defaultText={value('rome3Text')} error={errors.rome3} />
                  </FormRow>
                )}
                {shows('trade') && many('otherRomes').length > 0 && <CheckboxGroup label="Autres métiers" columns={2} options={many('otherRomes').map((code) => ({ value: code, label: otherTrades?.[code] ?? code }))} {...group('otherRomes')} />}
                {!asksTheme && <CheckboxGroup label="Thématiques" columns={2} options={themeOptions} {...group('themes')} />}
              </FormStack>
            </div>
          </details>
          <details open={isOpen('commune', 'communeCode', 'addressLine', 'zonesText')}>
            <summary>À une autre adresse, à distance, zones desservies</summary>
            <div className="mt-4">
              <FormStack>
                <CheckboxGroup label="Accueil" columns={2} options={optionsOf(receptionModes)} {...group('receptionModes')} />
                <CheckboxField name="hasOwnPlace" value="oui" label="Cela se passe à une autre adresse" defaultChecked={value('hasOwnPlace') === 'oui'} />
                <TextField label="Adresse" autoComplete="off" maxLength={300} {...field('addressLine')} />
                <FormRow>
                  <TextField label="Code postal" width="short" inputMode="numeric" autoComplete="off" {...field('postcode')} />
                  <ComboField name="communeCode" textName="commune" label="Commune" search={searchCommunes} defaultValue={value('communeCode')} defaultText={value('commune')} error={errors.commune ?? errors.communeCode} />
                </FormRow>
                <TextArea label="Zones desservies" rows={2} hint="Communes, départements ou régions, séparés par une virgule : « Tarbes, Gers ». On ne la trouve que depuis ces zones. Vide : partout." {...field('zonesText')} />
              </FormStack>
            </div>
          </details>
          <details open={isOpen('contactName', 'contactPhone', 'contactEmail', 'mobilisationUrl', 'mobilisationText')}>
            <summary>Comment s’adresser, à qui</summary>
            <div className="mt-4">
              <FormStack>
                <CheckboxGroup label="Comment y aller" columns={2} options={optionsOf(mobilisationModes)} {...group('mobilisationModes')} />
                <CheckboxGroup label="Qui peut s’adresser" columns={2} options={optionsOf(mobilisers)} {...group('mobilisableBy')} />
                <FormRow>
                  <TextField label="Personne à joindre" autoComplete="off" maxLength={150} {...field('contactName')} />
                  <TextField label="Téléphone" type="tel" autoComplete="off" {...field('contactPhone')} />
                  <TextField label="Courriel" inputMode="email" autoComplete="off" {...field('contactEmail')} />
                </FormRow>
                <TextField label="Lien d’inscription" inputMode="url" autoComplete="off" {...field('mobilisationUrl')} />
                <TextArea label="Précisions" rows={2} {...field('mobilisationText')} />
              </FormStack>
            </div>
          </details>
          <SelectField label="Qui la trouve" options={Object.entries(audiences).map(([code, { label, says }]) => ({ value: code, label: `${label} : ${says}` }))} {...field('audience')} />
        </FormStack>
      </Card>
      {otherPlaces > 0 && (
        <Card>
          <CheckboxField name="everywhere" value="oui" label={otherPlaces > 1 ? `Modifier aussi les ${otherPlaces} autres lieux` : 'Modifier aussi l’autre lieu'} hint="Ce que vous changez ici y change aussi ; chaque lieu garde son adresse, ses sessions, et ce qu’il dit d’autre." defaultChecked={value('everywhere') === 'oui'} />
        </Card>
      )}
      <FormActions>
        {isNew ? (
          <>
            {mayPublish && <Button type="submit" name="intent" value="publish" variant="main">Publier</Button>}
            <Button type="submit" name="intent" value="add" variant={mayPublish ? undefined : 'main'}>Garder en brouillon</Button>
          </>
        ) : (
          <Button type="submit" name="intent" value="edit" variant="main">Enregistrer</Button>
        )}
        <LinkButton to={cancelTo} variant="quiet">Annuler</LinkButton>
      </FormActions>
    </Form>
  );
}

/** Every field of a form by its name, as groups are named in `typed`; of one without a choice, nothing. */
function typedSoFar(form: HTMLFormElement | null): Record<string, string[]> {
  if (!form) return {};
  const data = new FormData(form);
  const names = [...form.elements].map((element) => element.getAttribute('name') ?? '').filter((name) => name && name !== 'kind');
  return Object.fromEntries(names.map((name) => [name.replace(/\[\]$/, ''), data.getAll(name).map(String)]));
}

const contractsOf = (kind: OfferKind): readonly string[] => (kind === 'apprenticeship' ? apprenticeContracts : usualContracts);
/** A contract that came from elsewhere, or from another kind, stays in the list where it was chosen. */
const withChosen = (codes: readonly string[], chosen: string) => (chosen && !codes.includes(chosen) ? [...codes, chosen] : codes);
