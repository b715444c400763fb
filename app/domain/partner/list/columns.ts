/**
 * The columns that a person may add to the list, in the order of the table; the name is always there, the distance comes with
 * a place.
 */
export const columns = [
  { key: 'typologie', label: 'Typologie', isUsual: false },
  { key: 'thematiques', label: 'Thématiques', isUsual: true },
  { key: 'formes', label: 'Accepte', isUsual: true },
  { key: 'etape', label: 'Étape', isUsual: true },
  { key: 'taille', label: 'Taille', isUsual: false },
  { key: 'atouts', label: 'Label, accord', isUsual: false },
  { key: 'referent', label: 'Référent·e', isUsual: true },
  { key: 'etiquettes', label: 'Étiquettes', isUsual: false },
  { key: 'telephone', label: 'Téléphone', isUsual: false },
  { key: 'courriel', label: 'Courriel', isUsual: false },
  { key: 'adresse', label: 'Adresse', isUsual: false },
  { key: 'siret', label: 'SIRET', isUsual: false },
  { key: 'noter', label: 'Noter un échange', isUsual: false },
  { key: 'modification', label: 'Modifié', isUsual: true },
  { key: 'ajout', label: 'Ajouté', isUsual: false },
] as const;

export type ColumnKey = (typeof columns)[number]['key'];

/** The columns that a reader may see. A region sorts partners by agency, not by the hundreds of people who follow them. */
export const columnsFor = ({ isRegion }: { isRegion: boolean }): ColumnKey[] => columns.map(({ key }) => key).filter((key) => !isRegion || key !== 'referent');

export const usualColumns: ColumnKey[] = columns.filter(({ isUsual }) => isUsual).map(({ key }) => key);

/** The known columns among these, in the order of the table. */
export function readColumns(keys: unknown): ColumnKey[] | null {
  return Array.isArray(keys) ? columns.map(({ key }) => key).filter((key) => keys.includes(key)) : null;
}
