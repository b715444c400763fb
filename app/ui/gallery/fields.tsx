import { Button } from '~/ui/button';
import { ComboField } from '~/ui/combo-field';
import { DateField } from '~/ui/date-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FileField } from '~/ui/file-field';
import { matches } from '~/ui/fold';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { PasswordField } from '~/ui/password-field';
import { SearchField } from '~/ui/search-field';
import { SelectField } from '~/ui/select-field';
import { TextArea } from '~/ui/text-area';
import { TextField } from '~/ui/text-field';
import { Section, Specimen } from './section';

const officers = ['Nadia Bellec', 'Karim Dufau', 'Élodie Castéran', 'Thomas Lannes', 'Inès Abadie'].map(
  (label, index) => ({
    value: `officer-${index}`,
    label,
    hint: index % 2 ? 'Tarbes' : 'Lourdes',
  }),
);

const towns = ['Tarbes', 'Tournay', 'Trie-sur-Baïse', 'Lourdes', 'Lannemezan', 'Bagnères-de-Bigorre', 'Séméac'].map(
  (label, index) => ({ value: `6500${index}`, label, hint: `6500${index}` }),
);

/** Stands for the server: answers after a while. */
const searchTowns = (query: string) =>
  new Promise<typeof towns>((resolve) => {
    setTimeout(() => resolve(towns.filter((town) => matches(query, town.label))), 300);
  });

export function FieldSpecimens() {
  return (
    <Section
      title="Champs"
      text="Étiquette, aide, réponse, erreur : toujours dans cet ordre. Tout fonctionne sans script."
    >
      <Specimen name="Au repos">
        <FormStack>
          <TextField name="denomination" label="Nom du partenaire" required autoComplete="organization" />
          <FormRow>
            <TextField
              name="siret"
              label="SIRET"
              hint="14 chiffres, les espaces ne comptent pas"
              inputMode="numeric"
              defaultValue="812 345 678 00011"
            />
            <TextField name="telephone" label="Téléphone" type="tel" placeholder="05 36 49 12 08" />
          </FormRow>
          <SelectField
            name="typologie"
            label="Typologie"
            placeholder="Choisir…"
            options={[
              { value: 'company', label: 'Entreprise' },
              { label: 'Insertion', options: [{ value: 'aci', label: 'Atelier et chantier d’insertion' }] },
            ]}
          />
          <FormRow>
            <ComboField name="referent" label="Référent" hint="Tapez les premières lettres" options={officers} />
            <ComboField name="commune" label="Commune" search={searchTowns} placeholder="Tarbes" />
          </FormRow>
          <FormRow>
            <DateField name="debut" label="Début" defaultValue="2026-11-23" />
            <DateField name="rendezvous" label="Rendez-vous" withTime defaultValue="2026-11-24T14:30" />
          </FormRow>
          <TextArea
            name="note"
            label="Note"
            hint="Vue par votre agence seulement"
            defaultValue="Préfère le téléphone, avant 9 h."
          />
          <PasswordField name="motdepasse" label="Mot de passe" autoComplete="current-password" defaultValue="essai" />
          <FileField name="fichier" label="Fichier à importer" hint="CSV ou XLSX, 50 Mo au plus" accept=".csv,.xlsx" />
          <FormActions>
            <Button variant="main">Enregistrer</Button>
            <Button variant="quiet">Annuler</Button>
          </FormActions>
        </FormStack>
      </Specimen>
      <Specimen name="Recherche">
        <div className="grid gap-3 max-w-xl">
          <SearchField name="q" label="Chercher un partenaire, une offre, un jeune…" shortcut pill />
          <SearchField name="q-liste" label="Nom, SIRET, commune" />
        </div>
      </Specimen>
      <Specimen name="Après un envoi refusé">
        <FormStack>
          <ErrorSummary
            errors={{
              'erreur-siret': 'Le SIRET a 13 chiffres, il en faut 14.',
              'erreur-courriel': 'L’adresse n’a pas de @.',
            }}
          />
          <TextField
            name="erreur-siret"
            label="SIRET"
            error="Le SIRET a 13 chiffres, il en faut 14."
            defaultValue="8123456780001"
          />
          <TextField
            name="erreur-courriel"
            label="Adresse électronique"
            required
            error="L’adresse n’a pas de @."
            defaultValue="p.lafitte"
          />
          <SelectField
            name="erreur-type"
            label="Typologie"
            placeholder="Choisir…"
            options={[]}
            error="Choisissez une typologie."
          />
          <TextField
            name="verrou"
            label="Code NAF"
            defaultValue="45.20A"
            readOnly
            hint="Vient du registre des entreprises"
          />
          <TextField name="desactive" label="Identifiant" defaultValue="ML-065" disabled />
        </FormStack>
      </Specimen>
    </Section>
  );
}
