const LATE = 30; // seconds that a change may wait before something is wrong

// A rebuild that was killed let its lock go (app/jobs/rebuild-search.server.ts).
const IS_BUILDING = `EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND (classid::bigint << 32 | objid::bigint) = hashtextextended('search rebuild', 0))`;

/** What `npm run doctor` finds of the search: the engine beside PostgreSQL when there is one, its index, what waits to be sent. */
export async function checkSearch(client) {
  const what = 'Recherche';
  if (process.env.SEARCH !== 'meilisearch') return { what, state: 'ok', says: 'PostgreSQL' };
  const { rows: tables } = await client.query(`SELECT to_regclass('search.engine') AS found`);
  if (tables[0].found === null) return { what, state: 'warn', says: 'Meilisearch : la base n’est pas à jour', mend: 'npm start' };
  const { rows } = await client.query(`SELECT e.built_at, CASE WHEN ${IS_BUILDING} THEN e.building_since END AS building_since, e.failure, e.making, c.waiting, c.lag, p.n + o.n AS rows FROM (SELECT) AS one LEFT JOIN search.engine e ON true
    CROSS JOIN (SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0)::int AS lag FROM search.changed WHERE NOT is_sent) c
    CROSS JOIN (SELECT count(*)::int AS n FROM search.partner) p CROSS JOIN (SELECT count(*)::int AS n FROM search.offer) o`);
  const answer = await askMeilisearch();
  if (answer.problem) return { what, state: 'warn', says: `Meilisearch ${answer.problem}, PostgreSQL répond à sa place`, mend: 'démarrer Meilisearch, ou vérifier MEILI_URL et MEILI_KEY' };
  return { what, ...verdict({ ...rows[0], documents: answer.documents }) };
}

/** `{ state, says, mend }` of an engine that answers. */
export function verdict({ built_at: builtAt, building_since: buildingSince, failure, making, waiting, lag, rows, documents }) {
  const rebuild = 'npm run search:rebuild';
  if (documents === null || !builtAt) return { state: 'warn', says: `Meilisearch : index ${buildingSince ? 'en construction' : 'à construire'}, PostgreSQL répond en attendant`, mend: buildingSince ? undefined : `${rebuild} (ou laisser faire les tâches de fond)` };
  const says = `Meilisearch : ${documents} fiches, ${waiting === 0 ? 'rien n’attend' : `${waiting} changement(s) en attente depuis ${lag} s`}`;
  if (making === 'given up') return { state: 'warn', says: 'Meilisearch : trop de changements ont attendu, l’index sera reconstruit ; celui d’avant sert encore', mend: `${rebuild} (ou laisser faire les tâches de fond)` };
  if (failure) return { state: 'warn', says: `${says} ; dernier échec : ${failure}`, mend: 'npm start (les tâches de fond réessaient)' };
  if (lag > LATE) return { state: 'warn', says, mend: 'npm start (les tâches de fond ne tournent pas)' };
  if (waiting === 0 && documents !== rows) return { state: 'warn', says: `${says}, ${rows} dans la base`, mend: rebuild };
  return { state: 'ok', says };
}

// The two indexes' documents together; null when one is not there.
async function askMeilisearch() {
  const { MEILI_URL, MEILI_KEY, MEILI_PREFIX: prefix = 'maillage' } = process.env;
  try {
    const answer = await fetch(`${MEILI_URL.replace(/\/+$/, '')}/stats`, { headers: { authorization: `Bearer ${MEILI_KEY}` }, signal: AbortSignal.timeout(3_000) });
    if (!answer.ok) return { problem: `refuse la clé (${answer.status})` };
    const { indexes } = await answer.json();
    const counts = ['partners', 'offers'].map((kind) => indexes[`${prefix || 'maillage'}_${kind}`]?.numberOfDocuments ?? null);
    return { documents: counts.includes(null) ? null : counts[0] + counts[1] };
  } catch {
    return { problem: 'ne répond pas' };
  }
}
