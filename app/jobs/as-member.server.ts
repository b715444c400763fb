import type { Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { asActor, asSystem, type Timeouts } from '~/server/db.server';
import type { Payload } from './run-task.server';

/**
 * Runs a job's work as the person who asked for it, behind the same walls. Throws when that person has left the agency:
 * the job fails visibly rather than running with other rights.
 */
export async function asMember<T>({ missionLocaleId, actorId }: Payload, jobId: string, work: (ctx: Ctx) => Promise<T>, timeouts?: Timeouts): Promise<T> {
  const actor = await asSystem('a job takes the rights of the person who asked for it', async (db): Promise<Actor> => {
    const membership = await db.membership.findFirstOrThrow({
      where: { userId: String(actorId), missionLocaleId: String(missionLocaleId), endedAt: null },
      include: { user: true, missionLocale: true },
    });
    const { user } = membership;
    return { userId: user.id, sessionId: '', membershipId: membership.id, role: membership.role, firstName: user.firstName, lastName: user.lastName, email: user.email,
      missionLocaleId: membership.missionLocaleId, regionCode: null, organisationId: null, placeName: membership.missionLocale?.name ?? '' };
  });
  return asActor(actor, `job-${jobId}`, work, timeouts);
}
