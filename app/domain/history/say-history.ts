import { sameFact } from '~/domain/partner/shared-facts';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { attachedValues, isAttached, whyNotBack } from './attached-values';
import { historyField, historyTables, type HistoryTable } from './history-fields';
import { sayValue } from './say-value';

type Row = Record<string, unknown>;
export type AuditEntry = {
  id: string; at: Date; transactionId: string; actorId: string | null; agencyId: string | null; table: HistoryTable; rowKey: string;
  operation: 'I' | 'U' | 'D'; before: Row | null; after: Row | null; isImport: boolean;
};
export type CurrentRow = { table: HistoryTable; rowKey: string; version: number; row: Row };

/** What changed: `about` says of whom or what, when it is not the record itself. */
export type HistoryLine = {
  key: string; about: string | null; label: string; from: string; to: string;
  /** What putting the old value back needs: the entry, the column, and the version of the row that the person sees. */
  restore: { entryId: string; column: string; version: number } | null;
  /** Something that came or went as a whole, rather than a value that changed. */
  isWhole: boolean;
  /** A sentence, when the old value would be put back but cannot. */
  blocked: string | null;
};
export type HistoryGroup = { key: string; at: Date; who: string; lines: HistoryLine[]; /** Whether our agency had this partner before. */ hasBefore: boolean };
export type Sayings = { agencyId: string | null; people: ReadonlyMap<string, string>; labels: ReadonlyMap<string, string>; /** Ids of values that are out of service, and of those that are deleted. */ retired: ReadonlySet<string>; deleted: ReadonlySet<string>; current: readonly CurrentRow[] };

/** Turns audit entries (the latest first) into groups that a person reads, one a transaction. Entries with nothing to say are left out. */
export function sayHistory(entries: readonly AuditEntry[], sayings: Sayings, beganAt: Date): HistoryGroup[] {
  const groups: HistoryGroup[] = [];
  let transaction = '';
  for (const entry of entries) {
    const lines = linesOf(entry, sayings);
    if (lines.length === 0) continue;
    const last = groups.at(-1);
    const isBeginning = entry.at < beganAt || (entry.table === 'partnership' && entry.operation === 'I');
    if (last && transaction === entry.transactionId) Object.assign(last, { lines: [...last.lines, ...lines], hasBefore: last.hasBefore && !isBeginning });
    else groups.push({ key: entry.id, at: entry.at, who: whoOf(entry, sayings), lines, hasBefore: !isBeginning });
    transaction = entry.transactionId;
  }
  return groups;
}

function whoOf({ table, actorId, agencyId, isImport }: AuditEntry, sayings: Sayings): string {
  const isOurs = agencyId !== null && agencyId === sayings.agencyId;
  if (agencyId !== null && !isOurs) return 'Une autre Mission Locale';
  // Nobody else writes without an agency: the platform, whose people no agency reads.
  if (table === 'national_agreement' || (agencyId === null && actorId !== null && !sayings.people.has(actorId))) return 'L’administration de la plateforme';
  const name = actorId ? (sayings.people.get(actorId) ?? 'Ancien compte') : 'Maillage';
  return isImport ? `Import, par ${name}` : name;
}

/** The lines of one entry: a row that came or went is one, a changed row one a column. */
export function linesOf(entry: AuditEntry, sayings: Sayings): HistoryLine[] {
  const { id, table, operation, before, after } = entry;
  const about = aboutOf(entry, sayings);
  const told = (column: string) => {
    const field = historyField(table, column);
    return field && { field, from: sayValue(before?.[column], field.kind, sayings.labels), to: sayValue(after?.[column], field.kind, sayings.labels) };
  };
  // What comes or goes whole is told in one line.
  if (operation !== 'U' && wholes[table]) return [{ key: id, about: null, isWhole: true, ...wholes[table](entry, sayings), ...wayBack(entry, sayings) }];
  return Object.keys(historyTables[table])
    .filter((column) => column in (before ?? {}) || column in (after ?? {}))
    .flatMap((column) => {
      const said = told(column);
      if (!said || said.from === said.to) return [];
      return [{ key: `${id}.${column}`, about, label: said.field.label, from: said.from, to: said.to, isWhole: false, restore: restoreOf(entry, column, sayings), blocked: null }];
    });
}

