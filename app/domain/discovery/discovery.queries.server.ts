import type { Ctx } from '~/access/context';
import { showsSteps, unreadNews } from './discovery';
import { tickedSteps, type Done, type TickedStep } from './steps';
import type { News } from './whats-new';

/** What this person did already, read in what they wrote. One query of a dozen looks into indexes. */
async function whatWasDone({ actor, db }: Ctx): Promise<Done> {
  const blocks = Array.isArray(actor.preferences?.homeBlocks);
  if (!actor.missionLocaleId) return { portfolio: false, exchange: false, task: false, delegated: false, list: false, sharedList: false, blocks, sites: false, people: false, values: false };
  const [done] = await db.$queryRaw<[Omit<Done, 'blocks'>]>`
    WITH me AS (SELECT ${actor.missionLocaleId}::uuid AS agency, ${actor.userId}::uuid AS id)
    SELECT EXISTS (SELECT FROM partnership p WHERE p.mission_locale_id = me.agency AND p.officer_id = me.id) OR EXISTS (SELECT FROM import_batch b WHERE b.mission_locale_id = me.agency AND b.created_by_id = me.id) AS portfolio,
      EXISTS (SELECT FROM interaction i WHERE i.mission_locale_id = me.agency AND i.author_id = me.id AND i.deleted_at IS NULL) AS exchange,
      EXISTS (SELECT FROM task t WHERE t.mission_locale_id = me.agency AND t.created_by_id = me.id) AS task,
      EXISTS (SELECT FROM task t WHERE t.mission_locale_id = me.agency AND t.created_by_id = me.id AND t.assignee_id <> me.id) AS delegated,
      EXISTS (SELECT FROM saved_list l WHERE l.mission_locale_id = me.agency AND l.created_by_id = me.id) AS list,
      EXISTS (SELECT FROM saved_list l WHERE l.mission_locale_id = me.agency AND l.created_by_id = me.id AND l.is_shared) AS "sharedList",
      EXISTS (SELECT FROM site s WHERE s.mission_locale_id = me.agency) AS sites,
      EXISTS (SELECT FROM membership m WHERE m.mission_locale_id = me.agency AND m.user_id <> me.id) AS people,
      EXISTS (SELECT FROM tag g WHERE g.mission_locale_id = me.agency) OR EXISTS (SELECT FROM organisation_kind k WHERE k.mission_locale_id = me.agency)
        OR EXISTS (SELECT FROM interaction_outcome o WHERE o.mission_locale_id = me.agency) AS values
    FROM me`;
  return { ...done, blocks };
}

export type Discovery = { steps: TickedStep[] | null; news: News[] };

/** For the home page: the first steps until all are done or put away, then what is new. One query, or none. */
export async function discoveryOf(ctx: Ctx): Promise<Discovery> {
  const { steps, left } = showsSteps(ctx.actor) ? tickedSteps(ctx.actor.role, await whatWasDone(ctx)) : { steps: [], left: 0 };
  return { steps: left > 0 ? steps : null, news: unreadNews(ctx.actor, left > 0) };
}

/** All the steps of one's role, done or not, put away or not: for the page that tells them again. One query. */
export const everyStep = async (ctx: Ctx): Promise<TickedStep[]> => tickedSteps(ctx.actor.role, await whatWasDone(ctx)).steps;
