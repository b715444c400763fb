import type { Ctx } from '~/access/context';
import { actorOfMember } from '~/domain/account/actor-of-member.server';
import { asActor, asSystem, type Timeouts } from '~/server/db.server';
import type { Payload } from './run-task.server';

/**
 * Runs a job's work as the person who asked for it, behind the same walls. Throws when that person has left the agency:
 * the job fails visibly rather than running with other rights.
 */
export async function asMember<T>({ missionLocaleId, actorId }: Payload, jobId: string, work: (ctx: Ctx) => Promise<T>, timeouts?: Timeouts): Promise<T> {
  const actor = await asSystem('a job takes the rights of the person who asked for it', (db) => actorOfMember(db, { userId: String(actorId), missionLocaleId: String(missionLocaleId) }));
  if (!actor) throw new Error('who asked for this job works in the agency no more');
  return asActor(actor, `job-${jobId}`, work, timeouts);
}
