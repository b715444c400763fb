import type { Ctx } from '~/access/context';
import { fold } from '~/domain/text/fold';
import type { Search } from '~/domain/partner/list/read-search';
import { Prisma } from '#prisma';

/** A person found, and where they are. */
export type FoundContact = { id: string; name: string; jobTitle: string | null; hasLeft: boolean; partnershipId: string; partner: string };

/** Ranked among so many at most: who typed two letters wants a quick answer. */
const ranked = 300;
/** What a French number may begin with, as it is kept. */
const countries = ['33', '590', '594', '596', '262', '508', '681', '687', '689'];

/**
 * The contacts of the agency that hold all the words sought, as beginnings, in their name, job or address of mail, or who have this whole telephone:
 * the very name first, who has left last. Those of archived partners are left out. One query; none when nothing was asked of people.
 */
export async function jumpToContact({ db, actor }: Ctx, { words, numbers }: Search, most: number): Promise<FoundContact[]> {
  const phones = numbers.map(({ phone }) => phone);
  // Some digits of a telephone, or a SIRET, are a partner's to be found by.
  if (!actor.missionLocaleId || (words.length === 0 && phones.length === 0) || phones.some((phone) => phone?.length !== 9)) return [];
  const place = actor.missionLocaleId.slice(-8);
  const asked = [
    ...(words.length > 0 ? [Prisma.sql`c.words @@ ${words.map((word) => `${place}${word}:*`).join(' & ')}::tsquery`] : []),
    ...phones.map((phone) => Prisma.sql`c.phone = ANY (${countries.map((country) => `+${country}${phone}`)}::text[])`),
  ];
  const name = fold(words.join(' '));
  return db.$queryRaw<FoundContact[]>`
    SELECT c.id::text, concat_ws(' ', c.first_name, c.last_name) AS name, c.job_title AS "jobTitle", c.left_at IS NOT NULL AS "hasLeft", c.partnership_id::text AS "partnershipId", s.name AS partner
    FROM (SELECT * FROM search.contact_of_agency c WHERE c.mission_locale_id = ${actor.missionLocaleId}::uuid AND ${Prisma.join(asked, ' AND ')} LIMIT ${ranked}) c
    JOIN search.partner_of_agency s ON s.mission_locale_id = c.mission_locale_id AND s.partnership_id = c.partnership_id AND NOT s.is_archived
    ORDER BY c.left_at IS NOT NULL, app.norm(c.last_name) = ${name} OR app.norm(concat_ws(' ', c.first_name, c.last_name)) = ${name} DESC, c.last_name, c.first_name, c.id LIMIT ${most}`;
}
