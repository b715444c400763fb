import type { ColumnKey } from '~/domain/partner/list/columns';
import type { PartnerRow } from '~/domain/partner/list/partner-row';

/** What a line of the table needs whatever its columns: the name, the quiet line under it, the distance. */
const always = ['id', 'name', 'commune', 'departementCode', 'kinds', 'agency', 'metres', 'isPatron', 'hasYouthLabel', 'isCovered', 'latitude', 'longitude'] as const satisfies (keyof PartnerRow)[];

const fieldsOf: Record<ColumnKey, (keyof PartnerRow)[]> = {
  typologie: [],
  thematiques: ['themes'],
  formes: ['forms'],
  etape: ['stage'],
  taille: ['headcountBand'],
  atouts: [],
  referent: ['officer'],
  etiquettes: ['tags'],
  telephone: ['phone'],
  courriel: ['email'],
  adresse: ['addressLine', 'postcode'],
  siret: ['siret'],
  noter: [],
  modification: ['updatedAt'],
  ajout: ['createdAt'],
};

export type ShownRow = Pick<PartnerRow, (typeof always)[number]> & Partial<PartnerRow>;

/** The rows with the fields that these columns show and no other: fifty rows of them travel to a telephone. */
export function shownRows(rows: readonly PartnerRow[], columns: readonly ColumnKey[]): ShownRow[] {
  const fields = [...always, ...columns.flatMap((key) => fieldsOf[key])];
  return rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field]])) as ShownRow);
}
