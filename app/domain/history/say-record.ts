import { readinessNames, type Readiness } from '~/domain/engagement/readiness';
import { sayKind, type Direction, type ExchangeKind } from '~/domain/exchange/exchange-kinds';
import type { Stage } from '~/domain/partnership/partnership.lifecycle';
import { dayOf, momentOf } from '~/domain/text/french-date';
import { historyTables, type HistoryField, type HistoryTable } from './history-fields';
import type { Row, Rows } from './rewind';
import { giftName, personName } from './say-history';
import { sayValue } from './say-value';

export type SaidFact = { label: string; text: string };
/** Something of the record: a person, an exchange, a gift… and what was noted of it. */
export type SaidItem = { key: string; title: string; facts: SaidFact[]; text?: string };
export type SaidRecord = {
  name: string;
  /** Other names, kinds and size, address, SIRET. */
  identity: string[];
  stage: Stage;
  stageSince: Date | null;
  endReason: string;
  isClosed: boolean;
  /** False when the record was tied to another organisation then, whose facts are not ours to read any more. */
  isOrganisationKnown: boolean;
  themes: string[];
  tags: string[];
  organisation: SaidFact[];
  partnership: SaidFact[];
  engagements: (SaidItem & { readiness: Readiness })[];
  contacts: SaidItem[];
  exchanges: { count: number; latest: SaidItem[] };
  tasks: SaidItem[];
  agreements: SaidItem[];
  /** What its group signed for the whole network. */
  national: SaidItem[];
  gifts: SaidItem[];
};

type Labels = ReadonlyMap<string, string>;

/**
 * The rows of a moment as a person reads a record. `otherExchanges` are those that were there, unseen among `rows`. Words of values are
 * today's. Null when the agency had no such partner then.
 */
export function sayRecord(rows: Rows, words: Labels, otherExchanges: number, shown: number): SaidRecord | null {
  const all = (table: HistoryTable) => [...rows.values()].filter((one) => one.table === table).map(({ row }) => row);
  const kept = (table: HistoryTable) => all(table).filter((row) => !row.deleted_at && !row.removed_at);
  const partnership = all('partnership')[0];
  if (!partnership) return null;
  // The organisation's facts of then are not to be read once the record was tied to another one.
  const organisation = all('organisation')[0] ?? {};
  // People of the partner go by the name they had.
  const labels = new Map([...words, ...all('contact').map((row): [string, string] => [String(row.id), personName(row)])]);
  const said = (value: unknown) => sayValue(value, 'label', labels);
  const exchanges = kept('interaction').sort((a, b) => byText(b, a, 'happened_at') || byText(b, a, 'id'));
  const withWhom = (row: Row) => [...all('interaction_contact').filter(({ interaction_id }) => interaction_id === row.id).map(({ contact_id }) => contact_id), ...all('interaction_colleague').filter(({ interaction_id }) => interaction_id === row.id).map(({ user_id }) => user_id)].map(said);
  const filesOf = (row: Row) => kept('interaction_file').filter(({ interaction_id }) => interaction_id === row.id).map(({ file_id }) => said(file_id));
  return {
    name: sayValue(organisation.name) || 'Organisation d’alors',
    identity: identityOf(organisation, all('partnership_kind').map(({ kind_id }) => said(kind_id)).sort(french), labels),
    stage: partnership.stage as Stage,
    stageSince: partnership.stage_since ? new Date(String(partnership.stage_since)) : null,
    endReason: said(partnership.end_reason_id),
    isClosed: Boolean(organisation.closed_on),
    isOrganisationKnown: 'id' in organisation,
    themes: all('partnership_theme').map(({ theme_code }) => said(theme_code)).sort(french),
    tags: all('partnership_tag').map(({ tag_id }) => said(tag_id)).sort(french),
    organisation: factsOf('organisation', organisation, labels, ['name', 'brand_name', 'acronym', 'siret', 'kind_id', 'headcount_band', 'address_line', 'address_extra', 'postcode', 'cedex', 'commune_code', 'latitude', 'longitude']),
    partnership: factsOf('partnership', partnership, labels, ['stage', 'end_reason_id']),
    engagements: all('engagement')
      .map((row) => ({ key: String(row.form_id), title: said(row.form_id), readiness: row.readiness as Readiness, facts: factsOf('engagement', row, labels, ['readiness']) }))
      .sort((a, b) => readinessNames.indexOf(b.readiness) - readinessNames.indexOf(a.readiness) || french(a.title, b.title)),
    contacts: kept('contact')
      .sort((a, b) => Number(Boolean(a.left_at)) - Number(Boolean(b.left_at)) || Number(b.is_main) - Number(a.is_main) || byText(a, b, 'last_name') || byText(a, b, 'id'))
      .map((row) => itemOf('contact', row, personName(row), labels, ['first_name', 'last_name'])),
    exchanges: {
      count: exchanges.length + otherExchanges,
      latest: exchanges.slice(0, shown).map((row) => ({
        key: String(row.id), title: `${sayKind(row.kind as ExchangeKind, row.direction as Direction | null)}, le ${momentOf(new Date(String(row.happened_at)))}`, text: sayValue(row.body),
        facts: [{ label: 'Noté par', text: said(row.author_id) }, { label: 'Avec', text: withWhom(row).sort(french).join(', ') }, { label: 'Résultat', text: said(row.outcome_id) }, { label: 'Fichiers', text: filesOf(row).sort(french).join(', ') }].filter(({ text }) => text),
      })),
    },
    tasks: kept('task')
      .filter(({ done_at }) => !done_at)
      .sort((a, b) => byText(a, b, 'due_on') || byText(a, b, 'id'))
      .map((row) => itemOf('task', row, sayValue(row.title), labels, ['title'])),
    agreements: kept('agreement')
      .sort((a, b) => byText(b, a, 'starts_on') || byText(a, b, 'id'))
      .map((row) => {
        const of = (table: HistoryTable) => kept(table).filter(({ agreement_id }) => agreement_id === row.id);
        const forms = of('agreement_form').map(({ form_id }) => said(form_id)).sort(french).join(', ');
        const files = of('agreement_file').map(({ file_id }) => said(file_id)).sort(french).join(', ');
        const item = itemOf('agreement', row, sayValue(row.title), labels, ['title']);
        return { ...item, facts: [...item.facts, ...(forms ? [{ label: 'Formes couvertes', text: forms }] : []), ...(files ? [{ label: 'Fichiers', text: files }] : [])] };
      }),
    national: all('national_agreement')
      .sort((a, b) => byText(b, a, 'starts_on') || byText(a, b, 'id'))
      .map((row) => itemOf('national_agreement', row, sayValue(row.title), labels, ['title'])),
    gifts: kept('patronage')
      .sort((a, b) => Number(b.year) - Number(a.year) || byText(a, b, 'id'))
      .map((row) => itemOf('patronage', row, giftName(row), labels, ['kind', 'year', 'amount'])),
  };
}

