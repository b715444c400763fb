import type { Permission } from '~/access/permissions';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { paths } from '~/paths';
import type { NavItem } from '~/ui/app-frame';
import type { Command } from '~/ui/command-palette';

/** The side navigation: what each may open. */
export const navigation: (NavItem & { needs: Permission })[] = [
  { to: paths.home(), label: 'Accueil', icon: 'home', end: true, needs: 'home.read' },
  { to: paths.partners(), label: 'Partenaires', icon: 'partner', holds: [paths.handovers()], needs: 'partner.read' },
  { to: paths.offers(), label: 'Offres', icon: 'offer', needs: 'offer.read' },
  { to: paths.tasks(), label: 'À faire', icon: 'check', needs: 'task.read' },
  { to: paths.exchanges(), label: 'Échanges', icon: 'message', needs: 'exchange.read' },
  { to: paths.agreements(), label: 'Conventions', icon: 'document', needs: 'agreement.read' },
  { to: paths.patrons(), label: 'Mécènes', icon: 'patronage', needs: 'patronage.read' },
  { to: paths.nationalAgreements(), label: 'Accords nationaux', icon: 'document', needs: 'nationalAgreement.write' },
  { to: paths.networkDoubles(), label: 'Doublons', icon: 'copy', holds: ['/reseau'], needs: 'organisation.merge' },
  { to: paths.settings(), label: 'Réglages', icon: 'settings', needs: 'settings.open' },
  { to: paths.account(), label: 'Mon compte', icon: 'person', needs: 'account.own' },
];

const go = 'Aller à';
const act = 'Faire';
const set = 'Réglages';

/** What Ctrl-K offers before anything is typed; partners, offers and people are found on the server as one types. */
export const destinations: (Command & { needs: Permission })[] = [
  { id: 'home', label: 'Accueil', to: paths.home(), section: go, icon: 'home', needs: 'home.read' },
  { id: 'partners', label: 'Tous les partenaires', to: paths.partners(), section: go, icon: 'partner', keywords: ['liste', 'recherche'], needs: 'partner.read' },
  { id: 'board', label: 'Partenaires par étapes', to: paths.partnersBoard(), section: go, icon: 'columns', keywords: ['tableau', 'cycle'], needs: 'partner.read' },
  { id: 'matrix', label: 'Matrice des engagements', to: paths.partnersMatrix(), section: go, icon: 'chart', keywords: ['accepte', 'portefeuille'], needs: 'partner.read' },
  { id: 'duplicates', label: 'Doublons possibles', to: paths.duplicates(), section: go, icon: 'copy', keywords: ['fusionner', 'double', 'deux fois'], needs: 'duplicate.read' },
  { id: 'lists', label: 'Listes enregistrées', to: paths.savedLists(), section: go, icon: 'list', keywords: ['parcourir', 'portefeuille'], needs: 'list.save' },
  { id: 'offers', label: 'Offres', to: paths.offers(), section: go, icon: 'offer', keywords: ['emploi', 'immersion', 'formation', 'atelier'], needs: 'offer.read' },
  { id: 'managed-offers', label: 'Nos offres', to: paths.offersManaged(), section: go, icon: 'list', keywords: ['brouillon', 'publier'], needs: 'offer.write' },
  { id: 'tasks', label: 'À faire', to: paths.tasks(), section: go, icon: 'check', keywords: ['tâches', 'relances', 'rappels'], needs: 'task.read' },
  { id: 'exchanges', label: 'Échanges', to: paths.exchanges(), section: go, icon: 'message', keywords: ['appels', 'visites', 'notes', 'historique'], needs: 'exchange.read' },
  { id: 'agreements', label: 'Conventions', to: paths.agreements(), section: go, icon: 'document', keywords: ['signature', 'renouveler'], needs: 'agreement.read' },
  { id: 'national-agreements', label: 'Accords nationaux', to: paths.nationalAgreements(), section: go, icon: 'document', keywords: ['groupe', 'grand compte'], needs: 'nationalAgreement.write' },
  { id: 'network-doubles', label: 'Organismes en double', to: paths.networkDoubles(), section: go, icon: 'copy', keywords: ['fusionner', 'doublons', 'réseau'], needs: 'organisation.merge' },
  { id: 'network-merges', label: 'Fusions d’organismes', to: paths.networkMerges(), section: go, icon: 'merge', keywords: ['annuler', 'réseau'], needs: 'organisation.merge' },
  { id: 'patrons', label: 'Mécènes', to: paths.patrons(), section: go, icon: 'patronage', keywords: ['don', 'mécénat'], needs: 'patronage.read' },
  { id: 'account', label: 'Mon compte', to: paths.account(), section: go, icon: 'person', keywords: ['mot de passe', 'profil'], needs: 'account.own' },
  { id: 'sessions', label: 'Mes connexions', to: paths.accountSessions(), section: go, icon: 'lock', keywords: ['sessions', 'appareils'], needs: 'account.own' },
  { id: 'discover', label: 'Découvrir Maillage', to: paths.discovery(), section: go, icon: 'help', keywords: ['aide', 'premiers pas', 'nouveau', 'nouveautés'], needs: 'home.read' },
  { id: 'merges', label: 'Fusions de fiches', to: paths.partnerMerges(), section: go, icon: 'merge', keywords: ['doublons', 'annuler'], needs: 'partner.merge' },
  { id: 'add', label: 'Ajouter un partenaire', to: paths.partnerNew(), section: act, icon: 'add', keywords: ['nouveau', 'créer'], needs: 'partner.create' },
  { id: 'offer-new', label: 'Ajouter une offre', to: paths.offerNew(), section: act, icon: 'offer', keywords: ['nouvelle', 'publier'], needs: 'offer.write' },
  { id: 'import', label: 'Importer un fichier', to: paths.imports(), section: act, icon: 'upload', keywords: ['excel', 'csv', 'tableur'], needs: 'import.run' },
  { id: 'handover', label: 'Transmettre un portefeuille', to: paths.handovers(), section: act, icon: 'users', keywords: ['passation', 'départ', 'relais', 'référent'], needs: 'portfolio.handover' },
  { id: 'agency', label: 'Réglages de l’agence', to: paths.settingsAgency(), section: set, icon: 'settings', needs: 'agency.read' },
  { id: 'sites', label: 'Sites et antennes', to: paths.settingsSites(), section: set, icon: 'pin', needs: 'agency.read' },
  { id: 'users', label: 'Comptes', to: paths.settingsUsers(), section: set, icon: 'users', keywords: ['inviter', 'utilisateurs'], needs: 'user.manage' },
  { id: 'values', label: 'Valeurs locales', to: paths.settingsValues(), section: set, icon: 'tag', keywords: ['typologie', 'étiquette'], needs: 'value.manage' },
  { id: 'feedback', label: 'Signalements de l’équipe', to: paths.settingsFeedback(), section: set, icon: 'message', keywords: ['problème', 'idée', 'question'], needs: 'feedback.manage' },
  { id: 'jobs', label: 'Tâches de fond', to: paths.settingsJobs(), section: set, icon: 'refresh', needs: 'job.read' },
  { id: 'mails', label: 'Courriels envoyés', to: paths.settingsMails(), section: set, icon: 'mail', needs: 'job.read' },
];

