/**
 * How far one goes in so many minutes, estimated: the way is longer than the line (× 1.3, the usual detour of a road network), at the
 * speed of the means of transport. A bus or a train is waited for. The screens say « estimation ».
 */
export const travelModes = {
  pied: { label: 'à pied', kmh: 4.5, waits: 0 },
  velo: { label: 'à vélo', kmh: 15, waits: 0 },
  bus: { label: 'en bus ou en car', kmh: 22, waits: 8 },
  voiture: { label: 'en voiture', kmh: 50, waits: 0 },
} as const;

export type TravelMode = keyof typeof travelModes;
export const travelModeNames = Object.keys(travelModes) as TravelMode[];
const detour = 1.3;
export const longestTrip = 120;

const usualTimes = [10, 15, 20, 30, 45, 60, 90, 120];
/** The times that a filter offers, and the one that was asked for. */
export const tripTimes = (asked: number): number[] => [...new Set([...usualTimes, ...(asked ? [asked] : [])])].sort((a, b) => a - b);

/** The radius in km, as the crow flies, reached in so many minutes; to 0.1 km, at least 0.3. */
export function reachKm(minutes: number, mode: TravelMode): number {
  const { kmh, waits } = travelModes[mode];
  const km = (Math.max(0, Math.min(minutes, longestTrip) - waits) / 60) * (kmh / detour);
  return Math.max(0.3, Math.round(km * 10) / 10);
}

/** The minutes that such a way takes, in whole minutes: the other way round. */
export function tripMinutes(metres: number, mode: TravelMode): number {
  const { kmh, waits } = travelModes[mode];
  return Math.round(waits + ((metres / 1000) * detour * 60) / kmh);
}
