/** Changes that wait longer than this, and something is wrong: they are sent within a second or two. */
const LATE_SECONDS = 30;

type Known = { builtAt: Date | null; buildingSince: Date | null; failure: string | null; waiting: number; lagSeconds: number };

/** `ok`; `late`: changes wait; `notBuilt`: PostgreSQL answers until the index is there; `down`: it does not answer. The sentence of a failure stays in the log and in `npm run doctor`. */
export type SearchState = { state: 'ok' | 'late' | 'notBuilt' | 'down'; building: boolean; waiting: number; lagSeconds: number };

export function judgeSearch({ builtAt, buildingSince, failure, waiting, lagSeconds }: Known): SearchState {
  const state = failure ? 'down' : !builtAt ? 'notBuilt' : lagSeconds > LATE_SECONDS ? 'late' : 'ok';
  return { state, building: buildingSince !== null, waiting, lagSeconds };
}
