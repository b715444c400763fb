/**
 * The headcount bands of INSEE ("tranche d'effectif salarié") and the size of company that each makes. Source: decree 2008-1354,
 * article 3: fewer than 10 people, 250, 5,000; its thresholds of turnover are not known here, the band alone decides.
 */
export const headcountBands = [
  { code: '00', label: 'Aucun salarié', size: 'tpe' },
  { code: '01', label: '1 ou 2 salariés', size: 'tpe' },
  { code: '02', label: '3 à 5 salariés', size: 'tpe' },
  { code: '03', label: '6 à 9 salariés', size: 'tpe' },
  { code: '11', label: '10 à 19 salariés', size: 'pme' },
  { code: '12', label: '20 à 49 salariés', size: 'pme' },
  { code: '21', label: '50 à 99 salariés', size: 'pme' },
  { code: '22', label: '100 à 199 salariés', size: 'pme' },
  { code: '31', label: '200 à 249 salariés', size: 'pme' },
  { code: '32', label: '250 à 499 salariés', size: 'eti' },
  { code: '41', label: '500 à 999 salariés', size: 'eti' },
  { code: '42', label: '1 000 à 1 999 salariés', size: 'eti' },
  { code: '51', label: '2 000 à 4 999 salariés', size: 'eti' },
  { code: '52', label: '5 000 à 9 999 salariés', size: 'grand' },
  { code: '53', label: '10 000 salariés et plus', size: 'grand' },
] as const;

/** Sizes of company, the smallest first. */
export const companySizes = {
  tpe: { label: 'TPE', says: 'moins de 10 salariés' },
  pme: { label: 'PME', says: '10 à 249 salariés' },
  eti: { label: 'ETI', says: '250 à 4 999 salariés' },
  grand: { label: 'Grand compte', says: '5 000 salariés et plus' },
} as const;
export type CompanySize = keyof typeof companySizes;
export const companySizeNames = Object.keys(companySizes) as CompanySize[];

/** The size that a band makes; null when it is not known (no band, or INSEE's NN: not an employer, or unsaid). */
export const sizeOfBand = (code: string | null): CompanySize | null => headcountBands.find((band) => band.code === code)?.size ?? null;

/** The bands that make a size. */
export const bandsOfSize = (size: CompanySize): string[] => headcountBands.filter((band) => band.size === size).map(({ code }) => code);

/** `TPE, 6 à 9 salariés`; a band that is not INSEE's shows as it is. */
export function headcountLabel(code: string): string {
  const band = headcountBands.find((known) => known.code === code);
  return band ? `${companySizes[band.size].label}, ${band.label.toLowerCase()}` : code;
}
