import { quoted } from '~/domain/text/clean';
import { isOneLetterAway, readCommuneName } from './commune-name';
import type { Commune } from './communes-from-etalab';
import { departementOfPostcode } from './postcode';

export type { Commune } from './communes-from-etalab';

/** What the file says of a commune, as typed; a postcode already read (five digits). `departement` is a code, if known. */
export type CommuneQuestion = { communeCode?: string; name?: string; postcode?: string; departement?: string };

/** How the commune was found, from the surest to the least sure. */
export type CommuneHow = 'code' | 'name-and-postcode' | 'name-and-departement' | 'typo' | 'postcode' | 'name';

export type CommuneAnswer =
  | { ok: true; commune: Commune; how: CommuneHow; /** The former commune that was named, if any. */ former: Commune | null; warnings: string[] }
  | { ok: false; reason: string };

export type CommuneLookup = { find(question: CommuneQuestion): CommuneAnswer; byCode(code: string): Commune | undefined };

type Found = { how: CommuneHow; hit: Commune; warnings?: string[] };

/**
 * Prepares the search of communes among those given (see `communesFromEtalab`). `find` tries the INSEE code, then the name
 * with the postcode, then the name in the postcode's département (CEDEX postcodes belong to no commune), then one letter
 * of difference, then the postcode alone, then a name that one commune only bears. A former commune gives the present one,
 * with a warning. Reasons and warnings are French sentences.
 */
export function createCommuneLookup(communes: readonly Commune[]): CommuneLookup {
  const index = indexCommunes(communes);
  const remembered = new Map<string, CommuneAnswer>();

  function find(question: CommuneQuestion): CommuneAnswer {
    const key = [question.communeCode, question.name, question.postcode, question.departement].join('\u0001');
    let answer = remembered.get(key);
    if (!answer) {
      answer = search(index, question);
      if (remembered.size > 50_000) remembered.clear();
      remembered.set(key, answer);
    }
    return answer;
  }
  return { find, byCode: (code) => index.present.get(code) };
}

type Index = ReturnType<typeof indexCommunes>;

function indexCommunes(communes: readonly Commune[]) {
  const present = new Map<string, Commune>();
  const former = new Map<string, Commune>();
  const byKey = new Map<string, Commune[]>();
  const byPostcode = new Map<string, Commune[]>();
  const keys = new Map<Commune, string>();
  for (const commune of communes) {
    if (!commune.formerOf) present.set(commune.code, commune);
    else if (!former.has(commune.code)) former.set(commune.code, commune);
    const { key } = readCommuneName(commune.name);
    keys.set(commune, key);
    add(byKey, key, commune);
    for (const postcode of commune.postcodes) add(byPostcode, postcode, commune);
  }
  return { present, former, byKey, byPostcode, keys };
}

function search(index: Index, question: CommuneQuestion): CommuneAnswer {
  const code = question.communeCode?.trim().toUpperCase().padStart(5, '0');
  if (code && question.communeCode?.trim()) {
    const hit = index.present.get(code) ?? index.former.get(code);
    const disputed = hit && isDisputed(index, hit, question);
    if (hit && !disputed) return answer(index, { how: 'code', hit });
    // The name and the postcode together outweigh the code: people mistake a code more often than both.
    const named = disputed ? byName(index, question.name ?? '', question) : null;
    if (hit && named?.how === 'name-and-postcode') return answer(index, { ...named, warnings: [dispute(hit, question, 'le nom et le code postal ont été suivis')] });
    if (hit) return answer(index, { how: 'code', hit, warnings: [dispute(hit, question, 'le code a été suivi')] });
  }
  const name = question.name?.trim() ?? '';
  const found = name ? byName(index, name, question) : byPostcodeAlone(index, question.postcode);
  if (found) return answer(index, found);
  if (!name && !question.postcode) {
    return { ok: false, reason: code && question.communeCode?.trim() ? `Le code de commune ${quoted(question.communeCode ?? '')} n’existe pas.` : 'La commune n’est pas indiquée.' };
  }
  if (!name && question.postcode && index.byPostcode.has(question.postcode)) {
    return { ok: false, reason: `Plusieurs communes ont le code postal ${quoted(question.postcode)} : indiquez laquelle.` };
  }
  const unknownPostcode = question.postcode && !index.byPostcode.has(question.postcode);
  if (!name) return { ok: false, reason: `Aucune commune n’a le code postal ${quoted(question.postcode ?? '')}.` };
  return {
    ok: false,
    reason: question.postcode
      ? `La commune ${quoted(name)} n’existe pas avec le code postal ${quoted(question.postcode)}${unknownPostcode ? ', qui est inconnu' : ''}.`
      : `La commune ${quoted(name)} est inconnue, ou plusieurs portent ce nom : ajoutez le code postal.`,
  };
}

