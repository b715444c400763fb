import type { AddressToPlace } from './geocoder';

const cell = (text: string) => `"${text.replaceAll('"', '""').replace(/\s+/g, ' ')}"`;

/** The file that is sent: `id;adresse;insee`. */
export const stringify = (addresses: readonly AddressToPlace[]): string => ['id;adresse;insee', ...addresses.map(({ id, line, communeCode }) => [id, line, communeCode].map(cell).join(';'))].join('\n');
