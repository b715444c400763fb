import type { Ctx } from '~/access/context';
import type { PatronFilters } from './patron-filters';
import { patronageKinds, patronageKindNames, patronageState, patronageStates, type PatronageKind } from './patronage';

type Cell = string | number | null;
type Row = { name: string; siret: string | null; commune: string | null; kind: PatronageKind; year: number; amount: string | null; purpose: string | null; contact: string | null; promisedOn: string | null; receivedOn: string | null; receiptOn: string | null; receiptNumber: string | null; renewalOn: string | null };

const day = (iso: string | null) => iso?.split('-').reverse().join('/') ?? null;

/** Every gift that the filters keep, as rows of cells with the header first: the latest year first, by patron. One query. */
export async function* exportPatrons(ctx: Ctx, { year, kind }: Pick<PatronFilters, 'year' | 'kind'>): AsyncGenerator<Cell[]> {
  yield ['Mécène', 'SIRET', 'Commune', 'Année', 'Nature', 'Montant (€)', 'Où en est-on', 'Pour quoi', 'Interlocuteur', 'Promis le', 'Reçu le', 'Reçu fiscal remis le', 'Numéro du reçu fiscal', 'À reproposer le'];
  const rows = await ctx.db.$queryRaw<Row[]>`
    SELECT s.name, s.siret, s.commune_name AS commune, g.kind::text, g.year, g.amount::text, g.purpose, nullif(concat_ws(' ', c.first_name, c.last_name), '') AS contact,
      g.promised_on::text AS "promisedOn", g.received_on::text AS "receivedOn", g.receipt_on::text AS "receiptOn", g.receipt_number AS "receiptNumber", g.renewal_on::text AS "renewalOn"
    FROM patronage g JOIN search.partner_of_agency s ON s.partnership_id = g.partnership_id LEFT JOIN contact c ON c.mission_locale_id = g.mission_locale_id AND c.id = g.contact_id
    WHERE g.deleted_at IS NULL AND g.mission_locale_id = app.mission_locale() AND (${year}::int IS NULL OR g.year = ${year}::int) AND g.kind::text = ANY (${kind ? [kind] : patronageKindNames})
    ORDER BY g.year DESC, s.name, g.id`;
  for (const row of rows) {
    yield [
      row.name, row.siret, row.commune, row.year, patronageKinds[row.kind].label, row.amount === null ? null : Number(row.amount), patronageStates[patronageState(row)].label, row.purpose, row.contact,
      day(row.promisedOn), day(row.receivedOn), day(row.receiptOn), row.receiptNumber, day(row.renewalOn),
    ];
  }
}
