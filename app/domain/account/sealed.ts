import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFor } from './tokens';

/**
 * Encrypts a small secret (AES-256-GCM) for a purpose and an owner: read in another's row, or after a change of one letter, it
 * does not open. Opens only with the same application secret.
 */
export function seal(secret: string, purpose: string, owner: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['v1', iv, sealed, cipher.getAuthTag()].map((part) => (typeof part === 'string' ? part : part.toString('base64url'))).join('.');
}

/** The secret again; throws when it was sealed for something else, by another secret, or was altered. */
export function unseal(secret: string, purpose: string, owner: string, text: string): string {
  const [version, iv, sealed, tag] = text.split('.');
  if (version !== 'v1' || !iv || !sealed || !tag) throw new Error('not a sealed text');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), Buffer.from(iv, 'base64url'), { authTagLength: 16 }).setAAD(Buffer.from(owner));
  decipher.setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString('utf8');
}
