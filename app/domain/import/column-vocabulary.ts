import { inGuillemets } from '~/domain/text/in-guillemets';

/** What a column may hold. `several` says what two columns with one field do: refused, put one after the other, or all kept. */
export type ColumnField<F extends string = string> = { code: F; label: string; group: string; several: 'no' | 'joined' | 'united' };

/** Which field each column gives; a column that is absent is not imported. `column` counts from 0. */
export type MappedColumns<F extends string = string> = readonly { column: number; header: string; field: F }[];

/** How the columns of one kind of file are known: what is imported says it, recognition and the screens read it. */
export type ColumnVocabulary = {
  fields: readonly ColumnField[];
  /** Headers that mean one thing only, folded → field. */
  sure: ReadonlyMap<string, string>;
  /** When no header matches whole: a part of it, from the most to the least precise. */
  likely: readonly (readonly [RegExp, string])[];
  /** Headers that files carry and that nothing needs. */
  useless: RegExp;
  /** Fields whose wrong guess would do harm: merely likely, they are shown to a person. */
  identity: readonly string[];
  /** What must be given by one column at least: any of `fields`, or the sentence is said. */
  needs: readonly { fields: readonly string[]; sentence: string }[];
};

/** `field → 'header|header'` as a map of headers. */
export const headersOf = <F extends string>(words: Partial<Record<F, string>>): Map<string, F> =>
  new Map((Object.entries(words) as [F, string][]).flatMap(([field, headers]) => headers.split('|').map((header) => [header, field] as const)));

/** What forbids a mapping, as French sentences: a field given by two columns, something needed that nothing gives. Empty: it can be used. */
export function problemsOfMapping(mapping: MappedColumns, { fields, needs }: Pick<ColumnVocabulary, 'fields' | 'needs'>): string[] {
  const twice = fields.flatMap(({ code, label, several }) => {
    const columns = mapping.filter(({ field }) => field === code);
    return several === 'no' && columns.length > 1 ? [`${inGuillemets(label)} est donné par ${columns.length} colonnes (${columns.map(({ header }) => inGuillemets(header)).join(', ')}) : gardez-en une.`] : [];
  });
  const missing = needs.flatMap((need) => (mapping.some(({ field }) => need.fields.includes(field)) ? [] : [need.sentence]));
  return [...twice, ...missing];
}
