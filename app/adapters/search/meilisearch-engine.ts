import type { WordAnswer, WordEngine, WordQuestion } from '~/domain/search/word-engine';
import { log, logError } from '~/server/log.server';
import { soughtForms } from '#search/word-forms';
import { MeilisearchError, type Meilisearch } from './meilisearch';

/** A person waits: beyond this PostgreSQL answers. */
const PATIENCE_MS = 300;
/** How often a server that did not answer is called again, apart from any page. */
const CALL_AGAIN_MS = 2_000;

/**
 * Meilisearch as an engine of words. It never throws. Once it did not answer, no page asks it any more: it is called again beside
 * them, and asked from the moment it answers.
 */
export function meilisearchEngine(server: Meilisearch, { patience = PATIENCE_MS, callAgain = CALL_AGAIN_MS } = {}): WordEngine {
  let isDown = false;

  function fallsSilent(error: unknown) {
    if (isDown) return;
    isDown = true;
    logError(error, 'search engine');
    const call = () => void setTimeout(() => server.hasIndex('partners', patience).then(isBack, call), callAgain).unref();
    call();
  }

  function isBack() {
    isDown = false;
    log({ what: 'search engine is back' });
  }

  return async (question): Promise<WordAnswer> => {
    if (isDown) return { state: 'silent', why: 'down' };
    try {
      const { hits } = await server.search(`${question.kind}s`, questionOf(question), patience);
      const things = hits.slice(0, question.most).map(({ id, agency }) => ({ id: String(id), agency: String(agency) })).filter(({ id, agency }) => isId(id) && isId(agency));
      return { state: 'found', things, isWhole: hits.length <= question.most };
    } catch (error) {
      if (error instanceof MeilisearchError && error.code === 'index_not_found') return { state: 'silent', why: 'notBuilt' };
      // It answers, and refuses this very question: others may be well.
      if (error instanceof MeilisearchError && error.status === 400) {
        logError(error, 'search question');
        return { state: 'silent', why: 'refused' };
      }
      fallsSilent(error);
      return { state: 'silent', why: 'down' };
    }
  };
}

/** An index may hold anything: what is no id of ours is nothing. */
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The body of the request: every word is required. */
function questionOf({ words, within, box, communes, serving = [], most }: WordQuestion): object {
  const serves = serving.map((code) => `serves = ${quoted(code)}`);
  const places = box ? [`latitude ${degrees(box.south)} TO ${degrees(box.north)} AND longitude ${degrees(box.west)} TO ${degrees(box.east)}`, 'isPlaced = false', ...serves] : communes ? [...communes.map((code) => `communeCode = ${quoted(code)}`), ...serves] : null;
  return {
    q: soughtForms(words).join(' '),
    matchingStrategy: 'all',
    attributesToRetrieve: ['id', 'agency'],
    limit: most + 1,
    filter: [...within.map(({ field, anyOf }) => anyOf.map((value) => `${field} = ${quoted(value)}`)), ...(places ? [places] : [])],
  };
}

/** Ten centimetres near enough, and never in the notation of very small numbers. */
const degrees = (value: number) => value.toFixed(6);

/** A value inside a filter: it can say nothing else than itself. */
const quoted = (value: string | boolean) => (typeof value === 'boolean' ? String(value) : `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`);
