const LATE = 30; // seconds that a change may wait before something is wrong

/** What `npm run doctor` finds of the search: the engine beside PostgreSQL when there is one, its index, what waits to be sent. */
export async function checkSearch(client) {
  const what = 'Recherche';
  const isChosen = process.env.SEARCH === 'meilisearch';
  const { rows: tables } = await client.query(`SELECT to_regclass('search.refused') AS found`);
  if (tables[0].found === null) return isChosen ? { what, state: 'warn', says: 'Meilisearch : la base n’est pas à jour', mend: 'npm start' } : { what, state: 'ok', says: 'PostgreSQL' };
  const { rows } = await client.query(`SELECT e.name, e.built_at, search.is_building() AS building, e.failure, e.making, c.waiting, c.lag, r.refused, p.n + o.n AS rows FROM (SELECT) AS one LEFT JOIN search.engine e ON true
    CROSS JOIN (SELECT count(*)::int AS waiting, coalesce(extract(epoch FROM clock_timestamp() - min(at)), 0)::int AS lag FROM search.changed WHERE NOT is_sent) c
    CROSS JOIN (SELECT count(*)::int AS refused FROM search.refused) r
    CROSS JOIN (SELECT count(*)::int AS n FROM search.partner) p CROSS JOIN (SELECT count(*)::int AS n FROM search.offer) o`);
  return { what, ...(isChosen ? verdict({ ...rows[0], ...(await askMeilisearch()) }) : asleep(rows[0])) };
}

/** Without an engine, or while one that was there is not chosen. */
export function asleep({ name, waiting }) {
  return { state: 'ok', says: name ? `PostgreSQL ; ${waiting} changement(s) gardé(s) pour Meilisearch, s’il revient (SEARCH=meilisearch)` : 'PostgreSQL' };
}

/** `{ state, says, mend }` of an engine that was asked. */
export function verdict({ problem, built_at: builtAt, building, failure, making, waiting, lag, refused, rows, documents }) {
  const rebuild = 'npm run search:rebuild';
  const orLeave = `${rebuild} (ou laisser faire les tâches de fond)`;
  const waits = waiting === 0 ? 'rien n’attend' : `${waiting} changement(s) en attente depuis ${lag} s`;
  const failed = failure ? ` ; dernier échec : ${failure}` : '';
  if (problem) return { state: 'warn', says: `Meilisearch ${problem} ; ${waits}`, mend: 'démarrer Meilisearch, ou vérifier MEILI_URL et MEILI_KEY' };
  if (documents === null || !builtAt) return { state: 'warn', says: `Meilisearch : index ${building ? 'en construction' : 'à construire'}, PostgreSQL répond en attendant${failed}`, mend: building ? undefined : orLeave };
  const says = `Meilisearch : ${documents} fiches, ${waits}${building ? ', un nouvel index se construit' : ''}`;
  if (making === 'given up') return { state: 'warn', says: `Meilisearch : trop de changements ont attendu, l’index ${building ? 'est en reconstruction' : 'sera reconstruit'} ; celui d’avant sert encore${failed}`, mend: building ? undefined : orLeave };
  if (failure) return { state: 'warn', says: `${says}${failed}`, mend: 'npm start (les tâches de fond réessaient)' };
  if (lag > LATE) return { state: 'warn', says, mend: 'npm start (les tâches de fond ne tournent pas)' };
  if (refused > 0) return { state: 'warn', says: `${says} ; ${refused} fiche(s) refusée(s), que les mots ne trouvent plus quand d’autres leur répondent`, mend: 'voir search.refused ; elles repartent quand on les modifie' };
  if (waiting === 0 && !building && documents !== rows) return { state: 'warn', says: `${says}, ${rows} dans la base`, mend: rebuild };
  return { state: 'ok', says };
}

// The two indexes' documents together; null when one is not there.
export async function askMeilisearch() {
  const { MEILI_URL, MEILI_KEY, MEILI_PREFIX: prefix = 'maillage' } = process.env;
  try {
    const answer = await fetch(`${MEILI_URL.replace(/\/+$/, '')}/stats`, { headers: { authorization: `Bearer ${MEILI_KEY}` }, signal: AbortSignal.timeout(3_000) });
    if (answer.status === 401 || answer.status === 403) return { problem: `refuse la clé (${answer.status}) : il en faut une qui lit et écrit les index` };
    if (!answer.ok) return { problem: `répond mal (${answer.status})` };
    const { indexes } = await answer.json();
    const counts = ['partners', 'offers'].map((kind) => indexes[`${prefix || 'maillage'}_${kind}`]?.numberOfDocuments ?? null);
    return { documents: counts.includes(null) ? null : counts[0] + counts[1] };
  } catch {
    return { problem: 'ne répond pas, PostgreSQL répond à sa place' };
  }
}
