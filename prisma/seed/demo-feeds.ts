import { recordRun } from '~/domain/offer/elsewhere/feeds.server';
import { offerOfJob } from '~/domain/offer/elsewhere/offer-of-france-travail';
import { offerOfService } from '~/domain/offer/elsewhere/offer-of-data-inclusion';
import type { FeedSource, ReadForeign } from '~/domain/offer/elsewhere/foreign-offer';
import { takingIn } from '~/jobs/refresh-offers.server';
import { asAgency } from '~/server/db.server';

const structures = new Map<string, unknown>([
  ['demo--toit', { id: 'demo--toit', nom: 'Un toit en Bigorre (fictif)', code_postal: '65000', code_insee: '65440', commune: 'Tarbes', adresse: '12 rue des Essais' }],
  ['demo--roule', { id: 'demo--roule', nom: 'Roule en vallée (fictif)', code_postal: '65100', code_insee: '65286', commune: 'Lourdes' }],
]);
const services = [
  { id: 'demo--1', structure_id: 'demo--toit', nom: 'Chercher un premier logement', description: 'Un rendez-vous pour préparer le dossier, les aides et la visite.', type: 'accompagnement', thematiques: ['logement-hebergement--louer-un-logement'], publics: ['jeunes'], frais: 'gratuit', modes_accueil: ['en-presentiel'], modes_mobilisation: ['telephoner'], telephone: '05 62 00 00 11', lien_source: 'https://dora.example/services/1' },
  { id: 'demo--2', structure_id: 'demo--roule', nom: 'Louer un scooter pour aller travailler', description: 'Location à petit prix, assurance comprise, trois mois au plus.', type: 'aide-materielle', thematiques: ['mobilite--acceder-a-un-vehicule'], publics: ['jeunes', 'demandeurs-emploi'], frais: 'payant', frais_precisions: '2 € par jour', modes_accueil: ['en-presentiel'], lien_source: 'https://dora.example/services/2' },
  { id: 'demo--3', structure_id: 'demo--toit', nom: 'Atelier : gérer son budget', description: 'Deux heures, en petit groupe.', type: 'atelier', thematiques: ['difficultes-financieres--ameliorer-sa-gestion-budgetaire'], frais: 'gratuit', modes_accueil: ['a-distance'], lien_source: 'https://dora.example/services/3' },
];
const place = { libelle: '65 - TARBES', codePostal: '65000', commune: '65440' };
const jobs = [
  { id: 'DEMO01', intitule: 'Serveur / Serveuse de restaurant', description: 'Service du midi, du mardi au samedi.', lieuTravail: place, romeCode: 'G1803', typeContrat: 'CDD', experienceExige: 'D', dureeTravailLibelle: '30H/semaine', dureeTravailLibelleConverti: 'Temps partiel', entreprise: { nom: 'Brasserie de l’essai (fictive)' }, salaire: { libelle: 'Horaire de 12,02 euros' } },
  { id: 'DEMO02', intitule: 'Apprenti boulanger / Apprentie boulangère', description: 'CAP en deux ans, logement possible.', lieuTravail: { libelle: '65 - LOURDES', codePostal: '65100', commune: '65286' }, romeCode: 'D1102', typeContrat: 'CDD', natureContrat: 'E2', alternance: true, entreprise: { nom: 'Fournil de l’essai (fictif)' } },
  { id: 'DEMO03', intitule: 'Préparateur / Préparatrice de commandes', description: 'Entrepôt, horaires du matin.', lieuTravail: place, romeCode: 'N1103', typeContrat: 'MIS', experienceExige: 'S', dureeTravailLibelleConverti: 'Temps plein', entreprise: {}, nombrePostes: 4 },
];

/** Offers from elsewhere, fictional, as a refresh of the night brought them; read and taken in as real ones are. */
export async function seedFeeds(missionLocaleId: string): Promise<void> {
  const now = new Date();
  const brought: [FeedSource, ReadForeign[]][] = [['dataInclusion', services.map((service) => offerOfService(service, structures, now))], ['franceTravail', jobs.map((job) => offerOfJob(job, now))]];
  for (const [source, offers] of brought) {
    const run = takingIn(missionLocaleId, source);
    await run.take(offers);
    await asAgency(missionLocaleId, 'demonstration', async (db) => {
      await recordRun(db, source, 'api', { startedAt: now, endedAt: now, ...run.told() });
      await db.offerFeed.updateMany({ where: { source }, data: { isOn: true, filters: { departements: ['65'] } } });
    });
  }
}
