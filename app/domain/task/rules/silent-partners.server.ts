import { titleWith } from './title-with';
import { quietMonths as quiet, type Proposal, type RuleInput } from './proposal';
import type { Db } from '~/access/context';
import { lastWord } from './last-word.server';

/** A list that fills by itself is read by nobody: the longest silences first, so many for each person at a time. */
export const silencesAtOnce = 3;

/** The active partners that nobody has spoken with for `months` months: should they be put to sleep? One query; none for 0. */
export async function silentPartners(db: Db, { missionLocaleId, now, months }: RuleInput & { months: number }): Promise<Proposal[]> {
  if (months === 0) return [];
  const silent = await db.$queryRaw<{ partnershipId: string; officerId: string; name: string }[]>`
    SELECT "partnershipId", "officerId", name FROM (
      SELECT s.*, row_number() OVER (PARTITION BY "officerId" ORDER BY last, "partnershipId") AS rank FROM (
        SELECT p.id AS "partnershipId", p.officer_id AS "officerId", o.name, ${lastWord} AS last
        FROM partnership p JOIN organisation o ON o.id = p.organisation_id
        WHERE p.mission_locale_id = ${missionLocaleId}::uuid AND p.stage = 'active' AND p.merged_into_id IS NULL
          AND EXISTS (SELECT FROM membership m WHERE m.user_id = p.officer_id AND m.mission_locale_id = p.mission_locale_id AND m.ended_at IS NULL)
          AND NOT EXISTS (SELECT FROM task t WHERE t.mission_locale_id = p.mission_locale_id AND t.rule_key = 'silence:' || p.id
            AND coalesce(t.deleted_at, t.done_at) > ${now}::timestamptz - make_interval(months => ${quiet}::int))
      ) s WHERE last < ${now}::timestamptz - make_interval(months => ${months}::int)
    ) r WHERE rank <= ${silencesAtOnce}`;
  return silent.map(({ partnershipId, officerId, name }) => ({ key: `silence:${partnershipId}`, partnershipId, assigneeId: officerId, title: titleWith(name, (short) => `Aucun échange depuis ${months} mois avec ${short} : mettre en veille ?`) }));
}
