import type { Db } from '~/access/context';
import { Prisma } from '#prisma';
import type { SharedReach } from './duplicate-score';
import { blocks } from './match-keys';

export type Candidate = { one: string; other: string; shared: SharedReach };
/** Whose neighbours are looked for: those of a few partners, or everybody's (null). */
export type Touched = readonly string[] | null;
type Question = { missionLocaleId: string; touched: Touched };

/** Likeness of two names, in one commune, from which they are compared: a letter forgotten in a short name leaves as little. */
const LIKE = 0.4;

/** Pairs worth comparing: those that share a key which few have, and those of one commune whose names look alike. Two queries, never each with each. */
export async function candidatePairs(db: Db, question: Question): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  for (const { one, other, shared } of await sharingAKey(db, question)) {
    const of = (block: string) => shared.find((key) => key.startsWith(`${block} `))?.slice(block.length + 1) ?? null;
    found.set(`${one} ${other}`, { one, other, shared: { phone: of('phone') !== null, mail: of('mail') !== null, domain: of('domain'), network: of('network') !== null } });
  }
  for (const { one, other } of await (question.touched ? lookingLikeThese(db, question) : lookingAlike(db, question))) {
    const pair = `${one} ${other}`;
    if (!found.has(pair)) found.set(pair, { one, other, shared: { phone: false, mail: false, domain: null } });
  }
  return [...found.values()];
}

const few = Prisma.raw(`CASE k.block ${Object.entries(blocks).map(([block, { few: most }]) => `WHEN '${block}' THEN ${most}`).join(' ')} END`);

function sharingAKey(db: Db, { missionLocaleId, touched }: Question): Promise<{ one: string; other: string; shared: string[] }[]> {
  const ids = touched as string[];
  const asked = touched ? Prisma.sql`AND (k.block, k.value) IN (SELECT t.block, t.value FROM search.match_key t WHERE t.mission_locale_id = ${missionLocaleId}::uuid AND t.partnership_id = ANY (${ids}::uuid[]))` : Prisma.empty;
  const theirs = touched ? Prisma.sql`AND (a.id = ANY (${ids}::uuid[]) OR b.id = ANY (${ids}::uuid[]))` : Prisma.empty;
  return db.$queryRaw`
    WITH shared AS (SELECT k.block, k.value, array_agg(k.partnership_id) AS ids FROM search.match_key k
      WHERE k.mission_locale_id = ${missionLocaleId}::uuid ${asked} GROUP BY k.block, k.value HAVING count(*) > 1 AND count(*) <= ${few})
    SELECT a.id AS one, b.id AS other, array_agg(s.block || ' ' || s.value) AS shared
    FROM shared s, unnest(s.ids) AS a(id), unnest(s.ids) AS b(id) WHERE a.id < b.id ${theirs} GROUP BY a.id, b.id`;
}

/** A name that more of a commune bear brings nobody together by itself: of three thousand « Garage du Pic », each would meet each. */
const BORNE_BY = blocks.nameHere.few;

/** Nor do three letters that more names of a commune have: names that differ in a number alone (« Garage du Pic 0001 ») would each meet each. */
const TRIGRAM_OF = 300;

