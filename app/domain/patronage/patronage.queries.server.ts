import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import type { Gift } from './patronage';

/** Euros as text, received and still promised. */
export type YearTotal = { year: number; received: string; promised: string };

const days = Prisma.sql`g.promised_on::text AS "promisedOn", g.received_on::text AS "receivedOn", g.receipt_on::text AS "receiptOn", g.renewal_on::text AS "renewalOn"`;
const received = Prisma.sql`coalesce(sum(g.amount) FILTER (WHERE g.received_on IS NOT NULL), 0)::numeric(14,2)::text`;
const promised = Prisma.sql`coalesce(sum(g.amount) FILTER (WHERE g.received_on IS NULL), 0)::numeric(14,2)::text`;

/** What a partner gives, the latest year first, and its totals by year. Two queries. */
export async function patronageOfPartner(ctx: Ctx, partnershipId: string): Promise<{ gifts: Gift[]; years: YearTotal[] }> {
  const gifts = await ctx.db.$queryRaw<Gift[]>`
    SELECT g.id::text, g.kind::text, g.year, g.amount::text, g.purpose, g.contact_id::text AS "contactId", nullif(concat_ws(' ', c.first_name, c.last_name), '') AS contact, ${days},
      g.receipt_number AS "receiptNumber", g.comment, g.version
    FROM patronage g LEFT JOIN contact c ON c.mission_locale_id = g.mission_locale_id AND c.id = g.contact_id
    WHERE g.partnership_id = ${partnershipId}::uuid AND g.deleted_at IS NULL ORDER BY g.year DESC, g.id DESC`;
  const years = await ctx.db.$queryRaw<YearTotal[]>`
    SELECT g.year, ${received} AS received, ${promised} AS promised FROM patronage g
    WHERE g.partnership_id = ${partnershipId}::uuid AND g.deleted_at IS NULL GROUP BY g.year ORDER BY g.year DESC`;
  return { gifts, years };
}
