import type { Actor } from '~/access/actor';
import { boxOf, type Circle } from '~/domain/place/circle';
import { isAmong, ofEach } from '~/domain/search/ask-engine.server';
import { Prisma } from '#prisma';
import type { Criteria } from './criteria';
import type { ManyValued } from './filters';
import { isEmptySearch, type SoughtNumber } from './read-search';
import { wordQuery } from './word-query';

/**
 * The rows that the actor may see, as `s`: a window whose wall is in the database (`search.partner_of_…`). The condition
 * repeats it in plain words, which tells PostgreSQL whose rows they are while it still chooses its index.
 */
export function partnersOf({ missionLocaleId, regionCode }: Actor): { from: Prisma.Sql; scope: Prisma.Sql } {
  if (missionLocaleId) return { from: Prisma.sql`search.partner_of_agency s`, scope: Prisma.sql`s.mission_locale_id = ${missionLocaleId}::uuid` };
  return { from: Prisma.sql`search.partner_of_region s`, scope: Prisma.sql`s.region_code = ${regionCode ?? ''}` };
}

/** Their engagements, as `e`: a window of the same kind. */
export const engagementsOf = ({ missionLocaleId }: Actor): Prisma.Sql => (missionLocaleId ? Prisma.sql`search.engagement_of_agency e` : Prisma.sql`search.engagement_of_region e`);

/** Tells PostgreSQL whose engagements they are, for an agency; a region has several, which its window says. */
export const engagementScope = ({ missionLocaleId }: Actor): Prisma.Sql => (missionLocaleId ? Prisma.sql`e.mission_locale_id = ${missionLocaleId}::uuid` : Prisma.sql`true`);

/** What each filter asks of a row; `circle` apart from `place`, because partners without a position are counted. */
export type Conditions = Partial<Record<ManyValued | 'search' | 'place' | 'circle' | 'mine' | 'position' | 'list' | 'atout', Prisma.Sql>> & { archives: Prisma.Sql };

export function conditionsOf(criteria: Criteria, actor: Actor): Conditions {
  const { kindIds, themeCodes, stages, formIds, engagement, listId, departementCodes, tagIds, officers, sizes, merits, today, place, search } = criteria;
  return {
    archives: criteria.isArchived ? Prisma.sql`s.is_archived` : Prisma.sql`NOT s.is_archived`,
    ...(kindIds && { typologie: Prisma.sql`s.kind_ids && ${kindIds}::uuid[]` }),
    ...(themeCodes && { thematique: Prisma.sql`s.theme_codes && ${themeCodes}::text[]` }),
    ...(stages && { etape: Prisma.sql`s.stage = ANY (${stages}::partnership_stage[])` }),
    ...(formIds && { forme: Prisma.sql`s.form_ids && ${formIds}::uuid[]` }),
    ...(engagement && { forme: acceptsPrecisely(engagement, actor) }),
    ...(listId && { list: Prisma.sql`s.partnership_id IN (SELECT l.partnership_id FROM saved_list_partner l WHERE l.list_id = ${listId}::uuid)` }),
    ...(departementCodes && { departement: Prisma.sql`s.departement_code = ANY (${departementCodes}::text[])` }),
    ...(tagIds && { etiquette: Prisma.sql`s.tag_ids && ${tagIds}::uuid[]` }),
    ...(officers && { referent: officers.orNobody ? Prisma.sql`(s.officer_id = ANY (${officers.ids}::uuid[]) OR s.officer_id IS NULL)` : Prisma.sql`s.officer_id = ANY (${officers.ids}::uuid[])` }),
    ...(sizes && { taille: sizes.orUnknown ? Prisma.sql`(s.headcount_band = ANY (${sizes.bands}::text[]) OR s.headcount_band IS NULL)` : Prisma.sql`s.headcount_band = ANY (${sizes.bands}::text[])` }),
    ...(merits && { atout: Prisma.sql`(${Prisma.join(merits.map((merit) => (merit === 'label' ? Prisma.sql`s.has_youth_label` : isCovered(today))), ' OR ')})` }),
    ...(criteria.isPlaceDoubtful && { position: isPlaceDoubtful }),
    ...(criteria.isMine && { mine: Prisma.sql`s.officer_id = ${actor.userId}::uuid` }),
    ...(place && (place.circle ? { circle: insideCircle(place.circle) } : { place: Prisma.sql`s.commune_code = ANY (${place.codes}::text[])` })),
    ...(!isEmptySearch(search) && { search: textCondition(criteria, actor) }),
  };
}

/** The address service was not sure of it (`keepDoubts`), and nobody placed it since. */
export const isPlaceDoubtful = Prisma.sql`EXISTS (SELECT FROM search.place_doubt d WHERE d.organisation_id = s.organisation_id)`;

/** Does a national agreement hold for this row on that day? The first half is what its small index is about. */
export const isCovered = (today: string): Prisma.Sql => Prisma.sql`(s.agreement_days <> '{}' AND s.agreement_days @> ${today}::date)`;

/**
 * One engagement that says all of it. Looked up in its own table, whose index begins with the agency: the flat row holds only
 * what every list shows. An engagement without months is possible all year; one without trades says nothing of any.
 */
function acceptsPrecisely(asked: NonNullable<Criteria['engagement']>, actor: Actor): Prisma.Sql {
  return Prisma.sql`(s.mission_locale_id, s.partnership_id) IN (SELECT e.mission_locale_id, e.partnership_id FROM ${engagementsOf(actor)} WHERE ${engagementSays(asked, actor)})`;
}

