import { conflict } from '~/domain/errors';
import type { InSystem } from './in-system';
import { type Oneself, requireOwnPassword } from './own-password.server';
import { secondFactorIsRequired } from './second-factor.queries.server';

/** Takes the second factor away, with the password; not from those whose agency asks for it. */
export async function stopSecondFactor(inSystem: InSystem, secret: string, oneself: Oneself, password: string): Promise<void> {
  const { userId } = oneself;
  if (await inSystem('second factor: is it required', (db) => secondFactorIsRequired(db, userId))) throw conflict('Votre agence demande la double authentification aux personnes qui l’administrent.');
  await requireOwnPassword(inSystem, secret, oneself, password, 'password');
  await inSystem('second factor: taken away by its owner', (db) =>
    db.credential.updateMany({ where: { userId }, data: { totpSecret: null, totpEnabledAt: null, totpLastWindow: null, recoveryHashes: [] } }),
  );
}
