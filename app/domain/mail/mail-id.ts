import { createHash } from 'node:crypto';

/** The id of a mail from what it is about, always the same: asked twice, it is written once. A UUID of version 8, from a hash. */
export function mailIdOf(about: string): string {
  const hex = createHash('sha256').update(about).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
