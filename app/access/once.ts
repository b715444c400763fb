import type { Ctx, Db } from './context';

const answers = new WeakMap<Db, Map<string, Promise<unknown>>>();

/** What `ask` answers, asked once in a transaction however many look for it. Only for what nothing changes meanwhile. */
export function once<T>({ db }: Ctx, question: string, ask: () => Promise<T>): Promise<T> {
  const known = answers.get(db) ?? new Map<string, Promise<unknown>>();
  answers.set(db, known);
  const answer = (known.get(question) as Promise<T> | undefined) ?? ask();
  known.set(question, answer);
  return answer;
}
