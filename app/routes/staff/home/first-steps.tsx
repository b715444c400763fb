import type { Permission } from '~/access/permissions';
import { paths } from '~/paths';
import { Card } from '~/ui/card';
import type { IconName } from '~/ui/icon';
import { LinkButton } from '~/ui/link-button';

type Step = { needs: Permission; title: string; text: string; to: string; label: string; icon: IconName; done?: boolean };

/** The first day: nothing is here yet, and what to do about it, in order. */
export function FirstSteps({ counts, permissions }: { counts: { sites: number; people: number }; permissions: readonly Permission[] }) {
  const steps: Step[] = [
    { needs: 'import.run', title: 'Importer votre tableau de partenaires', text: 'Un fichier Excel ou CSV, tel que vous l’avez. Vous voyez tout avant que rien ne soit enregistré, et cela s’annule.', to: paths.imports(), label: 'Importer un fichier', icon: 'upload' },
    { needs: 'partner.create', title: 'Ou ajouter un premier partenaire', text: 'Un nom suffit. Avec le SIRET, Maillage retrouve ce que le réseau sait déjà.', to: paths.partnerNew(), label: 'Ajouter un partenaire', icon: 'add' },
    { needs: 'agency.edit', title: 'Indiquer vos sites', text: 'Les adresses où vous recevez. Chaque partenaire peut être suivi par l’un d’eux.', to: paths.settingsSites(), label: 'Ouvrir les sites', icon: 'pin', done: counts.sites > 0 },
    { needs: 'user.manage', title: 'Inviter vos collègues', text: 'Chaque personne reçoit un courriel et choisit son mot de passe.', to: paths.settingsUsers(), label: 'Inviter', icon: 'userAdd', done: counts.people > 1 },
  ];
  const mine = steps.filter(({ needs }) => permissions.includes(needs));
  return (
    <>
      <p className="mb-4 text-muted">Votre agence n’a pas encore de partenaire. Voici par où commencer.</p>
      <ol className="grid gap-0">
        {mine.map(({ title, text, to, label, icon, done }, index) => (
          <li key={title}>
            <Card title={`${index + 1}. ${title}${done ? ' (fait)' : ''}`}>
              <p>{text}</p>
              <p className="mt-3">
                <LinkButton to={to} icon={icon} variant={index === 0 ? 'main' : undefined}>
                  {label}
                </LinkButton>
              </p>
            </Card>
          </li>
        ))}
      </ol>
    </>
  );
}
