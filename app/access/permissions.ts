/**
 * The only place that says who may do what. Whose rows they are is another question, answered by the walls
 * (prisma/migrations/*_walls). docs/permissions.md is written from this table.
 */
export const roles = {
  officer: 'Relations entreprises et partenariats',
  counsellor: 'Conseil',
  manager: 'Direction',
  admin: 'Administration de l’agence',
  regional: 'Animation régionale',
  partnerAdmin: 'Partenaire, responsable du compte',
  partnerMember: 'Partenaire',
  platformAdmin: 'Administration de la plateforme',
} as const;

export type Role = keyof typeof roles;

const everybody = Object.keys(roles) as Role[];
const agency: Role[] = ['officer', 'counsellor', 'manager', 'admin'];
const relations: Role[] = ['officer', 'manager', 'admin'];
const readers: Role[] = [...agency, 'regional'];

export const permissions = {
  'account.own': { says: 'Gérer son compte, son mot de passe, ses sessions', roles: everybody },
  'home.read': { says: 'Ouvrir son accueil', roles: everybody },
  'partner.read': { says: 'Lire les partenaires', roles: readers },
  'partner.create': { says: 'Ajouter un partenaire', roles: agency },
  'partner.edit': { says: 'Corriger la fiche d’un partenaire', roles: agency },
  'partner.export': { says: 'Exporter la liste des partenaires', roles: [...relations, 'regional'] },
  'partnership.move': { says: 'Changer l’étape d’un partenariat', roles: relations },
  'partnership.archive': { says: 'Archiver et restaurer un partenariat', roles: relations },
  'partnership.assign': { says: 'Choisir la personne référente', roles: relations },
  'partnership.sort': { says: 'Donner thématiques et étiquettes', roles: agency },
  'engagement.write': { says: 'Dire ce qu’un partenaire accepte', roles: agency },
  'list.save': { says: 'Enregistrer des listes et les partager avec l’agence', roles: agency },
  'duplicate.read': { says: 'Voir les doublons possibles', roles: agency },
  'duplicate.settle': { says: 'Dire que deux fiches ne sont pas des doublons', roles: relations },
  'contact.read': { says: 'Lire les interlocuteurs', roles: agency },
  'contact.write': { says: 'Ajouter et corriger les interlocuteurs', roles: agency },
  'exchange.read': { says: 'Lire les échanges et les notes', roles: agency },
  'exchange.write': { says: 'Noter des échanges', roles: agency },
  'patronage.read': { says: 'Lire le mécénat', roles: agency },
  'patronage.write': { says: 'Noter et corriger le mécénat', roles: relations },
  'patronage.export': { says: 'Exporter le mécénat', roles: relations },
  'agreement.read': { says: 'Lire les conventions et leurs fichiers', roles: agency },
  'agreement.write': { says: 'Préparer, corriger et renouveler les conventions', roles: relations },
  'agreement.sign': { says: 'Noter qu’une convention est signée ou prend fin', roles: relations },
  'nationalAgreement.read': { says: 'Lire les accords nationaux des groupes', roles: [...readers, 'platformAdmin'] },
  'nationalAgreement.write': { says: 'Noter et corriger les accords nationaux des groupes', roles: ['platformAdmin'] },
  'task.read': { says: 'Lire les tâches de l’agence', roles: agency },
  'task.write': { says: 'Ajouter, faire, reporter et confier des tâches', roles: agency },
  'offer.read': { says: 'Chercher et lire les offres', roles: readers },
  'offer.write': { says: 'Écrire et corriger des offres', roles: agency },
  'offer.keep': { says: 'Garder des offres, les comparer et les envoyer à un jeune', roles: agency },
  'offer.publish': { says: 'Publier des offres', roles: relations },
  'portfolio.read': { says: 'Lire le bilan des passations qui les concernent', roles: agency },
  'portfolio.handover': { says: 'Transmettre son portefeuille à un collègue', roles: relations },
  'portfolio.handoverAny': { says: 'Transmettre le portefeuille de n’importe qui, et lire tous les bilans', roles: ['manager', 'admin'] },
  'history.read': { says: 'Lire l’historique des changements', roles: agency },
  'history.restore': { says: 'Rétablir une ancienne valeur', roles: relations },
  'partner.merge': { says: 'Fusionner deux fiches de partenaires, et annuler une fusion', roles: relations },
  'organisation.merge': { says: 'Fusionner deux organisations du réseau', roles: ['platformAdmin'] },
  'import.run': { says: 'Importer un fichier de partenaires ou d’offres', roles: relations },
  'import.undo': { says: 'Annuler un import', roles: relations },
  'feedback.write': { says: 'Signaler un problème ou une idée', roles: agency },
  'feedback.manage': { says: 'Lire les signalements de l’agence et y répondre', roles: ['manager', 'admin'] },
  'settings.open': { says: 'Ouvrir les réglages', roles: ['manager', 'admin', 'platformAdmin'] },
  'agency.read': { says: 'Lire les réglages de l’agence', roles: ['manager', 'admin'] },
  'agency.edit': { says: 'Changer les réglages de l’agence et ses sites', roles: ['admin'] },
  'user.manage': { says: 'Inviter, modifier et désactiver des comptes', roles: ['admin'] },
  'value.manage': { says: 'Ajouter des valeurs locales (typologies, étiquettes…)', roles: ['admin'] },
  'job.read': { says: 'Suivre les tâches de fond et les courriels', roles: ['admin', 'platformAdmin'] },
  'job.retry': { says: 'Relancer une tâche ou un courriel', roles: ['admin', 'platformAdmin'] },
} as const satisfies Record<string, { says: string; roles: readonly Role[] }>;

export type Permission = keyof typeof permissions;

/** May this role do this, somewhere? */
export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission].roles as readonly Role[]).includes(role);
}

/** Everything this role may do; what the screens use to show or leave out a button. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => may(role, permission));
}