/** Tells the administrators something of the page that one is on. */
export const reporting = (pathname: string): Command & { needs: Permission } => ({
  id: 'report', label: 'Signaler un problème ou une idée', to: paths.feedback({ page: pathname }), section: act, icon: 'message', keywords: ['bug', 'aide', 'question', 'erreur'], needs: 'feedback.write',
});

type Found = { label: string; detail: string; to: string };
type Answer = Record<'partners' | 'offers' | 'contacts', Found[]>;

async function ask(query: string, signal: AbortSignal): Promise<Answer> {
  const answer = await fetch(`${paths.palette()}?q=${encodeURIComponent(query)}`, { signal });
  if (!answer.ok) throw new Error('search failed');
  return (await answer.json()) as Answer;
}

const commandsOf = (found: readonly Found[], section: string, icon: NonNullable<Command['icon']>): Command[] => found.map(({ label, detail, to }) => ({ id: to, label, hint: detail, to, section, icon }));

/** Partners whose name, place, SIRET or telephone begins like this. */
export async function findPartners(query: string, signal: AbortSignal): Promise<Command[]> {
  return commandsOf((await ask(query, signal)).partners, 'Partenaires', 'organisation');
}

/** Partners, offers and people for what is typed, then the page of all that answers it. */
export async function findEverything(query: string, signal: AbortSignal): Promise<Command[]> {
  const { partners, offers, contacts } = await ask(query, signal);
  return [
    // Some fewer, so that what else there is shows below.
    ...commandsOf(partners.slice(0, 5), 'Partenaires', 'organisation'),
    ...commandsOf(offers, 'Offres', 'offer'),
    ...commandsOf(contacts, 'Interlocuteurs', 'person'),
    { id: 'search-everything', label: `Tout ce qui répond à ${inGuillemets(query)}`, to: paths.search(query), section: 'Recherche', icon: 'search' },
  ];
}
