import { Prisma } from '#prisma';

/** The next session that has not begun, on the clock of its place (`2026-11-25T09:30`), and how many seats are left. */
export type NextSession = { from: string; left: number };

/** It, as JSON, for an offer whose agency and id are given; null when none is to come. */
export const nextSession = ({ agency, offer, now = Prisma.sql`now()` }: { agency: Prisma.Sql; offer: Prisma.Sql; now?: Prisma.Sql }): Prisma.Sql =>
  Prisma.sql`(SELECT json_build_object('from', to_char(x.starts_at AT TIME ZONE x.time_zone, 'YYYY-MM-DD"T"HH24:MI'), 'left', x.seats - x.seated) FROM offer_session x
    WHERE x.mission_locale_id = ${agency} AND x.offer_id = ${offer} AND x.cancelled_at IS NULL AND x.starts_at > ${now} ORDER BY x.starts_at LIMIT 1)`;