type Whole = (entry: AuditEntry, sayings: Sayings) => { label: string; from: string; to: string };
const comesOrGoes = (label: string, words: (entry: AuditEntry, sayings: Sayings) => string): Whole => (entry, sayings) => {
  const said = words(entry, sayings);
  return { label, from: entry.operation === 'D' ? said : '', to: entry.operation === 'I' ? said : '' };
};
const either = ({ before, after }: AuditEntry): Row => after ?? before ?? {};
const wholes: Partial<Record<HistoryTable, Whole>> = {
  organisation: comesOrGoes('Fiche créée', (entry) => sayValue(either(entry).name)),
  national_agreement: comesOrGoes('Accord national', (entry) => sayValue(either(entry).title)),
  partnership: comesOrGoes('Ajouté à vos partenaires', (entry) => sayValue(either(entry).stage, 'stage')),
  partnership_kind: comesOrGoes('Autre typologie', (entry, { labels }) => sayValue(either(entry).kind_id, 'label', labels)),
  partnership_theme: comesOrGoes('Thématique', (entry, { labels }) => sayValue(either(entry).theme_code, 'label', labels)),
  partnership_tag: comesOrGoes('Étiquette', (entry, { labels }) => sayValue(either(entry).tag_id, 'label', labels)),
  engagement: comesOrGoes('Engagement', (entry, { labels }) => `${sayValue(either(entry).form_id, 'label', labels)}, ${sayValue(either(entry).readiness, 'readiness')}`),
  contact: comesOrGoes('Interlocuteur', (entry) => personName(either(entry))),
  // Entries written when all were notes have no kind.
  interaction: (entry, sayings) => comesOrGoes(sayValue(either(entry).kind ?? 'note', 'exchange'), () => short(sayValue(either(entry).body) || sayValue(either(entry).outcome_id, 'label', sayings.labels)))(entry, sayings),
  interaction_contact: comesOrGoes('Échange avec', (entry, { labels }) => sayValue(either(entry).contact_id, 'label', labels)),
  interaction_colleague: comesOrGoes('Échange, de notre côté avec', (entry, { labels }) => sayValue(either(entry).user_id, 'label', labels)),
  interaction_file: comesOrGoes('Fichier d’un échange', (entry, { labels }) => sayValue(either(entry).file_id, 'label', labels)),
  patronage: comesOrGoes('Mécénat', (entry) => giftName(either(entry))),
  agreement: comesOrGoes('Convention', (entry) => sayValue(either(entry).title)),
  agreement_party: comesOrGoes('Partie à la convention', (entry, { labels }) => sayValue(either(entry).agreement_id, 'label', labels)),
  agreement_form: comesOrGoes('Forme couverte par une convention', (entry, { labels }) => sayValue(either(entry).form_id, 'label', labels)),
  agreement_file: comesOrGoes('Fichier de convention', (entry, { labels }) => sayValue(either(entry).file_id, 'label', labels)),
  task: comesOrGoes('Tâche', (entry) => sayValue(either(entry).title)),
};

export const giftName = (row: Row) => [row.amount && sayValue(row.amount, 'euros'), sayValue(row.kind, 'patronage').toLowerCase(), sayValue(row.year)].filter(Boolean).join(', ');
export const personName = (row: Row) => [sayValue(row.first_name), sayValue(row.last_name)].filter(Boolean).join(' ');
export const short = (text: string) => ([...text].length > 160 ? `${[...text].slice(0, 160).join('')}…` : text);

function aboutOf({ table, rowKey }: AuditEntry, { current, labels }: Sayings): string | null {
  const row = current.find((one) => one.table === table && one.rowKey === rowKey)?.row;
  if (table === 'contact') return row ? personName(row) : 'Interlocuteur';
  if (table === 'interaction') return row ? `${sayValue(row.kind, 'exchange')} « ${short(sayValue(row.body)).slice(0, 40)}… »` : 'Échange';
  if (table === 'patronage') return row ? `Don, ${giftName(row)}` : 'Don';
  if (table === 'agreement') return row ? `Convention ${inGuillemets(short(sayValue(row.title)))}` : 'Convention';
  if (table === 'national_agreement') return row ? `Accord national ${inGuillemets(short(sayValue(row.title)))}` : 'Accord national';
  if (table === 'agreement_file' || table === 'interaction_file') return labels.get(rowKey.split('/')[1] ?? '') ?? 'Fichier';
  if (table === 'task') return row ? `Tâche ${inGuillemets(sayValue(row.title))}` : 'Tâche';
  if (table === 'engagement') return labels.get(rowKey.split('/')[1] ?? '') ?? 'Engagement';
  return null;
}

/** An old value may be put back when the column allows it and the value is not already there. A deletion is undone, never redone. */
function restoreOf({ id, table, rowKey, operation, before }: AuditEntry, column: string, { current }: Sayings): HistoryLine['restore'] {
  const field = historyField(table, column);
  const now = current.find((one) => one.table === table && one.rowKey === rowKey);
  if (operation !== 'U' || !field?.restores || !now) return null;
  const old = before?.[column] ?? null;
  if (sameFact(old, now.row[column]) || (column === 'deleted_at' && old !== null)) return null;
  return { entryId: id, column, version: now.version };
}

/** What came may go again, and what went may come back, unless it is so already. */
function wayBack({ id, table, rowKey, before, after }: AuditEntry, { labels, retired, deleted, current }: Sayings): Pick<HistoryLine, 'restore' | 'blocked'> {
  const isThere = current.some((one) => one.table === table && one.rowKey === rowKey);
  if (!isAttached(table) || isThere === Boolean(before)) return { restore: null, blocked: null };
  const { column } = attachedValues[table];
  const value = String((before ?? after)?.[column]);
  const blocked = before && whyNotBack(table, { exists: labels.has(value) && !deleted.has(value), isRetired: retired.has(value) });
  return blocked ? { restore: null, blocked } : { restore: { entryId: id, column, version: 0 }, blocked: null };
}
