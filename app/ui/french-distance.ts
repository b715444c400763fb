import { frenchNumber } from './french-number';

/** « moins d’1 km », « 4,2 km », « 12 km » from metres. Most positions are those of a street or a commune: below a kilometre the figure would lie. */
export const frenchDistance = (metres: number): string =>
  metres < 1000 ? 'moins d’1 km' : `${frenchNumber(metres < 9950 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000))} km`;
