import type { Ctx } from '~/access/context';
import { writtenZone } from '~/domain/place/zone';
import { namesOfZones } from '~/domain/place/zones.server';
import { offerContent, fieldOf } from '~/domain/offer/bulk/offer-row';
import { offerFields, type OfferField } from '~/domain/offer/offer-fields';
import { offerStates, type OfferState } from '~/domain/offer/offer.lifecycle';
import { offerImportFields, type OfferImportField } from './offer-columns';

type Row = Record<string, unknown> & { id: string; state: OfferState };
type Beside = { name: string | null; siret: string | null; commune: string | null; place_commune: string | null };

const notOfAnOffer: readonly OfferImportField[] = ['ignored'];
const columns = offerImportFields.filter(({ code }) => !notOfAnOffer.includes(code));

/** The agency's own offers, as a table that can be changed and imported again: headers first, their state last. By packets. */
export async function* exportOffers(ctx: Ctx, states: readonly OfferState[]): AsyncGenerator<string[]> {
  yield [...columns.map(({ label }) => label), 'État'];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await ctx.db.$queryRaw<({ row: Row } & Beside)[]>`SELECT to_jsonb(f) AS row, o.name, o.siret, oc.name AS commune, c.name AS place_commune
      FROM offer f LEFT JOIN partnership p ON p.mission_locale_id = f.mission_locale_id AND p.id = f.partnership_id LEFT JOIN organisation o ON o.id = p.organisation_id
      LEFT JOIN commune oc ON oc.code = o.commune_code LEFT JOIN commune c ON c.code = f.commune_code
      WHERE f.mission_locale_id = app.mission_locale() AND f.deleted_at IS NULL AND f.origin IN ('agency', 'partner') AND f.state = ANY (${states}::offer_state[]) AND f.id > ${after}::uuid ORDER BY f.id LIMIT 1000`;
    const zones = new Map((await namesOfZones(ctx, [...new Set(rows.flatMap(({ row }) => row.zones as string[]))])).map((zone) => [zone.zone, writtenZone(zone)]));
    for (const { row, ...beside } of rows) yield [...columns.map(({ code }) => (code === 'zones' ? (row.zones as string[]).map((zone) => zones.get(zone)).join(' ; ') : cellOf(code, row, beside))), offerStates[row.state].label];
    if (rows.length === 0) return;
    after = rows.at(-1)!.row.id;
  }
}

const lists: readonly OfferImportField[] = ['romes', 'publics', 'schemes', 'receptionModes', 'mobilisationModes', 'mobilisableBy', 'themes'];

function cellOf(code: OfferImportField, row: Row, { name, siret, commune, place_commune }: Beside): string {
  switch (code) {
    case 'offerId': return row.id;
    case 'reference': return row.origin === 'agency' ? text(row.source_id) : '';
    case 'holderId': return text(row.partnership_id);
    case 'holderName': return name ?? '';
    case 'holderSiret': return siret ?? '';
    case 'holderCommune': return commune ?? '';
    case 'commune': return row.has_own_place ? (place_commune ?? '') : '';
    case 'addressLine': case 'postcode': case 'communeCode': if (!row.has_own_place) return '';
  }
  const field = (code === 'themes' ? 'themeCodes' : code) as OfferField;
  const column = offerContent.find((one) => fieldOf(one) === (field as string));
  const said = offerFields.find((one) => one.field === field)?.say(column ? row[column] : null) ?? '';
  // A list is written with semicolons: labels have commas of their own.
  return lists.includes(code) && Array.isArray(row[column!]) ? (row[column!] as string[]).map((one) => offerFields.find((known) => known.field === field)!.say([one])).join(' ; ') : said;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
