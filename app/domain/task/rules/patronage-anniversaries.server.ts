import type { Db } from '~/access/context';
import { dayOf } from '~/domain/text/french-date';
import { addDays, dateOfDay, parisDay } from '~/domain/text/paris-day';
import type { Proposal, RuleInput } from './proposal';
import { titleWith } from './title-with';

/** Days after the day to speak of a gift again, during which the proposal still holds. */
const stillTimely = 90;

/**
 * The patrons to speak with again within `days` days: on the day that was chosen, else a year after the gift was received or
 * promised. Only their latest gift counts, and none of a patron that gave or promised for a later year. One query; none for 0.
 */
export async function patronageAnniversaries(db: Db, { missionLocaleId, now, days }: RuleInput & { days: number }): Promise<Proposal[]> {
  if (days === 0) return [];
  const today = parisDay(now);
  const due = await db.$queryRaw<{ id: string; partnershipId: string; officerId: string; name: string; day: string; year: number }[]>`
    SELECT DISTINCT ON (g.partnership_id) g.id, g.partnership_id AS "partnershipId", p.officer_id AS "officerId", o.name, d.day::text AS day, g.year
    FROM patronage g JOIN partnership p ON p.mission_locale_id = g.mission_locale_id AND p.id = g.partnership_id JOIN organisation o ON o.id = p.organisation_id
      CROSS JOIN LATERAL (SELECT coalesce(g.renewal_on, (coalesce(g.received_on, g.promised_on) + interval '1 year')::date) AS day) d
    WHERE g.mission_locale_id = ${missionLocaleId}::uuid AND g.deleted_at IS NULL AND d.day BETWEEN ${addDays(today, -stillTimely)}::date AND ${addDays(today, days)}::date
      AND p.stage NOT IN ('archived', 'ended') AND EXISTS (SELECT FROM membership m WHERE m.user_id = p.officer_id AND m.mission_locale_id = p.mission_locale_id AND m.ended_at IS NULL)
      AND NOT EXISTS (SELECT FROM patronage later WHERE later.mission_locale_id = g.mission_locale_id AND later.partnership_id = g.partnership_id AND later.deleted_at IS NULL AND later.year > g.year)
    ORDER BY g.partnership_id, d.day, g.id`;
  return due.map(({ id, partnershipId, officerId, name, day, year }) => ({
    key: `patronage:${id}`,
    partnershipId,
    assigneeId: officerId,
    title: titleWith(name, (short) => `Le mécénat ${year} de ${short} est à reproposer le ${dayOf(dateOfDay(day))} : en parler ?`),
  }));
}
