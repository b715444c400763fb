/** Where one goes at once, in degrees. */
export const territories = [
  { name: 'Métropole', west: -5.2, south: 41.3, east: 9.7, north: 51.2 },
  { name: 'Guadeloupe', west: -61.85, south: 15.8, east: -60.95, north: 16.55 },
  { name: 'Martinique', west: -61.25, south: 14.37, east: -60.78, north: 14.9 },
  { name: 'Guyane', west: -54.7, south: 2.0, east: -51.5, north: 5.9 },
  { name: 'La Réunion', west: 55.18, south: -21.42, east: 55.87, north: -20.85 },
  { name: 'Mayotte', west: 44.98, south: -13.03, east: 45.33, north: -12.62 },
] as const;
