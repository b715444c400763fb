import { z } from '~/domain/zod';
import { sorts, type Sort } from './filters';

/**
 * A place in the list: the sort key of a row, which ends with its id, and its rank. Pages start after it or end before it, so
 * that they neither skip nor repeat a row however the list changes, and the thousandth costs what the first does.
 */
export type Cursor = { sort: Sort; key: (string | number)[]; rank: number };

const text = z.string().max(700).regex(/^[^\u0000]*$/);
const id = z.guid();
const whole = z.number().int().min(-2147483648).max(2147483647);
const instant = z.iso.datetime();
const keys = {
  nom: z.tuple([text, id]),
  '-nom': z.tuple([text, id]),
  modification: z.tuple([instant, id]),
  '-modification': z.tuple([instant, id]),
  distance: z.tuple([whole, id]),
  pertinence: z.tuple([whole, text, id]),
} satisfies Record<Sort, z.ZodType>;
const schema = z.tuple([z.enum(sorts), z.array(z.union([z.string(), z.number()])).max(3), z.number().int().min(1).max(10_000_000)]);

export function writeCursor({ sort, key, rank }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, key, rank])).toString('base64url');
}

/** Null when it is not one of ours, or was made for another order: the list then starts again from its first page. */
export function readCursor(written: string | null, sort: Sort): Cursor | null {
  if (!written || written.length > 2000) return null;
  try {
    const [its, key, rank] = schema.parse(JSON.parse(Buffer.from(written, 'base64url').toString()));
    return its === sort && keys[sort].safeParse(key).success ? { sort, key, rank } : null;
  } catch {
    return null;
  }
}
