import type { Db } from '~/access/context';
import { dayOf } from '~/domain/text/french-date';
import { addDays, dateOfDay, parisDay } from '~/domain/text/paris-day';
import type { Proposal, RuleInput } from './proposal';
import { titleWith } from './title-with';

/** The agreements in force that end within `days` days and that nothing follows yet: should they be renewed? One query; none for 0. */
export async function endingAgreements(db: Db, { missionLocaleId, now, days }: RuleInput & { days: number }): Promise<Proposal[]> {
  if (days === 0) return [];
  const today = parisDay(now);
  const ending = await db.$queryRaw<{ id: string; partnershipId: string; officerId: string; name: string; endsOn: string }[]>`
    SELECT a.id, a.partnership_id AS "partnershipId", p.officer_id AS "officerId", o.name, a.ends_on::text AS "endsOn"
    FROM agreement a JOIN partnership p ON p.mission_locale_id = a.mission_locale_id AND p.id = a.partnership_id JOIN organisation o ON o.id = p.organisation_id
    WHERE a.mission_locale_id = ${missionLocaleId}::uuid AND a.deleted_at IS NULL AND a.state = 'active' AND a.ends_on BETWEEN ${today}::date AND ${addDays(today, days)}::date
      AND p.stage <> 'archived' AND EXISTS (SELECT FROM membership m WHERE m.user_id = p.officer_id AND m.mission_locale_id = p.mission_locale_id AND m.ended_at IS NULL)
      AND NOT EXISTS (SELECT FROM agreement r WHERE r.mission_locale_id = a.mission_locale_id AND r.renews_id = a.id AND r.deleted_at IS NULL)`;
  return ending.map(({ id, partnershipId, officerId, name, endsOn }) => ({
    key: `agreement:${id}`,
    partnershipId,
    assigneeId: officerId,
    title: titleWith(name, (short) => `La convention avec ${short} se termine le ${dayOf(dateOfDay(endsOn))} : la renouveler ?`),
  }));
}
