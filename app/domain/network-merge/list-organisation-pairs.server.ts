import type { Ctx } from '~/access/context';
import { compareFacts, type ComparedLine } from '~/domain/duplicate/compare-records';
import type { Reason } from '~/domain/duplicate/duplicate-score';
import type { Level } from '~/domain/duplicate/level';
import type { DuplicateCounts, DuplicateView } from '~/domain/duplicate/list-duplicates.server';
import { z } from '~/domain/zod';
import { Prisma } from '#prisma';
import { overTheNetwork } from './over-the-network.server';
import { factLines, keptOrganisationFirst, type PairedOrganisation } from './paired-organisation';

type Side = { organisationId: string; name: string };
/** `kept`: the one to keep, to our mind. */
export type OrganisationPairRow = { id: string; score: number; level: Level; reasons: Reason[]; reopenedAt: Date | null; dismissedAt: Date | null; dismissedBy: string | null; kept: Side; other: Side; lines: ComparedLine[] };
type Found = Omit<OrganisationPairRow, 'kept' | 'other' | 'lines'> & { one: PairedOrganisation; other: PairedOrganisation };
export type OrganisationPairs = { pairs: OrganisationPairRow[]; next: string | null; counts: DuplicateCounts };

const pageSize = 10;

/** Common facts of one of the two, and how many agencies live with it: never which. */
const organisation = (id: Prisma.Sql) => Prisma.sql`(SELECT json_build_object('organisationId', o.id, 'name', o.name, 'siret', o.siret, 'kind', k.label, 'addressLine', o.address_line, 'postcode', o.postcode, 'commune', c.name,
    'phone', o.phone, 'email', o.email, 'website', o.website, 'closedOn', o.closed_on, 'createdAt', o.created_at, 'agencies', (SELECT count(*)::int FROM partnership p WHERE p.organisation_id = o.id))
  FROM organisation o JOIN organisation_kind k ON k.id = o.kind_id LEFT JOIN commune c ON c.code = o.commune_code WHERE o.id = ${id})`;

/**
 * The pairs of the network that wait, the surest first, or those that the platform said are two; ten a page, with how many wait at each
 * level. `after` is `score~id` of the last one of the page before. Three queries, whatever the size of the network. Throws `forbidden`.
 */
export function listOrganisationPairs(ctx: Ctx, { level, isDismissed, after = null }: DuplicateView & { after?: string | null }): Promise<OrganisationPairs> {
  const from = cursor.safeParse(after ?? '');
  const beyond = from.success ? Prisma.sql`(-p.score, p.id) > (${-from.data.score}::int, ${from.data.id}::uuid)` : Prisma.sql`true`;
  return overTheNetwork(ctx, 'the platform reads which organisations of the network may be one', async (db) => {
    const rows = await db.$queryRaw<Found[]>`
      SELECT p.id, p.score, p.level::text AS level, p.reasons, p.reopened_at AS "reopenedAt", p.dismissed_at AS "dismissedAt",
        (SELECT concat_ws(' ', u.first_name, u.last_name) FROM user_account u WHERE u.id = p.dismissed_by_id) AS "dismissedBy", ${organisation(Prisma.sql`p.one_id`)} AS one, ${organisation(Prisma.sql`p.other_id`)} AS other
      FROM (SELECT * FROM organisation_pair p WHERE p.waits AND p.state = ${isDismissed ? 'dismissed' : 'open'}::duplicate_state
        AND ${level ? Prisma.sql`p.level = ${level}::duplicate_level` : Prisma.sql`true`} AND ${beyond} ORDER BY -p.score, p.id LIMIT ${pageSize + 1}) p
      ORDER BY -p.score, p.id`;
    const [counts] = await db.$queryRaw<[DuplicateCounts]>`
      SELECT count(*) FILTER (WHERE state = 'open' AND level = 'sure')::int AS sure, count(*) FILTER (WHERE state = 'open' AND level = 'probable')::int AS probable,
        count(*) FILTER (WHERE state = 'open' AND level = 'possible')::int AS possible, count(*) FILTER (WHERE state = 'dismissed')::int AS dismissed FROM organisation_pair WHERE waits`;
    const last = rows[pageSize - 1];
    return { pairs: rows.slice(0, pageSize).map(sideBySide), next: rows.length > pageSize && last ? `${last.score}~${last.id}` : null, counts };
  });
}

function sideBySide({ one, other, ...pair }: Found): OrganisationPairRow {
  const [kept, second] = keptOrganisationFirst(one, other);
  const side = ({ organisationId, name }: PairedOrganisation) => ({ organisationId, name });
  return { ...pair, kept: side(kept), other: side(second), lines: compareFacts(kept, second, factLines) };
}

const cursor = z.string().transform((text) => text.split('~')).pipe(z.tuple([z.string().regex(/^\d{1,3}$/).transform(Number), z.uuid()])).transform(([score, id]) => ({ score, id }));
