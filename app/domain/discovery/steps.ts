import type { Role } from '~/access/permissions';
import type { Place } from './places';

/** What somebody may have done already; `discoveryOf` reads it in what they wrote, so that a step ticks itself. */
export type DoneKey = 'portfolio' | 'exchange' | 'task' | 'delegated' | 'list' | 'sharedList' | 'blocks' | 'sites' | 'people' | 'values';

/** A first step: what it gives, where it is done; `done` is null where nothing can tell. */
export type Step = { key: string; title: string; text: string; to: Place; tickedBy: DoneKey | null };

const exchange: Step = { key: 'exchange', title: 'Noter un premier échange', text: 'Ouvrez un partenaire, touche N ou « Noter un échange » : un appel se note en vingt secondes, et toute l’équipe sait qui a parlé à qui.', to: 'partners', tickedBy: 'exchange' };
const task: Step = { key: 'task', title: 'Prévoir une suite', text: '« Et ensuite ? » sous un échange, ou directement dans « À faire » : elle vous attendra ici le jour venu.', to: 'tasks', tickedBy: 'task' };
const list: Step = { key: 'list', title: 'Garder une liste', text: 'Filtrez les partenaires (une commune, ce qu’ils acceptent…), puis « Listes » : vous la retrouvez, et vous la parcourez fiche par fiche.', to: 'partners', tickedBy: 'list' };
const blocks: Step = { key: 'blocks', title: 'Choisir vos blocs', text: 'Cet accueil est le vôtre : montez ce que vous regardez chaque matin, cachez le reste.', to: 'arrangeHome', tickedBy: 'blocks' };

/** The first steps of each role, five at most, in the order of a first day. */
const steps: Partial<Record<Role, readonly Step[]>> = {
  officer: [
    { key: 'portfolio', title: 'Retrouver vos partenaires', text: 'Importez votre tableau tel que vous l’avez, ou ouvrez une fiche et choisissez « Confier à » puis votre nom.', to: 'imports', tickedBy: 'portfolio' },
    exchange, task, list, blocks,
  ],
  counsellor: [
    { ...list, title: 'Trouver un partenaire, garder la liste', text: 'Cherchez un métier, une commune, une forme d’accueil ; « Listes » garde vos filtres pour la prochaine fois.' },
    exchange, task, blocks,
  ],
  manager: [
    { key: 'sharedList', title: 'Partager une liste avec l’équipe', text: 'Filtrez les partenaires, puis « Listes » et « Partager avec l’agence » : chacun travaille sur la même.', to: 'partners', tickedBy: 'sharedList' },
    { key: 'delegated', title: 'Confier une tâche', text: 'Dans « À faire », choisissez pour qui : la personne la trouve sur son accueil.', to: 'tasks', tickedBy: 'delegated' },
    exchange, blocks,
  ],
  admin: [
    { key: 'sites', title: 'Indiquer vos sites', text: 'Les adresses où vous recevez : chaque partenaire peut être suivi par l’un d’eux.', to: 'settingsSites', tickedBy: 'sites' },
    { key: 'people', title: 'Inviter vos collègues', text: 'Chaque personne reçoit un courriel et choisit son mot de passe.', to: 'settingsUsers', tickedBy: 'people' },
    { key: 'values', title: 'Ajouter vos mots', text: 'Vos étiquettes, vos typologies, vos résultats d’échange : ceux que votre équipe emploie.', to: 'settingsValues', tickedBy: 'values' },
    { key: 'import', title: 'Importer votre tableau', text: 'Vous voyez tout avant que rien ne soit enregistré, et cela s’annule.', to: 'imports', tickedBy: 'portfolio' },
    blocks,
  ],
  regional: [
    { key: 'read', title: 'Lire les partenaires de la région', text: 'Une recherche, des filtres : typologie, thématique, ce qu’ils acceptent, Mission Locale.', to: 'partners', tickedBy: null },
    { key: 'matrix', title: 'Voir la matrice des engagements', text: 'Qui accepte quoi, forme par forme, avec les totaux et un export.', to: 'partnersMatrix', tickedBy: null },
    { key: 'board', title: 'Voir les étapes', text: 'Où en sont les partenariats : prospects, actifs, en veille.', to: 'partnersBoard', tickedBy: null },
    { key: 'offers', title: 'Chercher les offres partagées', text: 'Emploi, immersion, formation, services : ce que les agences ouvrent à la région ou au réseau, en liste et sur la carte.', to: 'offers', tickedBy: null },
  ],
};

export const stepsOf = (role: Role): readonly Step[] => steps[role] ?? [];

export type Done = Record<DoneKey, boolean>;
export type TickedStep = Step & { done: boolean | null };

/** The steps of a role with those that were done, and whether any is left. */
export function tickedSteps(role: Role, done: Done): { steps: TickedStep[]; left: number } {
  const ticked = stepsOf(role).map((step) => ({ ...step, done: step.tickedBy && done[step.tickedBy] }));
  return { steps: ticked, left: ticked.filter((step) => !step.done).length };
}
