import type { Db } from '~/access/context';

/**
 * Stops a production that holds a demonstration: its accounts have a password that everybody can read in the code. Throws
 * with the way out.
 */
export async function refuseDemoInProduction(db: Db): Promise<void> {
  const count = await db.missionLocale.count({ where: { isDemo: true } });
  if (count > 0) throw new Error('Cette base contient la démonstration, dont le mot de passe est public : la production refuse de démarrer. Prenez une base neuve, créée avec « npm start -- --no-demo ».');
}
