import type { Ctx } from '~/access/context';
import { conflict, invalid, notFound } from '~/domain/errors';
import { choices, paragraphs, ticked } from '~/domain/partner/typed-text';
import { checkOfficer } from '~/domain/partnership/check-officer.server';
import { z } from '~/domain/zod';
import { Prisma } from '#prisma';
import { handAllLists, handLists } from './handed-lists.server';
import { handSearches } from './handed-searches.server';
import { writeIntroductions } from './introductions.server';
import { keptScope, portfolioOf, type Portfolio } from './portfolio-of.server';
import type { PortfolioScope } from './portfolio-scope';

export const longestWord = 2000;

/** What the form says besides the scope, which its address carries. `expected`: what the preview counted. */
export const handOverSchema = z.object({
  fromId: z.uuid('Dites de qui.'),
  toId: z.string().nullish().transform((id) => id ?? '').pipe(z.uuid('Choisissez la personne qui reprend.')),
  word: paragraphs(longestWord),
  introduce: ticked(),
  listIds: choices(z.guid('Ce choix n’existe pas ou plus.')),
  expected: z.coerce.number().int().min(0),
});

type HandOver = Omit<z.output<typeof handOverSchema>, 'toId' | 'listIds'> & { toId: string | null; scope: PortfolioScope; /** Saved lists that go along. */ listIds?: readonly string[]; /** The giver leaves the agency: tasks alone are worth a handover, and what only they saw may go along. */ leaves?: { withLists: boolean; withSearches: boolean } };

/**
 * Gives a portfolio, or a part of it, to a colleague (or to nobody: the agency keeps it): partners, the tasks that go with them
 * and the saved lists that are named, in one transaction and a few statements however many they are. Kept as a report, from which it is undone.
 * Throws `notFound` for who never worked here, `forbidden` for somebody else's portfolio, `invalid('toId')`, `conflict` when the preview no longer holds.
 */
export async function handOverPortfolio(ctx: Ctx, { fromId, toId, scope, word, introduce, expected, listIds = [], leaves }: HandOver): Promise<{ handoverId: string; partners: number }> {
  const giver = await ctx.db.membership.findFirst({ where: { userId: fromId, missionLocaleId: ctx.actor.missionLocaleId }, select: { id: true } });
  if (!giver) throw notFound('Cette personne ne fait pas partie de votre agence.');
  const portfolio = await portfolioOf(ctx, { fromId, scope });
  if (!portfolio.isClear) throw conflict('Dites quelle partie du portefeuille : un de vos critères n’existe plus.');
  if (toId === fromId) throw invalid('toId', 'Choisissez quelqu’un d’autre.');
  await checkOfficer(ctx, toId).catch(() => {
    throw invalid('toId', 'Cette personne ne travaille pas ou plus dans votre Mission Locale.');
  });
  const { id: handoverId } = await ctx.db.handover.create({ data: { fromId, toId, scope: keptScope(portfolio.scope), word }, select: { id: true } });
  const partners = await movePartners(ctx, portfolio, { handoverId, toId });
  if (partners === 0 && expected === 0 && !leaves) throw conflict('Il n’y a aucun partenaire à transmettre ici.');
  if (partners !== expected) throw conflict(`Cette personne suit maintenant ${partners} partenaire${partners > 1 ? 's' : ''}, et non ${expected}. Relisez, puis confirmez.`);
  const tasks = await moveTasks(ctx, { fromId, toId, handoverId, isAll: scope.isAll });
  if (toId) await handLists(ctx, { fromId, toId, handoverId }, listIds);
  if (toId && leaves?.withLists) await handAllLists(ctx, { fromId, toId, handoverId });
  if (toId && leaves?.withSearches) await handSearches(ctx, { fromId, toId });
  const introductions = introduce ? await writeIntroductions(ctx, { handoverId, toId }) : 0;
  await ctx.db.handover.updateMany({ where: { id: handoverId }, data: { partners, tasks, introductions } });
  await ctx.emit('portfolio.handedOver', { handoverId });
  return { handoverId, partners };
}

function movePartners({ db }: Ctx, { fromId, scope, from, where }: Portfolio, { handoverId, toId }: { handoverId: string; toId: string | null }): Promise<number> {
  // The whole is read where it is true at this instant; a part needs what the list knows of places and themes.
  const part = scope.isAll ? Prisma.sql`true` : Prisma.sql`p.id IN (SELECT s.partnership_id FROM ${from} WHERE ${where})`;
  return db.$executeRaw`
    WITH moved AS (UPDATE partnership p SET officer_id = ${toId}::uuid WHERE p.mission_locale_id = app.mission_locale() AND p.officer_id = ${fromId}::uuid AND p.merged_into_id IS NULL AND ${part} RETURNING p.id)
    INSERT INTO handover_partner (handover_id, partnership_id) SELECT ${handoverId}::uuid, id FROM moved`;
}

/** With the whole, all that the person had to do; with a part, what was to be done with these partners. */
function moveTasks({ db }: Ctx, { fromId, toId, handoverId, isAll }: { fromId: string; toId: string | null; handoverId: string; isAll: boolean }): Promise<number> {
  const part = isAll ? Prisma.sql`true` : Prisma.sql`t.partnership_id IN (SELECT h.partnership_id FROM handover_partner h WHERE h.mission_locale_id = app.mission_locale() AND h.handover_id = ${handoverId}::uuid)`;
  return db.$executeRaw`
    WITH moved AS (UPDATE task t SET assignee_id = ${toId}::uuid WHERE t.mission_locale_id = app.mission_locale() AND t.assignee_id = ${fromId}::uuid AND t.done_at IS NULL AND t.deleted_at IS NULL AND ${part} RETURNING t.id)
    INSERT INTO handover_task (handover_id, task_id) SELECT ${handoverId}::uuid, id FROM moved`;
}
