/** What each background task does, in words. The tasks are in app/jobs, where a test compares both. */
const tasks: Record<string, string> = {
  react: 'Suites d’un évènement',
  'import:step': 'Import d’un fichier',
  'import:forgetFiles': 'Oubli des fichiers importés',
  'search:learnWords': 'Mots connus de la recherche',
  'search:rebuild': 'Index de la recherche',
  'duplicate:find': 'Recherche de doublons',
  'duplicate:sweep': 'Recherche de doublons dans toutes les agences',
  'duplicate:network': 'Recherche d’organismes en double dans le réseau',
  'task:propose': 'Propositions de tâches',
  'mail:digest': 'Courriel du matin',
  'mail:alerts': 'Alertes sur les offres',
  'mail:stillCurrent': 'Courriel « toujours d’actualité ? »',
  'mail:handover': 'Courriel de passation',
  'mail:invitation': 'Courriel d’invitation',
  'mail:passwordReset': 'Courriel de mot de passe',
  'mail:passwordChanged': 'Courriel de mot de passe changé',
  'mail:offers': 'Courriel d’offres',
  'mail:feedback': 'Courriel d’un signalement',
  'mail:feedbackAnswer': 'Courriel de réponse à un signalement',
  'mail:send': 'Envoi d’un courriel',
  'offer:refresh': 'Offres venues d’ailleurs',
  'place:geocode': 'Adresses sur la carte',
  'offer:takeFile': 'Fichier de services',
  'offer:refreshAll': 'Offres venues d’ailleurs, toutes les agences',
  'offer:expire': 'Fin des offres échues',
  'merge:forgetJournals': 'Oubli du détail des anciennes fusions',
  'agreement:expire': 'Fin des conventions échues',
  'map:fetchReach': 'Temps de trajet demandés à l’IGN',
  'map:forgetChanges': 'Oubli des anciens changements de la carte',
  'account:forgetOldTraces': 'Oubli des traces de connexion',
};

const events: Record<string, string> = {
  'partner.added': 'un partenaire ajouté',
  'partner.changed': 'un partenaire modifié',
  'offer.changed': 'une offre modifiée',
  'offers.sent': 'des offres à envoyer',
  'contact.changed': 'un interlocuteur modifié',
  'partnership.moved': 'une étape changée',
  'organisation.merged': 'deux organismes fusionnés ou séparés',
  'portfolio.handedOver': 'un portefeuille transmis',
  'import.requested': 'un import demandé',
  'services.received': 'un fichier de services reçu',
  'feed.asked': 'des offres demandées à une source',
  'import.applied': 'un import terminé',
  'user.invited': 'une invitation',
  'password.resetRequested': 'un mot de passe oublié',
  'password.changed': 'un mot de passe changé',
  'feedback.sent': 'un signalement envoyé',
  'feedback.answered': 'une réponse à un signalement',
  'mail.queued': 'un courriel à envoyer',
  'reach.wanted': 'un trajet demandé',
};

/** A task in words; `event` is what it follows, when it is only the reaction to something. */
export function jobWords(task: string, event?: string | null): string {
  const words = tasks[task] ?? 'Tâche de fond';
  return event && events[event] ? `${words} : ${events[event]}` : words;
}

/**
 * Why it failed, for a person: the technical sentence of the run without its error number, which is told apart so that the
 * log's line can be found. `Connection refused (ab12cd34)` → `{ sentence: 'Connection refused', errorId: 'ab12cd34' }`.
 */
export function failureWords(error: string | null): { sentence: string; errorId: string | null } | null {
  if (!error) return null;
  const found = /^(.*?)\s*\(([\w-]{4,40})\)$/s.exec(error.trim());
  return found ? { sentence: found[1] ?? '', errorId: found[2] ?? null } : { sentence: error.trim(), errorId: null };
}