/** What a row of engagement `e` must say, its form apart when `anyForm`. */
export function engagementSays({ formIds, levels, month, trade }: NonNullable<Criteria['engagement']>, actor: Actor, { anyForm = false } = {}): Prisma.Sql {
  return Prisma.join(
    [
      engagementScope(actor),
      ...(formIds && !anyForm ? [Prisma.sql`e.form_id = ANY (${formIds}::uuid[])`] : []),
      Prisma.sql`e.readiness = ANY (${levels}::readiness[])`,
      ...(month === null ? [] : [Prisma.sql`(e.months = '{}' OR e.months && ARRAY[${month}]::int[])`]),
      ...(trade === null ? [] : [Prisma.sql`EXISTS (SELECT FROM unnest(e.romes) AS code WHERE starts_with(code, ${trade}))`]),
    ],
    ' AND ',
  );
}

/** All of them, but those named. */
export function allBut(conditions: Conditions, ...left: (keyof Conditions)[]): Prisma.Sql {
  const names = (Object.keys(conditions) as (keyof Conditions)[]).filter((name) => !left.includes(name));
  return Prisma.join(names.map((name) => conditions[name]!), ' AND ');
}

/** The statement that counts the partners of these criteria that the actor sees, in a column `count`. */
export function countOf(criteria: Criteria, actor: Actor): Prisma.Sql {
  const { from, scope } = partnersOf(actor);
  return Prisma.sql`SELECT count(*)::int AS count FROM ${from} WHERE ${scope} AND ${allBut(conditionsOf(criteria, actor))}`;
}

function textCondition({ search: { words, numbers }, near, ranked }: Criteria, actor: Actor): Prisma.Sql {
  const parts = numbers.map((number) => numberCondition(number, actor));
  if (ranked?.isWhole || ranked?.isAlone) parts.push(isAmong(ranked, Prisma.sql`s.mission_locale_id`, Prisma.sql`s.partnership_id`));
  if (!ranked?.isWhole && words.length > 0) parts.push(ranked?.isAlone ? ofEach(holds(wordQuery(words, near), actor)) : holds(wordQuery(words, near), actor));
  return Prisma.join(parts, ' AND ');
}

/** The digits are of a SIRET, of a telephone, or a number in the name ("Maison 123456"). */
function numberCondition({ siretStart, phone }: SoughtNumber, actor: Actor): Prisma.Sql {
  const either: Prisma.Sql[] = [];
  if (siretStart) either.push(Prisma.sql`s.siret LIKE ${`${siretStart}%`}`, holds(siretStart, actor));
  if (phone) {
    const held = Prisma.sql`search.phones_text(s.phones) LIKE ${`%${phone}%`}`;
    either.push(actor.missionLocaleId ? held : Prisma.sql`(${held} AND ${isOfOrganisation(phone)})`);
  }
  return either.length > 0 ? Prisma.sql`(${Prisma.join(either, ' OR ')})` : Prisma.sql`false`;
}

/** A region does not read an agency's contacts: neither does it find partners by their telephones. */
function isOfOrganisation(digits: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM organisation o, unnest(o.other_phones || o.phone) AS p WHERE o.id = s.organisation_id AND search.phone_digits(p) LIKE ${`%${digits}%`})`;
}

/**
 * The words of a row hold this query (of `wordQuery`). Asked of words that begin with their place (search.words_within): one
 * common word of the whole network would otherwise be read to the end for the few thousand rows of one agency.
 */
function holds(query: string, { missionLocaleId, regionCode }: Actor): Prisma.Sql {
  const words = missionLocaleId ? Prisma.sql`search.words_within(right(s.mission_locale_id::text, 8), s.words)` : Prisma.sql`search.words_within(s.region_code, s.words)`;
  const place = missionLocaleId ? missionLocaleId.slice(-8) : (regionCode ?? '');
  return Prisma.sql`${words} @@ ${query.replace(/[a-z0-9]+/g, (word) => place + word)}::tsquery`;
}

/** The rectangle, which an index answers, then the true distance, or the outline of what is reached. */
export function insideCircle(circle: Circle): Prisma.Sql {
  const { outline } = circle;
  const { south, north, west, east } = boxOf(circle);
  const precisely = outline
    ? Prisma.sql`${`(${outline.map(([lon, lat]) => `(${lon},${lat})`).join(',')})`}::polygon @> point(s.longitude, s.latitude)`
    : Prisma.sql`${metresFrom(circle)} <= ${circle.km * 1000}`;
  return Prisma.sql`(s.latitude BETWEEN ${south} AND ${north} AND s.longitude BETWEEN ${west} AND ${east} AND ${precisely})`;
}

/** Distance as the crow flies in whole metres: the haversine formula of app/domain/place/geo.ts, for PostgreSQL. */
export function metresFrom({ latitude, longitude }: { latitude: number; longitude: number }): Prisma.Sql {
  const halfDegree = Prisma.raw(String(Math.PI / 360));
  const degree = Prisma.raw(String(Math.PI / 180));
  return Prisma.sql`(12742017.6 * asin(least(1, sqrt(sin((s.latitude - ${latitude}) * ${halfDegree}) ^ 2
    + ${Math.cos((latitude * Math.PI) / 180)} * cos(s.latitude * ${degree}) * sin((s.longitude - ${longitude}) * ${halfDegree}) ^ 2))))::int`;
}
