import type { Ctx } from '~/access/context';
import { spellingsOf } from '~/domain/partner/list/near-words.server';
import type { NearWords } from '~/domain/partner/list/word-query';
import { placeInWords, type SaidPlace } from '~/domain/place/place-in-words.server';
import { Prisma } from '#prisma';
import { asTyped, mostTogether, unitsOf, type Held, type Unit } from './fewer-words';
import type { Ranking } from './word-engine';

/** Fewer words than were typed: those left out, in the order of typing; looked for around the place that they named, when `around` says so. */
type FewerWords = { words: string[]; without: Unit[]; around: SaidPlace | null; count: number };

/** The same for a list: what is left out, as typed, or the place looked around; the filters of the list that shows them. */
export type FewerFor<Filters> = { without: string[]; around: string | null; filters: Filters; count: number };

/** Words to look for in a list, as the list does it. */
export type AskedWords = { words: readonly string[]; around: SaidPlace | null; near?: NearWords; ranked?: Ranking };

export type WordsOfList = {
  words: readonly string[];
  /** No place is chosen: the one that the words name may be looked around. */
  mayLookAround: boolean;
  /** `FROM … WHERE …`: the rows that hold these words and fit all the other filters. */
  holding: (asked: AskedWords) => Prisma.Sql;
  /** The columns of their key. */
  key: Prisma.Sql;
  /** What the engine beside PostgreSQL finds for them. */
  rank: (asked: AskedWords) => Promise<Ranking | null>;
};

/** Proposals that one reads at a glance. */
const most = 3;
/** How far around a place that has nothing itself, in km. */
const aroundKm = 30;
/** Such a place, as a list looks around it. */
export const lookedAround = ({ code, name, latitude, longitude }: SaidPlace) => ({ code, codes: [code], name, circle: { latitude: latitude!, longitude: longitude!, km: aroundKm } });

/**
 * When all the words together find nothing: what is found with as few of them left out as possible, the last typed first, and first of all
 * around the place that they name. Counted as the list itself would. Five queries at most, one more with an engine (and what it needs to be asked three times); none for a single word.
 */
export async function leaveWordsOut<Filters extends { q: string }>(ctx: Ctx, filters: Filters, list: WordsOfList): Promise<FewerFor<Filters>[]> {
  return (await waysWithout(ctx, list)).map(({ words, without, around, count }) => ({
    without: without.map((unit) => asTyped(filters.q, unit)), around: around?.name ?? null, count,
    filters: { ...filters, q: asTyped(filters.q, words), ...(around && { commune: around.code, rayon: aroundKm, tri: 'distance' as const }) },
  }));
}

async function waysWithout(ctx: Ctx, list: WordsOfList): Promise<FewerWords[]> {
  if (list.words.length < 2) return [];
  const place = await placeInWords(ctx, list.words);
  const units = unitsOf(list.words, place?.words ?? []);
  if (units.length < 2) return [];
  const { near, unknown } = await spellingsOf(ctx, list.words);
  // As the list: other spellings are looked for where a word is nowhere.
  const asking = (words: readonly string[], around: SaidPlace | null = null): AskedWords => ({ words, around, near: words.some((word) => unknown.has(word)) ? near : undefined });

  const all = 2 ** units.length - 1;
  const placeAt = units.findIndex((unit) => unit.join() === place?.words.join());
  const placeBit = placeAt < 0 ? 0 : 2 ** placeAt;
  const mayLookAround = list.mayLookAround && placeBit > 0 && place?.latitude != null;
  const kept = (bits: number) => units.filter((_, i) => (bits & (2 ** i)) !== 0);
  const around = (bits: number) => asking(kept(bits & ~placeBit).flat(), place);

  const tries = units.map((_, left) => all - 2 ** left);
  const counts = await countEach(ctx, list, [...tries.map((bits) => asking(kept(bits).flat())), ...(mayLookAround ? [around(all)] : [])]);
  const held = tries.map((bits, i): Held => ({ bits, count: counts[i]! })).filter(({ count }) => count > 0);
  const isOneTooMany = held.length > 0 || units.length === 2;
  const sets = mostTogether(isOneTooMany ? held : await heldTogether(ctx, list, units.map((unit) => asking(unit))), placeBit);
  const ways: FewerWords[] = sets.map(({ bits, count }) => ({ words: kept(bits).flat(), without: kept(all & ~bits), around: null, count }));
  // The first of them, near the place rather than anywhere.
  const [first] = sets;
  if (mayLookAround && first && (first.bits & placeBit) === 0) {
    const bits = isOneTooMany ? all & ~placeBit : first.bits;
    const [count = 0] = isOneTooMany ? [counts.at(-1)] : await countEach(ctx, list, [around(bits)]);
    if (count > 0) ways.unshift({ words: kept(bits).flat(), without: kept(all & ~bits & ~placeBit), around: place, count });
  }
  return ctx.words ? asEngineFinds(ctx, list, ways.slice(0, most), asking) : ways.slice(0, most);
}

/** How many rows each finds: one query. */
async function countEach({ db }: Ctx, { holding }: WordsOfList, asked: readonly AskedWords[]): Promise<number[]> {
  const [{ counts }] = await db.$queryRaw<[{ counts: number[] }]>`SELECT ARRAY[${Prisma.join(asked.map((one) => Prisma.sql`(SELECT count(*)::int ${holding(one)})`))}] AS counts`;
  return counts;
}

/** Which of these the rows hold together, whatever they are: one query that reads the rows of each. */
function heldTogether({ db }: Ctx, { holding, key }: WordsOfList, asked: readonly AskedWords[]): Promise<Held[]> {
  const each = asked.map((one, i) => Prisma.sql`SELECT ${key}, ${2 ** i}::int AS bit ${holding(one)}`);
  return db.$queryRaw<Held[]>`SELECT bits, count(*)::int AS count FROM (SELECT sum(bit)::int AS bits FROM (${Prisma.join(each, ' UNION ALL ')}) AS held(agency, id, bit) GROUP BY agency, id) AS rows GROUP BY bits`;
}

/** The engine forgives other slips: what is said is what its list will show. */
async function asEngineFinds(ctx: Ctx, list: WordsOfList, ways: readonly FewerWords[], asking: (words: readonly string[], around: SaidPlace | null) => AskedWords): Promise<FewerWords[]> {
  if (ways.length === 0) return [];
  const asked = await Promise.all(ways.map(async ({ words, around }) => ({ ...asking(words, around), ranked: (await list.rank(asking(words, around))) ?? undefined })));
  const counts = await countEach(ctx, list, asked);
  return ways.map((way, i) => ({ ...way, count: counts[i]! })).filter(({ count }) => count > 0);
}
