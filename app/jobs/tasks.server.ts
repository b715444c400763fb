import { reach } from '~/adapters/reach/chosen-reach';
import { forgetOldTraces } from '~/domain/account/forget-old-traces.server';
import { forgetMergeJournals } from '~/domain/merge/forget-merge-journals.server';
import { asSystem } from '~/server/db.server';
import { fetchReach, type WantedReach } from '~/domain/reach/fetch-reach.server';
import { expireOffers } from '~/domain/offer/expire-offers.server';
import { forgetEmptied } from '~/domain/offer/kept/keep-offers.server';
import { forgetNames } from '~/domain/offer/session/register.server';
import { findDuplicatesAround, sweepDuplicates } from './find-duplicates.server';
import { findNetworkDoubles } from './find-network-doubles.server';
import { expireAgreementsOfAll } from './expire-agreements.server';
import { tellOfferNews } from './mail-alerts.server';
import { writeDigests } from './mail-digest.server';
import { writeFeedbackAnswer, writeFeedbackSent } from './mail-feedback.server';
import { writeHandover } from './mail-handover.server';
import { writeInvitation } from './mail-invitation.server';
import { writeOffers } from './mail-offers.server';
import { writePasswordChanged } from './mail-password-changed.server';
import { writePasswordReset } from './mail-password-reset.server';
import { sendMail } from './mail-send.server';
import { askStillCurrent } from './mail-still-current.server';
import { forgetImportedFiles } from './import-forget-files.server';
import { importStep } from './import-step.server';
import { rebuildIfNeeded } from './keep-search-fed.server';
import { proposeTasksEverywhere } from './propose-tasks.server';
import { refreshAllOffers, refreshOffers } from './refresh-offers.server';
import { geocodeAddresses } from './geocode.server';
import { react } from './react.server';
import { takeServiceFile } from './take-data-inclusion-file.server';
import type { Task } from './run-task.server';

/** Every job there is, by name (with a colon: graphile-worker's crontab refuses a dot). */
export const tasks = {
  react: { says: 'Suites d’un évènement', work: react, quiet: true },
  'import:step': { says: 'Import d’un fichier', work: importStep },
  'import:forgetFiles': { says: 'Oubli des fichiers importés', quiet: true, work: () => forgetImportedFiles(new Date()) },
  'search:learnWords': {
    says: 'Mots connus de la recherche',
    quiet: true,
    // A little overlap: a change kept just before the last run is learnt by this one.
    work: () => asSystem('the search learns new words', async (db) => void (await db.$queryRaw`SELECT search.learn_words(now() - interval '1 hour')`)),
  },
  'search:rebuild': { says: 'Index de la recherche', work: rebuildIfNeeded },
  'duplicate:find': { says: 'Recherche de doublons', quiet: true, work: findDuplicatesAround },
  'duplicate:network': { says: 'Recherche d’organismes en double dans le réseau', quiet: true, work: () => findNetworkDoubles(new Date()) },
  'duplicate:sweep': { says: 'Recherche de doublons dans toutes les agences', quiet: true, work: () => sweepDuplicates(new Date()) },
  'task:propose': { says: 'Propositions de tâches', quiet: true, work: () => proposeTasksEverywhere(new Date()) },
  'mail:digest': { says: 'Courriel du matin', quiet: true, work: () => writeDigests(new Date()) },
  'mail:alerts': { says: 'Alertes sur les offres', quiet: true, work: () => tellOfferNews(new Date()) },
  'mail:stillCurrent': { says: 'Courriel « toujours d’actualité ? »', quiet: true, work: () => askStillCurrent(new Date()) },
  'mail:handover': { says: 'Courriel de passation', work: writeHandover },
  'mail:invitation': { says: 'Courriel d’invitation', work: writeInvitation },
  'mail:passwordReset': { says: 'Courriel de mot de passe', work: writePasswordReset },
  'mail:passwordChanged': { says: 'Courriel de mot de passe changé', work: writePasswordChanged },
  'mail:offers': { says: 'Courriel d’offres', work: writeOffers },
  'mail:feedback': { says: 'Courriel d’un signalement', work: writeFeedbackSent },
  'mail:feedbackAnswer': { says: 'Courriel de réponse à un signalement', work: writeFeedbackAnswer },
  'mail:send': { says: 'Envoi d’un courriel', work: (payload, job) => sendMail(payload, job) },
  // A colon where others have a dot: graphile-worker's crontab refuses dots.
  'account:forgetOldTraces': { says: 'Oubli des traces de connexion', quiet: true, work: () => asSystem('old traces of sign-in are forgotten', forgetOldTraces) },
  'offer:refresh': { says: 'Offres venues d’ailleurs', work: (payload) => refreshOffers(payload) },
  'place:geocode': { says: 'Adresses sur la carte', quiet: true, work: (payload) => geocodeAddresses(payload) },
  'offer:takeFile': { says: 'Fichier de services', work: takeServiceFile },
  'offer:refreshAll': { says: 'Offres venues d’ailleurs, toutes les agences', quiet: true, work: () => refreshAllOffers() },
  'offer:expire': { says: 'Fin des offres échues', quiet: true, work: () => asSystem('offers that are over expire', async (db) => { await expireOffers(db, new Date()); await forgetNames(db, new Date()); await forgetEmptied(db); }, { timeout: 120_000 }) },
  'merge:forgetJournals': { says: 'Oubli du détail des anciennes fusions', quiet: true, work: () => asSystem('what undid merges is forgotten', forgetMergeJournals) },
  'map:fetchReach': { says: 'Temps de trajet demandés à l’IGN', quiet: true, work: (wanted) => fetchReach(reach(), (work) => asSystem('what is reached from a place is kept', work), wanted as unknown as WantedReach) },
  'map:forgetChanges': { says: 'Oubli des anciens changements de la carte', quiet: true, work: () => asSystem('old changes of the map are forgotten', async (db) => void (await db.$executeRaw`DELETE FROM search.map_change WHERE at < now() - interval '2 days'`)) },
  'agreement:expire': { says: 'Fin des conventions échues', quiet: true, work: () => expireAgreementsOfAll(new Date()) },
} as const satisfies Record<string, Task>;

export type TaskName = keyof typeof tasks;

/** graphile-worker's crontab, in UTC; the morning mail looks at the clock in Paris itself. */
export const crontab = ['17 3 * * * account:forgetOldTraces', '37 3 * * * import:forgetFiles', '7 4 * * * task:propose', '0 * * * * mail:digest', '7 3 * * * agreement:expire', '11 3 * * * offer:expire', '31 1 * * * offer:refreshAll', '5 * * * * mail:alerts', '8 * * * * mail:stillCurrent', '27 2 * * * duplicate:sweep', '47 1 * * * duplicate:network', '23 3 * * * merge:forgetJournals', '43 3 * * * map:forgetChanges'].join('\n');
