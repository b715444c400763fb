import type { Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { addTask } from '~/domain/task/add-task.server';
import { completeTask } from '~/domain/task/complete-task.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { proposeTasks } from '~/domain/task/rules/propose-tasks.server';
import { snoozeTask } from '~/domain/task/snooze-task.server';
import { isWorkingDay, nextWorkingDay } from '~/domain/task/working-day';
import { asActor, asSystem } from '~/server/db.server';
import { daysAgo, type Crew } from './demo-life';
import { randomFrom } from './demo-random';

/** What people promise themselves; with a partner, or without. */
const withPartner = ['Rappeler pour fixer la visite', 'Envoyer la fiche immersion', 'Proposer une date de rencontre', 'Relancer sur l’accueil de printemps', 'Demander les besoins pour la saison', 'Confirmer le tuteur', 'Remercier après le forum', 'Vérifier la nouvelle adresse', 'Préparer la convention', 'Prendre des nouvelles de l’alternance'];
const alone = ['Préparer le petit-déjeuner entreprises', 'Mettre à jour la plaquette', 'Compter les immersions du trimestre', 'Réserver la salle pour le job dating', 'Relire le bilan de l’année'];

/** Days from today of one person's open tasks: two late, some today, the week, and later. */
const days = [-9, -2, 0, 0, 1, 2, 4, 8, 15, 33];

/** The tasks of an agency's people. */
export async function seedTasks({ officers, colleagues }: Crew): Promise<void> {
  for (const [rank, actor] of colleagues.entries()) {
    const isOfficer = officers.some(({ userId }) => userId === actor.userId);
    await asActor(actor, 'demonstration', (ctx) => tasksOf({ ...ctx, emit: async () => {} }, rank, isOfficer ? days : days.slice(1, 5)));
  }
}

/** What the rules propose today: after all that was said with a partner, else they call silent one that wrote three weeks ago. */
export async function seedProposals({ officers }: Crew): Promise<void> {
  const { missionLocaleId } = officers[0] as Actor;
  if (missionLocaleId) await asSystem('the demonstration runs the rules', (db) => proposeTasks(db, { missionLocaleId, now: new Date() }));
}

async function tasksOf(ctx: Ctx, rank: number, wanted: readonly number[]) {
  const random = randomFrom(9_000 + rank);
  const partners = await ctx.db.partnership.findMany({ where: { officerId: ctx.actor.userId, stage: { in: ['active', 'building', 'contacted'] } }, select: { id: true }, orderBy: { id: 'asc' }, take: 40 });
  const today = parisDay(ctx.now);
  const write = (title: string, partnershipId: string | null, dueOn: string) => addTask(ctx, { partnershipId, title, dueOn });
  for (const [index, offset] of wanted.entries()) {
    const partner = partners.length > 0 && index % 4 !== 3 ? random.pick(partners) : null;
    const day = addDays(today, offset);
    const dueOn = offset > 1 && !isWorkingDay(day) ? nextWorkingDay(day) : day;
    const { taskId } = await write(partner ? (withPartner[(index + rank * 3) % withPartner.length] ?? '') : (alone[(index + rank) % alone.length] ?? ''), partner?.id ?? null, dueOn);
    if (offset === 4) await snoozeTask(ctx, { taskId, until: 'week' });
  }
  for (const ago of [1, 3, 6]) {
    const { taskId } = await write(withPartner[(ago + rank) % withPartner.length] ?? '', partners[ago]?.id ?? null, addDays(today, -ago));
    await completeTask({ ...ctx, now: daysAgo(ago) }, { taskId });
  }
}
