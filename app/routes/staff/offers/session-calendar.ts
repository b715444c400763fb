import { notFound } from '~/domain/errors';
import { getOffer } from '~/domain/offer/offer.queries.server';
import { calendarOf } from '~/domain/offer/session/session-calendar';
import { sessionsOf } from '~/domain/offer/session/sessions.queries.server';
import { attachment } from '~/domain/stored-file/file-name';
import { paths } from '~/paths';
import { env } from '~/server/env.server';
import { download } from '~/server/http.server';

/** A session for one's calendar. */
export const loader = download('offer.read', async (ctx, { params }) => {
  const offer = await getOffer(ctx, params.offerId);
  const session = (await sessionsOf(ctx, offer.id)).sessions.find(({ id }) => id === params.sessionId);
  if (!session) throw notFound('Cette session n’existe pas, ou plus.');
  const { id, startsAt, endsAt, cancelledAt, version } = session;
  const file = calendarOf({ id, startsAt, endsAt, version, title: offer.title, place: session.place ?? offer.holder.place ?? offer.holder.name, cancelled: cancelledAt !== null, link: new URL(paths.offerSessions(offer.id), env().APP_URL).href }, ctx.now);
  return new Response(file, { headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': attachment(`session-${session.from.slice(0, 10)}.ics`), 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store' } });
});