const french = (a: string, b: string) => a.localeCompare(b, 'fr');
/** An empty value first. */
const byText = (a: Row, b: Row, column: string) => (String(a[column] ?? '') < String(b[column] ?? '') ? -1 : Number(String(a[column] ?? '') > String(b[column] ?? '')));

/** What is noted in the columns that a person may read, but those that are said elsewhere. */
function factsOf(table: HistoryTable, row: Row, labels: Labels, elsewhere: readonly string[]): SaidFact[] {
  return Object.entries<HistoryField>(historyTables[table])
    .filter(([column, { isChangeOnly }]) => !isChangeOnly && !elsewhere.includes(column) && row[column] !== false)
    .map(([column, { label, kind }]) => ({ label, text: sayValue(row[column], kind, labels) }))
    .filter(({ text }) => text !== '');
}

const itemOf = (table: HistoryTable, row: Row, title: string, labels: Labels, elsewhere: readonly string[]): SaidItem => ({ key: String(row.id), title, facts: factsOf(table, row, labels, elsewhere) });

function identityOf(organisation: Row, kinds: string[], labels: Labels): string[] {
  const said = (column: keyof (typeof historyTables)['organisation']) => sayValue(organisation[column], (historyTables.organisation[column] as HistoryField).kind, labels);
  const names = [said('brand_name'), said('acronym')].filter((name) => name && name !== organisation.name).join(', ');
  const kind = [[said('kind_id'), ...kinds].filter(Boolean).join(', '), said('headcount_band')].filter(Boolean).join(' · ');
  const town = [said('postcode'), said('commune_code'), said('cedex')].filter(Boolean).join(' ');
  return [names, kind, [said('address_line'), said('address_extra'), town].filter(Boolean).join(', '), said('siret') && `SIRET ${said('siret')}`].filter(Boolean);
}

/** "Contacté depuis le 3 mars 2026". */
export const saySince = (since: Date | null) => (since ? `depuis le ${dayOf(since)}` : '');
