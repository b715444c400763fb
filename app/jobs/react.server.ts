import type { EventType } from '~/access/context';
import { asSystem } from '~/server/db.server';
import { reactions } from './reactions.server';
import type { Payload } from './run-task.server';

/** Turns one event of the outbox into its jobs, then marks it handled. Running twice queues nothing twice: the job key is the event's. */
export async function react({ eventId }: Payload): Promise<void> {
  await asSystem('the outbox queues what follows an event', async (db) => {
    const event = await db.outboxEvent.findUnique({ where: { id: eventId } });
    if (!event || event.handledAt) return;
    for (const task of reactions[event.type as EventType] ?? []) {
      const payload = { ...(event.payload as object), eventId: event.id, missionLocaleId: event.missionLocaleId, actorId: event.actorId };
      await db.$executeRaw`SELECT graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json, max_attempts := 10, job_key := ${`${event.id}:${task}`}::text)`;
    }
    await db.outboxEvent.update({ where: { id: event.id }, data: { handledAt: new Date() } });
  });
}
