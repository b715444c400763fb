import type { Ctx } from '~/access/context';
import { formatPhone } from '~/domain/organisation/phone';
import type { FactSources, SharedFact } from './shared-facts';

export type RegisteredOrganisation = Partial<Record<SharedFact, unknown>> & { id: string; factSources: FactSources };

/** The organisation of this SIRET (14 digits) in the whole network, whoever works with it; null when nobody knows it. */
export async function organisationInRegister(ctx: Ctx, siret: string): Promise<RegisteredOrganisation | null> {
  const [row] = await ctx.db.$queryRaw<RegisteredOrganisation[]>`
    SELECT id, fact_sources AS "factSources", name, siret, brand_name AS "brandName", acronym, kind_id AS "kindId", naf_code AS "nafCode", legal_form AS "legalForm",
      headcount_band AS "headcountBand", has_youth_label AS "hasYouthLabel", address_line AS "addressLine", address_extra AS "addressExtra", postcode, cedex, commune_code AS "communeCode", latitude, longitude,
      place_precision AS "placePrecision", phone, other_phones AS "otherPhones", email, website, opening_hours AS "openingHours", description
    FROM app.register_by_siret(ARRAY[${siret}])`;
  return row ?? null;
}

/** What the form "Ajouter un partenaire" starts with when the network knows the SIRET: its facts, as they are typed. */
export async function registeredFormValues(ctx: Ctx, siret: string): Promise<Record<string, string> | null> {
  const [row] = await ctx.db.$queryRaw<Record<string, string | null>[]>`
    SELECT o.name, o.siret, o.kind_id::text AS "kindId", o.address_line AS "addressLine", o.postcode, o.commune_code AS "communeCode", c.name AS commune, o.phone, o.email, o.website
    FROM app.register_by_siret(ARRAY[${siret}]) o LEFT JOIN commune c ON c.code = o.commune_code`;
  if (!row) return null;
  const known = Object.entries({ ...row, phone: row.phone ? formatPhone(row.phone) : null });
  return Object.fromEntries(known.filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== undefined));
}
