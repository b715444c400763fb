import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters that OWASP advises (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// An accent may be typed as one character or as two: both machines mean the same password.
const normalised = (password: string) => password.normalize('NFKC');

/** The hash of a password, as it is kept. */
export const hashPassword = (password: string): Promise<string> => hash(normalised(password), cost);

let nobodys: Promise<string> | undefined;

/**
 * Is this the password? Without a hash to compare with (unknown account, invitation not yet accepted) it is compared with
 * nobody's, so that the answer takes the same time.
 */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const same = await verify(kept ?? (await (nobodys ??= hashPassword('nobody has this password'))), normalised(password));
  return kept !== null && same;
}
