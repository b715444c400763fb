import type { Ctx } from '~/access/context';
import { titleQuery } from './title-words';

/** A trade that answers what was typed; `title` is the name under which it did, when it is not its label. */
export type FoundTrade = { code: string; label: string; title: string | null };

/**
 * Trades by a title half typed (« serveuse », « aide domi ») or by their code, those whose title begins with it first; ten at
 * most, each trade once. One query.
 */
export async function findTrades({ db }: Ctx, typed: string): Promise<FoundTrade[]> {
  const code = /^\s*([a-n]\d{0,4})\s*$/i.exec(typed)?.[1]?.toUpperCase();
  if (code && code.length > 1) return db.$queryRaw<FoundTrade[]>`SELECT code, label, NULL AS title FROM rome_job WHERE code LIKE ${`${code}%`} ORDER BY code LIMIT 10`;
  const query = titleQuery(typed);
  if (!query) return [];
  const first = query.split(':')[0]!;
  return db.$queryRaw<FoundTrade[]>`
    WITH found AS (
      SELECT code, label, NULL AS title, app.norm(label) AS words, true AS is_label FROM rome_job WHERE to_tsvector('simple', app.norm(label)) @@ ${query}::tsquery
      UNION ALL SELECT j.code, j.label, t.label, t.search_label, false FROM rome_title t JOIN rome_job j ON j.code = t.job_code WHERE to_tsvector('simple', t.search_label) @@ ${query}::tsquery),
    best AS (SELECT DISTINCT ON (code) * FROM found ORDER BY code, starts_with(words, ${first}) DESC, length(words), words)
    SELECT code, label, title FROM best ORDER BY starts_with(words, ${first}) DESC, length(words), words, code LIMIT 10`;
}

/** The labels of these codes, for whoever shows them; a code that is not known keeps its own name. */
export async function tradeLabels({ db }: Pick<Ctx, 'db'>, codes: readonly string[]): Promise<Map<string, string>> {
  const known = codes.length === 0 ? [] : await db.romeJob.findMany({ where: { code: { in: [...codes] } }, select: { code: true, label: true } });
  const labels = new Map(known.map(({ code, label }) => [code, label]));
  return new Map(codes.map((code) => [code, labels.get(code) ?? code]));
}
