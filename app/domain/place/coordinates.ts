import { quoted } from '~/domain/text/clean';
import { isInside, type BoundingBox, type Point } from './geo';

export type ParsedCoordinates = { ok: true; point: Point; swapped: boolean } | { ok: false; reason: string };

/** The parts of the world where France has communes, with a margin for coasts (decimal degrees). */
const frenchBoxes: BoundingBox[] = [
  { south: 41.2, north: 51.3, west: -5.6, east: 9.8 }, // mainland and Corsica
  { south: 14.2, north: 18.3, west: -63.3, east: -60.6 }, // Guadeloupe, Martinique, Saint-Martin, Saint-Barthélemy
  { south: 2.0, north: 6.0, west: -54.8, east: -51.5 }, // Guyane
  { south: -21.5, north: -20.7, west: 55.1, east: 56.0 }, // La Réunion
  { south: -13.1, north: -12.5, west: 44.9, east: 45.4 }, // Mayotte
  { south: 46.6, north: 47.3, west: -56.6, east: -56.0 }, // Saint-Pierre-et-Miquelon
  { south: -23.0, north: -17.5, west: 158.0, east: 172.5 }, // Nouvelle-Calédonie
  { south: -28.0, north: -7.5, west: -155.0, east: -134.0 }, // Polynésie française
  { south: -14.6, north: -13.0, west: -178.4, east: -175.9 }, // Wallis-et-Futuna
];

/**
 * Reads a latitude and a longitude in decimal degrees, with a point or a comma. The two exchanged are put right and told
 * (`swapped`); 0,0 (how software says "I don't know") and places outside France are refused with a French reason.
 */
export function parseCoordinates(latitude: string, longitude: string): ParsedCoordinates {
  const [lat, lon] = [decimal(latitude), decimal(longitude)];
  const typed = quoted(`${latitude.trim()} ; ${longitude.trim()}`);
  if (lat === null || lon === null) return { ok: false, reason: `Les coordonnées ${typed} ne sont pas des nombres.` };
  if (lat === 0 && lon === 0) return { ok: false, reason: `Les coordonnées ${typed} ne désignent aucun lieu.` };
  if (isFrench({ latitude: lat, longitude: lon })) return { ok: true, point: { latitude: lat, longitude: lon }, swapped: false };
  if (isFrench({ latitude: lon, longitude: lat })) return { ok: true, point: { latitude: lon, longitude: lat }, swapped: true };
  return { ok: false, reason: `Les coordonnées ${typed} sont hors de France.` };
}

/** Reads both numbers from one cell: `48.85, 2.35`, `48,85;2,35`, `(48.85 2.35)`, `48,85, 2,35`. */
export function parseCoordinatePair(text: string): ParsedCoordinates {
  const bare = text.replace(/POINT|[()[\]]/gi, ' ').trim();
  const halves = bare.split(/\s*[;|]\s*|\s*,\s+|\s+/).filter(Boolean);
  if (halves.length === 2) return parseCoordinates(halves[0]!, halves[1]!);
  const parts = bare.split(',').map((part) => part.trim());
  if (parts.length === 2) return parseCoordinates(parts[0]!, parts[1]!);
  if (parts.length === 4) return parseCoordinates(`${parts[0]}.${parts[1]}`, `${parts[2]}.${parts[3]}`);
  return { ok: false, reason: `Les coordonnées ${quoted(text)} ne sont pas lisibles : on attend une latitude et une longitude.` };
}

/** Is this place in one of the parts of the world where France has communes? */
export function isFrench(point: Point): boolean {
  return frenchBoxes.some((box) => isInside(box, point));
}

function decimal(text: string): number | null {
  const bare = text.trim().replace(/[°\s]/g, '').replace(',', '.');
  return /^[+-]?\d{1,3}(?:\.\d+)?$/.test(bare) ? Number(bare) : null;
}
