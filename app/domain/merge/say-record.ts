import { historyField } from '~/domain/history/history-fields';
import { sayValue } from '~/domain/history/say-value';
import { isEmptyFact } from '~/domain/partner/shared-facts';
import { readinessWords, type Readiness } from '~/domain/engagement/readiness';
import type { MergeRecord } from './compare-records';
import type { MergeField } from './merge-fields';

type Labels = ReadonlyMap<string, string>;

/** One field of a record as a person reads it; empty when there is nothing. */
export function sayField(record: MergeRecord, { field, table, columns }: MergeField, labels: Labels): string {
  const row = record[table];
  const say = (column: string) => (isEmptyFact(row[column]) ? '' : sayValue(row[column], historyField(table, column)?.kind ?? 'text', labels));
  if (field === 'address') {
    const town = [say('postcode'), say('commune_code'), say('cedex')].filter(Boolean).join(' ');
    return [say('address_line'), say('address_extra'), town].filter(Boolean).join(', ');
  }
  if (field === 'hasYouthLabel') return row.has_youth_label ? 'oui' : '';
  if (field === 'parentId') return row.parent_id ? (labels.get(String(row.parent_id)) ?? '') : '';
  if (field === 'stage') return [say('stage'), row.end_reason_id ? say('end_reason_id') : ''].filter(Boolean).join(', ');
  return say(columns[0]!);
}

/** A line of engagement in a few words: « partant, 2 par mois : avec tutrice ». */
export function sayEngagement(row: Record<string, unknown>): string {
  const capacity = row.capacity_per_month ? `, ${String(row.capacity_per_month)} par mois` : '';
  return `${readinessWords[row.readiness as Readiness]}${capacity}${row.comment ? ` : ${String(row.comment)}` : ''}`;
}

/** Every id of these records that has a name of its own. */
export const namedIds = (records: readonly MergeRecord[]): string[] => [
  ...new Set(records.flatMap(({ partnership, organisation }) => [organisation.kind_id, organisation.commune_code, organisation.parent_id, partnership.officer_id, partnership.site_id, partnership.end_reason_id]).filter((id) => typeof id === 'string')),
];
