import type { FactSources } from '~/domain/partner/shared-facts';
import { mergeFields, type MergeField } from './merge-fields';

type Row = Record<string, unknown>;

/** Columns that go back together, or stay together as somebody put them; the SIRET and the other telephones are each one. */
export const undoGroups = (table: 'partnership' | 'organisation'): (readonly string[])[] => [
  ...(mergeFields as readonly MergeField[]).filter((field) => field.table === table).map(({ columns }) => columns),
  ...(table === 'organisation' ? [['siret'], ['other_phones']] : []),
];

/** What a person calls a column of either table. */
export const labelOfColumn = (column: string) => (mergeFields as readonly MergeField[]).find(({ columns }) => columns.includes(column))?.label ?? (column === 'siret' ? 'SIRET' : 'Autres téléphones');

/** The source of each fact goes back with it. `back`: the columns that take their former value. */
export function sourcesBack({ before, after }: { before: Row; after: Row }, current: Row, back: Row): Row {
  if (!('fact_sources' in after)) return {};
  const [former, now] = [before.fact_sources as FactSources, { ...(current.fact_sources as FactSources) }];
  const facts = [...(mergeFields as readonly MergeField[]).filter(({ fact, columns }) => fact && columns.some((column) => column in back)).map(({ fact }) => fact!), ...('siret' in back ? (['siret'] as const) : [])];
  for (const fact of facts) {
    if (former[fact]) now[fact] = former[fact];
    else delete now[fact];
  }
  return { fact_sources: now };
}
