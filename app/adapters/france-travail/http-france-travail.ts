import { askPolitely, jsonOf, perSecond, SourceProblem, type Politeness } from '~/adapters/http/ask-politely';
import type { FranceTravail, JobSearch } from './france-travail';

type Settings = { tokenUrl: string; url: string; clientId: string; clientSecret: string; scope?: string; callsPerSecond?: number; now?: () => Date } & Partial<Politeness>;

const PER_CALL = 150;
/** The last place where a call may begin (« La position de début doit être inférieure ou égale à 3000 »). */
const LAST_START = 3000;
const REACHED = LAST_START + PER_CALL;
/** Older offers are looked for in one go: they are few. */
const DAYS = 31;
const day = 86_400_000;

/** The API itself: client credentials, a token kept until it expires, ranges of 150, ten calls a second. */
export function httpFranceTravail({ tokenUrl, url, clientId, clientSecret, scope = 'api_offresdemploiv2 o2dsoffre', callsPerSecond = 10, now = () => new Date(), ...politeness }: Settings): FranceTravail {
  const polite = { name: 'France Travail', ...politeness };
  const turn = perSecond(callsPerSecond);
  let kept: { token: string; until: number } | null = null;

  async function token(): Promise<string> {
    if (kept && kept.until > Date.now()) return kept.token;
    await turn();
    const answer = await askPolitely(`${tokenUrl}${tokenUrl.includes('?') ? '&' : '?'}realm=${encodeURIComponent('/partenaire')}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope }),
    }, polite);
    if (answer.status === 400) throw new SourceProblem('France Travail refuse la clé d’accès : vérifiez-la.', true);
    const json = (await jsonOf(answer, polite.name)) as { access_token?: unknown; expires_in?: unknown } | null;
    if (typeof json?.access_token !== 'string') throw new SourceProblem('France Travail n’a pas donné d’accès.');
    // A minute early: a token that expires on the way is a refusal.
    kept = { token: json.access_token, until: Date.now() + Math.max(0, (Number(json.expires_in) || 300) - 60) * 1000 };
    return kept.token;
  }

  async function range(search: JobSearch, start: number): Promise<{ jobs: unknown[]; total: number }> {
    const query = new URLSearchParams({ range: `${start}-${start + PER_CALL - 1}`, sort: '1' });
    if (search.communes.length > 0) {
      query.set('commune', search.communes.join(','));
      // Without it, ten kilometres around.
      query.set('distance', '0');
    } else query.set('departement', search.departement);
    if (search.contracts.length > 0) query.set('typeContrat', search.contracts.join(','));
    if (search.experience) query.set('experienceExigence', search.experience);
    if (search.since) query.set('minCreationDate', search.since);
    if (search.until) query.set('maxCreationDate', search.until);
    for (let again = 0; ; again += 1) {
      const bearer = await token();
      await turn();
      const answer = await askPolitely(`${url.replace(/\/+$/, '')}/offres/search?${query}`, { headers: { Authorization: `Bearer ${bearer}`, Accept: 'application/json' } }, polite);
      // A token that was withdrawn before its time: one more is asked for, once.
      if (answer.status === 401 && again === 0) {
        kept = null;
        await answer.body?.cancel();
        continue;
      }
      if (answer.status === 204) return { jobs: [], total: 0 };
      const json = (await jsonOf(answer, polite.name)) as { resultats?: unknown } | null;
      const jobs = Array.isArray(json?.resultats) ? (json.resultats as unknown[]) : [];
      const total = Number(/\/(\d+)\s*$/.exec(answer.headers.get('content-range') ?? '')?.[1] ?? start + jobs.length);
      return { jobs, total };
    }
  }

  async function* pages(search: JobSearch, first?: { jobs: unknown[]; total: number }): AsyncGenerator<{ jobs: unknown[]; total: number }> {
    let page = first ?? (await range(search, 0));
    const { total } = page;
    for (let start = 0; ; ) {
      if (page.jobs.length > 0) yield page;
      start += PER_CALL;
      if (start >= total || start > LAST_START || page.jobs.length === 0) return;
      page = await range(search, start);
    }
  }

  return {
    async *jobs(search) {
      const first = await range(search, 0);
      if (first.total <= REACHED || search.since) return yield* pages(search, first);
      // Beyond what one search reaches: a day at a time, then all that is older.
      const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
      const end = Math.ceil(now().getTime() / day) * day;
      for (let back = 0; back < DAYS; back += 1) yield* pages({ ...search, since: stamp(end - (back + 1) * day), until: stamp(end - back * day - 1000) });
      yield* pages({ ...search, since: '2000-01-01T00:00:00Z', until: stamp(end - DAYS * day - 1000) });
    },
  };
}
