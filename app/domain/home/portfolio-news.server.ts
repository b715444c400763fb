import type { Ctx } from '~/access/context';
import { historyTables } from '~/domain/history/history-fields';
import type { Direction, ExchangeKind } from '~/domain/exchange/exchange-kinds';
import type { Stage } from '~/domain/partnership/partnership.lifecycle';

type News = { key: string; partnershipId: string; name: string; at: Date; who: string | null };

/** What somebody else did with one of my partners. `who` is null for another agency, or for the machine. */
export type PortfolioNews = News & (
  | { type: 'exchange'; kind: ExchangeKind; direction: Direction | null }
  | { type: 'move'; toStage: Stage }
  | { type: 'facts'; columns: string[]; isOurs: boolean }
);

/** Columns of a record that a person may care for; the machine writes others. */
const told = Object.keys(historyTables.organisation);

/** How far back news go. */
export const newsDays = 14;

/**
 * What others did lately with the partners that one is in charge of, the latest first, eight at most: exchanges noted, stages moved,
 * facts of the record changed (by a colleague, another agency or an import). One query; each source reads the last two weeks
 * by its index.
 */
export async function portfolioNews(ctx: Ctx): Promise<PortfolioNews[]> {
  const { missionLocaleId: agency, userId: me } = ctx.actor;
  const since = new Date(ctx.now.getTime() - newsDays * 86_400_000);
  const rows = await ctx.db.$queryRaw<(News & { type: string; said: object })[]>`
    WITH lately AS (
      (SELECT 'exchange' AS type, i.id::text AS key, i.partnership_id, i.happened_at AS at, i.author_id AS who_id, jsonb_build_object('kind', i.kind, 'direction', i.direction) AS said
        FROM interaction i JOIN partnership p ON p.mission_locale_id = i.mission_locale_id AND p.id = i.partnership_id
        WHERE i.mission_locale_id = ${agency}::uuid AND i.deleted_at IS NULL AND i.happened_at > ${since}::timestamptz AND p.officer_id = ${me}::uuid AND i.author_id IS DISTINCT FROM ${me}::uuid
        ORDER BY i.happened_at DESC, i.id DESC LIMIT 8)
      UNION ALL
      (SELECT 'move', m.id::text, m.partnership_id, m.at, m.by_id, jsonb_build_object('toStage', m.to_stage)
        FROM stage_move m JOIN partnership p ON p.mission_locale_id = m.mission_locale_id AND p.id = m.partnership_id
        WHERE m.mission_locale_id = ${agency}::uuid AND m.at > ${since}::timestamptz AND p.officer_id = ${me}::uuid AND m.by_id IS DISTINCT FROM ${me}::uuid AND m.from_stage IS NOT NULL
        ORDER BY m.at DESC, m.id DESC LIMIT 8)
      UNION ALL
      (SELECT 'facts', e.id::text, s.partnership_id, e.at, CASE WHEN e.actor_mission_locale_id = ${agency}::uuid THEN e.actor_id END,
          jsonb_build_object('columns', (SELECT jsonb_agg(k ORDER BY k) FROM jsonb_object_keys(e.after) k), 'isOurs', coalesce(e.actor_mission_locale_id = ${agency}::uuid, false))
        FROM (SELECT partnership_id, organisation_id FROM search.partner_of_agency
          WHERE mission_locale_id = ${agency}::uuid AND is_archived = false AND officer_id = ${me}::uuid AND updated_at > ${since}::timestamptz ORDER BY updated_at DESC LIMIT 30) s
        CROSS JOIN LATERAL (SELECT * FROM audit.entry e WHERE e.record_id = s.organisation_id AND e.table_name = 'organisation' AND e.operation = 'U' AND e.after ?| ${told}::text[] AND e.at > ${since}::timestamptz
          AND e.actor_id IS DISTINCT FROM ${me}::uuid ORDER BY e.id DESC LIMIT 1) e)
    )
    SELECT l.type, l.key, l.partnership_id::text AS "partnershipId", s.name, l.at, l.said, (SELECT concat_ws(' ', u.first_name, left(u.last_name, 1) || '.') FROM user_account u WHERE u.id = l.who_id) AS who
    FROM lately l JOIN search.partner_of_agency s ON s.mission_locale_id = ${agency}::uuid AND s.partnership_id = l.partnership_id
    WHERE NOT s.is_archived ORDER BY l.at DESC, l.key DESC LIMIT 8`;
  return rows.map(({ said, ...row }) => ({ ...row, ...said }) as unknown as PortfolioNews);
}
