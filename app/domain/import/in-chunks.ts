/** Rows that travel together to the database: enough to be quick, few enough for one message. */
export const CHUNK = 1000;

export function* inChunks<T>(all: readonly T[], size = CHUNK): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