/** The names of a few partners against those of their communes, read in the key's index; each name once, however many bear it. */
const lookingLikeThese = (db: Db, { missionLocaleId, touched }: Question) =>
  withoutNestedLoops(db, () => db.$queryRaw<{ one: string; other: string }[]>`
    WITH theirs AS MATERIALIZED (SELECT k.value, split_part(k.value, '|', 1) AS place FROM search.match_key k
        WHERE k.mission_locale_id = ${missionLocaleId}::uuid AND k.partnership_id = ANY (${touched as string[]}::uuid[]) AND k.block = 'nameHere' GROUP BY k.value),
      here AS MATERIALIZED (SELECT p.place, k.value, split_part(k.value, '|', 2) AS name, array_agg(k.partnership_id) AS ids FROM (SELECT DISTINCT place FROM theirs) p
        JOIN search.match_key k ON k.mission_locale_id = ${missionLocaleId}::uuid AND k.block = 'nameHere' AND k.value >= p.place || '|' AND k.value < p.place || '}'
        GROUP BY p.place, k.value HAVING count(*) <= ${BORNE_BY}),
      spelt AS MATERIALIZED (SELECT h.place, h.value, trigram FROM here h, unnest(show_trgm(h.name)) AS trigram),
      rare AS MATERIALIZED (SELECT place, trigram FROM spelt GROUP BY place, trigram HAVING count(*) BETWEEN 2 AND ${TRIGRAM_OF}),
      met AS MATERIALIZED (SELECT DISTINCT t.value, o.value AS other FROM theirs t JOIN spelt s ON s.value = t.value JOIN rare r ON r.place = s.place AND r.trigram = s.trigram
        JOIN spelt o ON o.place = r.place AND o.trigram = r.trigram)
    SELECT DISTINCT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other
    FROM met m JOIN here own ON own.value = m.value JOIN here h ON h.value = m.other AND similarity(own.name, h.name) >= ${LIKE}::real, unnest(own.ids) AS a(id), unnest(h.ids) AS b(id)
    WHERE a.id <> b.id`);

/**
 * The same for a whole agency. Two names alike to two fifths have one of the rarest three fifths of their trigrams in common (the "prefix filter" of
 * set-similarity joins: Chaudhuri, Ganti, Kaushik 2006), so that only names that share a rare trigram meet.
 */
const lookingAlike = (db: Db, { missionLocaleId }: Question) =>
  withoutNestedLoops(db, () => db.$queryRaw<{ one: string; other: string }[]>`
    WITH borne AS (SELECT k.value, array_agg(k.partnership_id) AS ids FROM search.match_key k
        WHERE k.mission_locale_id = ${missionLocaleId}::uuid AND k.block = 'nameHere' GROUP BY k.value HAVING count(*) <= ${BORNE_BY}),
      named AS MATERIALIZED (SELECT id, split_part(value, '|', 1) AS place, split_part(value, '|', 2) AS name FROM borne, unnest(ids) AS by(id)),
      spelt AS (SELECT place, name, trigram, count(*) OVER (PARTITION BY place, name) AS size, count(*) OVER (PARTITION BY place, trigram) AS often
        FROM (SELECT DISTINCT place, name FROM named) n, unnest(show_trgm(name)) AS trigram),
      ranked AS (SELECT place, name, trigram, size, often, row_number() OVER (PARTITION BY place, name ORDER BY often, trigram) AS rank FROM spelt),
      rare AS MATERIALIZED (SELECT place, name, trigram FROM ranked WHERE rank <= size - ceil(size * ${LIKE}::real) + 1 AND often BETWEEN 2 AND ${TRIGRAM_OF}),
      alike AS MATERIALIZED (SELECT DISTINCT a.place, a.name AS one, b.name AS other FROM rare a JOIN rare b ON b.place = a.place AND b.trigram = a.trigram AND b.name > a.name)
    SELECT DISTINCT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other
    FROM (SELECT * FROM alike WHERE similarity(one, other) >= ${LIKE}::real) AS l
    JOIN named a ON a.place = l.place AND a.name = l.one JOIN named b ON b.place = l.place AND b.name = l.other WHERE a.id <> b.id`);

/** Nobody can guess how many trigrams there will be: with a loop in a loop, three thousand names took five seconds. */
async function withoutNestedLoops<T>(db: Db, ask: () => Promise<T>): Promise<T> {
  await db.$queryRaw`SELECT set_config('enable_nestloop', 'off', true)`;
  const answer = await ask();
  await db.$queryRaw`SELECT set_config('enable_nestloop', 'on', true)`;
  return answer;
}
