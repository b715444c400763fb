import { may, type Permission, type Role } from '~/access/permissions';
import type { Place } from './places';

/** Something that an update brought: on which day, for whom (who may do it), and where it is. */
export type News = { on: string; title: string; text: string; to: Place | null; needs: Permission };

/** What is new, the latest first. One line a thing that a person will meet; add yours on top. */
export const whatsNew: readonly News[] = [
  { on: '2026-11-25', title: 'Chercher dans tous les échanges', text: 'Par mots, par type, par personne, par période : chez tous vos partenaires à la fois.', to: 'exchanges', needs: 'exchange.read' },
  { on: '2026-11-25', title: 'Les nouvelles de votre portefeuille', text: 'Un bloc de l’accueil dit ce que d’autres ont fait avec vos partenaires : « Arranger » l’ajoute au vôtre.', to: 'arrangeHome', needs: 'exchange.read' },
  { on: '2026-11-25', title: 'Signaler un problème ou une idée', text: 'Le lien est en bas du menu, sur chaque page. L’administration de votre agence vous répond.', to: 'accountFeedback', needs: 'feedback.write' },
  { on: '2026-11-25', title: 'Les signalements de l’équipe', text: 'Dans les réglages : à lire, en cours, répondu, réglé.', to: 'settingsFeedback', needs: 'feedback.manage' },
  { on: '2026-11-24', title: 'Conventions et mécénat', text: 'Ce qui se signe et ce qui se donne ont leur page, et leur bloc sur l’accueil.', to: 'agreements', needs: 'agreement.read' },
];

/** What this role may meet, of after the day `since` when it is given. */
export const newsFor = (role: Role, since: string | null = null): News[] => whatsNew.filter(({ on, needs }) => may(role, needs) && (since === null || on > since));
