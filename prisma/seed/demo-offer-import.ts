import type { Actor } from '~/access/actor';
import { files } from '~/adapters/files/chosen-files';
import { newFileKey } from '~/adapters/files/files';
import { startImport } from '~/domain/import/start-import.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { importStep } from '~/jobs/import-step.server';
import { asActor } from '~/server/db.server';

/** A file of offers that an officer has just sent: most lines are ready, one has a wrong date, one names a partner that nobody knows. Nothing is imported yet. */
export async function seedOfferImport(officer: Actor): Promise<void> {
  const inDays = (days: number) => addDays(parisDay(new Date()), days).split('-').reverse().join('/');
  const rows = [
    ['Type d’offre', 'Titre', 'Description', 'Métier', 'Contrat', 'Date de début', 'Date limite', 'Places', 'Entreprise', 'Ville du lieu', 'CP du lieu'],
    ['Atelier', 'Préparer un forum de l’emploi', 'Se présenter en deux minutes, à l’oral.', '', '', inDays(20), inDays(15), '10', '', 'Tarbes', '65000'],
    ['Atelier', 'Découvrir les métiers du bois', 'Une matinée à l’atelier, on fabrique un tabouret.', 'H2206', '', inDays(30), '', '8', '', 'Lourdes', '65100'],
    ['Service', 'Aide au permis de conduire', 'Montage du dossier et recherche de financement.', '', '', '', '', '', '', '', ''],
    ['Emploi', 'Aide de cuisine', 'Épluchage, plonge, dressage des entrées.', 'G1603', 'CDD', '31/02/2027', '', '1', '', '', ''],
    ['Stage', 'Découverte de l’accueil', 'Deux semaines à l’accueil d’un hôtel.', 'G1703', '', '', '', '1', 'Hôtel des Trois Vallées Inconnues', '', ''],
  ];
  const key = newFileKey();
  const { size, sha256 } = await files().put(key, Buffer.from(rows.map((row) => row.join(';')).join('\n')));
  const { importId } = await asActor(officer, 'demonstration', (ctx) => startImport({ ...ctx, emit: async () => {} }, { subject: 'offers', fileKey: key, fileName: 'offres-de-printemps.csv', size, sha256, askColumns: false }));
  for (const step of ['read', 'plan'] as const) await importStep({ batchId: importId, step, missionLocaleId: officer.missionLocaleId, actorId: officer.userId }, { id: 'demonstration', attempt: 1, isLastAttempt: true });
}
