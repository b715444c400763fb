/** Changes that wait longer than this, and something is wrong: they are sent within a second or two. */
const LATE_SECONDS = 30;

type Known = { builtAt: Date | null; isGivenUp: boolean; buildingSince: Date | null; failure: string | null; waiting: number; lagSeconds: number };

/** `ok`; `late`: changes wait; `notBuilt`: PostgreSQL answers until the index is there; `outdated`: too many changes waited, the index is to be built anew and serves meanwhile; `down`: it does not answer. The sentence of a failure stays in the log and in `npm run doctor`. */
export type SearchState = { state: 'ok' | 'late' | 'notBuilt' | 'outdated' | 'down'; building: boolean; waiting: number; lagSeconds: number };

export function judgeSearch({ builtAt, isGivenUp, buildingSince, failure, waiting, lagSeconds }: Known): SearchState {
  const state = failure ? 'down' : !builtAt ? 'notBuilt' : isGivenUp ? 'outdated' : lagSeconds > LATE_SECONDS ? 'late' : 'ok';
  return { state, building: buildingSince !== null, waiting, lagSeconds };
}
