/** Changes that wait longer than this, and something is wrong: they are sent within a second or two. */
const LATE_SECONDS = 30;

type Known = { /** Has it answered this process, just now? */ answers: boolean; builtAt: Date | null; isGivenUp: boolean; building: boolean; failure: string | null; waiting: number; lagSeconds: number; refused: number };

/**
 * `ok`; `down`: it does not answer, PostgreSQL does; `notBuilt`: PostgreSQL answers until the index is there; `outdated`: too many changes waited, the index
 * is to be built anew and serves meanwhile; `failing`: it answers, and does not learn what changes; `late`: changes wait. The sentence of a failure stays in the
 * log and in `npm run doctor`. `building`: somebody builds at this moment. `refused`: documents that it will not have, set aside.
 */
export type SearchState = { state: 'ok' | 'down' | 'notBuilt' | 'outdated' | 'failing' | 'late' } & Pick<Known, 'building' | 'waiting' | 'lagSeconds' | 'refused'>;

export function judgeSearch({ answers, builtAt, isGivenUp, failure, ...told }: Known): SearchState {
  const state = !answers ? 'down' : !builtAt ? 'notBuilt' : isGivenUp ? 'outdated' : failure ? 'failing' : told.lagSeconds > LATE_SECONDS ? 'late' : 'ok';
  return { state, ...told };
}
