import { travelModes, type TravelMode } from '~/domain/offer/list/travel';
import { fromPlace } from '~/domain/place/around';
import type { Place } from './criteria';

/** « à 20 km de Tarbes », « à 30 min en bus ou en car de Tarbes », « Tarbes ». */
export function placeInWords({ name, circle }: Place, { minutes, moyen }: { minutes: number; moyen: TravelMode | null }): string {
  if (!circle) return name;
  return minutes && moyen ? `à ${minutes} min ${travelModes[moyen].label} ${fromPlace(name)}` : `à ${circle.km} km ${fromPlace(name)}`;
}
