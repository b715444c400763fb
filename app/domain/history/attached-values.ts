/**
 * What a partnership is given or loses whole: its themes, tags and further kinds. `column` names the value in its table; `one` is
 * the value in a sentence, for those that an agency may retire or delete (themes are fixed).
 */
export const attachedValues = {
  partnership_kind: { column: 'kind_id', one: 'typologie' },
  partnership_theme: { column: 'theme_code', one: null },
  partnership_tag: { column: 'tag_id', one: 'étiquette' },
} as const satisfies Record<string, { column: string; one: string | null }>;

export type AttachedTable = keyof typeof attachedValues;
export const attachedTables = Object.keys(attachedValues) as AttachedTable[];
export const isAttached = (table: string): table is AttachedTable => Object.hasOwn(attachedValues, table);

/** Why a value that was taken off cannot come back; null when it can. */
export function whyNotBack(table: AttachedTable, { exists, isRetired }: { exists: boolean; isRetired: boolean }): string | null {
  const { one } = attachedValues[table];
  if (!one) return null;
  if (!exists) return `Cette ${one} a été supprimée des réglages : elle ne peut pas revenir.`;
  return isRetired ? `Cette ${one} n’est plus en service : elle ne peut pas revenir. L’administration de l’agence peut la remettre en service dans les réglages.` : null;
}
