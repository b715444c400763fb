import type { Ctx } from '~/access/context';
import type { MailState } from '#prisma';

export type MailRow = { id: string; recipient: string; subject: string; state: MailState; attempts: number; problem: string | null; createdAt: Date; sentAt: Date | null; place: string | null };

/** The last mails of the agency, in one state or in all: refused ones come first. The platform sees all agencies', without the names before the @. */
export async function listMails(ctx: Ctx, { state }: { state?: MailState | null }): Promise<MailRow[]> {
  const isPlatform = ctx.actor.missionLocaleId === null;
  const read = (db: Ctx['db']) => db.$queryRaw<MailRow[]>`
    SELECT m.id, CASE WHEN ${isPlatform}::boolean THEN '…@' || split_part(m.recipient, '@', 2) ELSE m.recipient END AS recipient, m.subject, m.state::text AS state, m.attempts, m.problem,
      m.created_at AS "createdAt", m.sent_at AS "sentAt", ml.name AS place
    FROM mail_message m LEFT JOIN mission_locale ml ON ml.id = m.mission_locale_id
    WHERE (${isPlatform}::boolean OR m.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid) AND (${state ?? null}::text IS NULL OR m.state::text = ${state ?? null}::text)
    ORDER BY m.state = 'refused' DESC, m.created_at DESC LIMIT 100`;
  return isPlatform ? ctx.beyondWalls('the platform follows the mails of all agencies', read) : read(ctx.db);
}

/** How many mails of the agency are in each state. */
export async function countMails(ctx: Ctx): Promise<Record<MailState, number>> {
  const isPlatform = ctx.actor.missionLocaleId === null;
  const read = (db: Ctx['db']) => db.$queryRaw<{ state: MailState; count: number }[]>`
    SELECT state::text AS state, count(*)::int AS count FROM mail_message WHERE ${isPlatform}::boolean OR mission_locale_id = ${ctx.actor.missionLocaleId}::uuid GROUP BY state`;
  const rows = await (isPlatform ? ctx.beyondWalls('the platform counts the mails of all agencies', read) : read(ctx.db));
  return { queued: 0, sent: 0, refused: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}