function byName(index: Index, typed: string, question: CommuneQuestion): Found | null {
  const { key, arrondissement } = readCommuneName(typed);
  const named = index.byKey.get(key) ?? [];
  const { postcode } = question;
  const inPostcode = postcode ? index.byPostcode.get(postcode) ?? [] : [];
  const both = best(named.filter((commune) => postcode && commune.postcodes.includes(postcode)));
  if (both) return { how: 'name-and-postcode', hit: both };
  const departement = (postcode && departementOfPostcode(postcode)) || question.departement || null;
  // "MARSEILLE 15" with 13001, or "TARBES CEDEX" with a post-office postcode: the name and the département are enough.
  const nearby = best(named.filter((commune) => commune.departementCode === departement));
  if (nearby) {
    const isCedex = !inPostcode.length;
    const warnings = postcode && !isCedex && arrondissement === null ? [`Le code postal ${quoted(postcode)} n’est pas celui de ${nearby.name}.`] : [];
    return { how: 'name-and-departement', hit: nearby, warnings };
  }
  const typo = best(inPostcode.filter((commune) => isSameButTypo(index.keys.get(commune) ?? '', key)));
  if (typo) return { how: 'typo', hit: typo, warnings: [`La commune ${quoted(typed)} a été lue ${quoted(typo.name)}.`] };
  if (inPostcode.length) {
    const part = best(inPostcode.filter((commune) => isPartOf(index.keys.get(commune) ?? '', key)));
    if (part) return { how: 'typo', hit: part, warnings: [`La commune ${quoted(typed)} a été lue ${quoted(part.name)}.`] };
    const only = onlyPresent(index, inPostcode);
    if (only) return { how: 'postcode', hit: only, warnings: [`La commune ${quoted(typed)} est inconnue : le code postal désigne ${only.name}.`] };
    return null;
  }
  const bearers = onlyPresent(index, named);
  if (bearers && !departement) return { how: 'name', hit: best(named)!, warnings: [] };
  return null;
}

function byPostcodeAlone(index: Index, postcode: string | undefined): Found | null {
  const only = postcode ? onlyPresent(index, index.byPostcode.get(postcode) ?? []) : null;
  return only ? { how: 'postcode', hit: only } : null;
}

/** Present communes come before former ones, then the most populated. */
function best(candidates: Commune[]): Commune | null {
  const [first] = [...candidates].sort((a, b) => Number(Boolean(a.formerOf)) - Number(Boolean(b.formerOf)) || b.population - a.population);
  return first ?? null;
}

/** The one present commune that all these are or became; null when there are several. */
function onlyPresent(index: Index, candidates: Commune[]): Commune | null {
  const codes = new Set(candidates.map((commune) => commune.formerOf ?? commune.code));
  const [code] = codes;
  return codes.size === 1 && code ? index.present.get(code) ?? null : null;
}

function answer(index: Index, { how, hit, warnings = [] }: Found): CommuneAnswer {
  const commune = hit.formerOf ? index.present.get(hit.formerOf) : hit;
  if (!commune) return { ok: false, reason: `La commune ${quoted(hit.name)} n’existe plus.` };
  if (hit === commune) return { ok: true, commune, how, former: null, warnings };
  const isOwnCity = /arrondissement$/i.test(hit.name);
  const merged = isOwnCity || index.keys.get(hit) === index.keys.get(commune) ? [] : [`La commune ${quoted(hit.name)} est devenue ${quoted(commune.name)}.`];
  return { ok: true, commune, how, former: hit, warnings: [...warnings, ...merged] };
}

/** Does the typed name say another commune than the typed code? */
function isDisputed(index: Index, hit: Commune, { name }: CommuneQuestion): boolean {
  if (!name?.trim()) return false;
  const { key } = readCommuneName(name);
  const presentCode = hit.formerOf ?? hit.code;
  const hitKey = index.keys.get(hit) ?? '';
  const agrees = (index.byKey.get(key) ?? []).some((commune) => (commune.formerOf ?? commune.code) === presentCode);
  return !agrees && !isSameButTypo(hitKey, key) && !isPartOf(hitKey, key);
}

function dispute(hit: Commune, { name, communeCode }: CommuneQuestion, followed: string): string {
  return `La commune ${quoted(name ?? '')} et le code ${quoted(communeCode ?? '')} (${hit.name}) ne s’accordent pas : ${followed}.`;
}

/** One letter of difference, on names long enough for it to be a slip. */
function isSameButTypo(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 4 && isOneLetterAway(a, b);
}

/** `chatillon` for `chatilloncoligny`, or the contrary. */
function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && (long.startsWith(short) || long.endsWith(short));
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
