import { type FormEvent, useState } from 'react';
import { Button } from '~/ui/button';
import { CommandPalette } from '~/ui/command-palette';
import { ConfirmButton } from '~/ui/confirm-button';
import { Dialog } from '~/ui/dialog';
import { FormActions } from '~/ui/form-actions';
import { ShortcutHelp } from '~/ui/shortcut-help';
import { TextField } from '~/ui/text-field';
import { Section, Specimen, SpecimenRow } from './section';

export function WindowSpecimens() {
  const [open, setOpen] = useState(false);
  const [archived, setArchived] = useState(false);

  function archive(event: FormEvent) {
    event.preventDefault();
    setArchived(true);
  }

  return (
    <Section
      title="Fenêtres"
      text="Elles gardent le clavier, se ferment par Échap et rendent la place à ce qui les a ouvertes."
    >
      <Specimen name="Question, fenêtre, palette, aide">
        <form onSubmit={archive}>
          <SpecimenRow>
            <ConfirmButton
              title="Archiver Garage Lafitte ?"
              text="Il quitte les listes et les recherches. Son histoire reste, et il peut revenir."
              confirmLabel="Archiver"
              icon="archive"
            >
              Archiver
            </ConfirmButton>
            <Button type="button" onClick={() => setOpen(true)}>
              Ouvrir une fenêtre
            </Button>
            <CommandPalette
              button
              commands={[
                { id: 'home', label: 'Accueil', to: '?', section: 'Pages', icon: 'home' },
                {
                  id: 'partners',
                  label: 'Partenaires',
                  to: '?',
                  section: 'Pages',
                  icon: 'partner',
                  keywords: ['entreprises'],
                },
                {
                  id: 'import',
                  label: 'Importer un fichier',
                  to: '?',
                  section: 'Actions',
                  icon: 'upload',
                  keywords: ['csv', 'tableur'],
                },
              ]}
            />
            <ShortcutHelp button />
            <span role="status">{archived && 'Archivé.'}</span>
          </SpecimenRow>
        </form>
        <Dialog open={open} onClose={() => setOpen(false)} title="Nouvelle étiquette">
          <TextField name="etiquette" label="Nom de l’étiquette" />
          <FormActions>
            <Button type="button" variant="main" onClick={() => setOpen(false)}>
              Ajouter
            </Button>
          </FormActions>
        </Dialog>
      </Specimen>
    </Section>
  );
}
