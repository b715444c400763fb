import type { HistoryTable } from './history-fields';

/**
 * The tables whose rows are a partner's record, and the columns that name a row in the audit trail (its primary key without the
 * agency). The first column of what hangs on another row is that row's id.
 */
export const recordTables = {
  organisation: ['id'],
  national_agreement: ['id'],
  partnership: ['id'],
  partnership_kind: ['partnership_id', 'kind_id'],
  partnership_theme: ['partnership_id', 'theme_code'],
  partnership_tag: ['partnership_id', 'tag_id'],
  engagement: ['partnership_id', 'form_id'],
  contact: ['id'],
  interaction: ['id'],
  interaction_contact: ['interaction_id', 'contact_id'],
  interaction_colleague: ['interaction_id', 'user_id'],
  interaction_file: ['interaction_id', 'file_id'],
  patronage: ['id'],
  agreement: ['id'],
  agreement_party: ['agreement_id', 'partnership_id'],
  agreement_form: ['agreement_id', 'form_id'],
  agreement_file: ['agreement_id', 'file_id'],
  task: ['id'],
} as const satisfies Record<HistoryTable, readonly string[]>;

export const rowKeyOf = (table: HistoryTable, row: Record<string, unknown>): string => recordTables[table].map((column) => String(row[column])).join('/');

/** What hangs on another row comes and goes with it: said once, by the row itself. */
export const partOf: Partial<Record<HistoryTable, HistoryTable>> = {
  interaction_contact: 'interaction', interaction_colleague: 'interaction', interaction_file: 'interaction', agreement_form: 'agreement', agreement_file: 'agreement', agreement_party: 'agreement',
};
