import { parseCoordinatePair } from './coordinates';
import type { Point } from './geo';

export type ReadAround = { around: string; notice: string | null };

/**
 * Reads the point that an address looks around (`autour=43.2327,0.0712`, latitude first). Latitude and longitude exchanged are put
 * right and told; what is no place of France is dropped, and told why. Written back with four decimals (10 m).
 */
export function readAround(text: string): ReadAround {
  if (text.trim() === '') return { around: '', notice: null };
  const read = parseCoordinatePair(text.slice(0, 60));
  if (!read.ok) return { around: '', notice: read.reason };
  return { around: writeAround(read.point), notice: read.swapped ? 'La latitude et la longitude étaient échangées : elles ont été remises dans l’ordre.' : null };
}

export const writeAround = ({ latitude, longitude }: Point): string => `${degrees(latitude)},${degrees(longitude)}`;

const degrees = (value: number) => String(Math.round(value * 1e4) / 1e4);

/** The point of a `readAround`; null when it says none. */
export function pointOf(around: string): Point | null {
  const [latitude, longitude] = around.split(',').map(Number);
  return latitude === undefined || longitude === undefined || !Number.isFinite(latitude) || !Number.isFinite(longitude) ? null : { latitude, longitude };
}

/** « de Tarbes », « d’Albi », « d’un point près d’Albi ». */
export const fromPlace = (name: string): string => (/^[aeiouyàâéèêëîïôöûüœæh]/i.test(name) ? `d’${name}` : `de ${name}`);
