import { CheckboxField } from '~/ui/checkbox-field';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { FormStack } from '~/ui/form-layout';
import { RadioGroup } from '~/ui/radio-group';
import { Section, Specimen } from './section';

const themes = ['Emploi', 'Formation', 'Logement', 'Santé', 'Vie citoyenne', 'Mobilité', 'Loisirs, sport, culture'].map(
  (label, index) => ({ value: `theme-${index}`, label, count: [1204, 311, 87, 142, 65, 58, 96][index] }),
);

export function ChoiceSpecimens() {
  return (
    <Section title="Choix">
      <Specimen name="Cases et boutons">
        <FormStack>
          <CheckboxGroup
            name="thematiques"
            label="Thématiques"
            hint="Une ou plusieurs"
            options={themes}
            defaultValue={['theme-0', 'theme-5']}
            columns={2}
          />
          <RadioGroup
            name="niveau"
            label="Où en est-on de l’immersion ?"
            required
            defaultValue="willing"
            options={[
              { value: 'refused', label: 'Non' },
              { value: 'to_explore', label: 'À explorer', hint: 'Personne n’a encore posé la question' },
              { value: 'willing', label: 'Partant' },
              { value: 'regular', label: 'Régulier', disabled: true, hint: 'Après trois accueils' },
            ]}
          />
          <RadioGroup
            name="ordre"
            label="Trier par"
            inline
            defaultValue="nom"
            options={[
              { value: 'nom', label: 'Nom' },
              { value: 'date', label: 'Dernier échange' },
            ]}
          />
          <CheckboxField name="accord" label="Recevoir un rappel par mail" hint="La veille, à 8 h" defaultChecked />
        </FormStack>
      </Specimen>
      <Specimen name="En erreur">
        <FormStack>
          <CheckboxGroup
            name="erreur-themes"
            label="Thématiques"
            options={themes.slice(0, 3)}
            error="Choisissez au moins une thématique."
            columns={3}
          />
          <RadioGroup
            name="erreur-niveau"
            label="Réponse"
            options={[
              { value: 'oui', label: 'Oui' },
              { value: 'non', label: 'Non' },
            ]}
            inline
            error="Choisissez une réponse."
          />
          <CheckboxField
            name="erreur-accord"
            label="L’organisation a été prévenue"
            required
            error="Cochez cette case pour continuer."
          />
        </FormStack>
      </Specimen>
    </Section>
  );
}
