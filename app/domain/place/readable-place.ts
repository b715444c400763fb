import { isKnownWord, spell } from '~/domain/text/accented-words';
import { cleanText } from '~/domain/text/clean';
import { fold } from '~/domain/text/fold';

const small = new Set('de du des d la le les l et en à aux au sur sous lès lez'.split(' '));

/** Kinds of street, as people and INSEE shorten them → in full. Source: INSEE/La Poste, abréviations de types de voie (NF Z 10-011). */
const streetTypes = new Map<string, string>(
  Object.entries({
    all: 'allée', allee: 'allée', allees: 'allées', av: 'avenue', ave: 'avenue', avenue: 'avenue', bd: 'boulevard', bld: 'boulevard', blvd: 'boulevard', boul: 'boulevard', boulevard: 'boulevard',
    car: 'carrefour', carrefour: 'carrefour', che: 'chemin', chem: 'chemin', chemin: 'chemin', chs: 'chaussée', chaussee: 'chaussée', cite: 'cité', crs: 'cours', cours: 'cours', dom: 'domaine', domaine: 'domaine',
    esp: 'esplanade', esplanade: 'esplanade', espace: 'espace', fbg: 'faubourg', fg: 'faubourg', faubourg: 'faubourg', ham: 'hameau', hameau: 'hameau', imp: 'impasse', impasse: 'impasse', 'lieu-dit': 'lieu-dit',
    lot: 'lotissement', lotissement: 'lotissement', mte: 'montée', montee: 'montée', pas: 'passage', passage: 'passage', pl: 'place', place: 'place', pro: 'promenade', promenade: 'promenade', prv: 'parvis', parvis: 'parvis',
    quai: 'quai', qu: 'quai', qua: 'quartier', quartier: 'quartier', r: 'rue', rue: 'rue', rle: 'ruelle', ruelle: 'ruelle', res: 'résidence', residence: 'résidence', 'rond-point': 'rond-point', rpt: 'rond-point',
    rte: 'route', route: 'route', sen: 'sentier', sente: 'sente', sentier: 'sentier', sq: 'square', square: 'square', voie: 'voie', vla: 'villa', zone: 'zone', parc: 'parc', maison: 'maison', grande: 'grande',
  }),
);

/** Ranks and words that streets shorten. */
const streetWords = new Map<string, string>(
  Object.entries({
    gen: 'général', gal: 'général', mal: 'maréchal', mar: 'maréchal', dr: 'docteur', doct: 'docteur', pdt: 'président', pres: 'président', col: 'colonel', cdt: 'commandant', cne: 'capitaine', sgt: 'sergent', lt: 'lieutenant',
    prof: 'professeur', pr: 'professeur', st: 'saint', ste: 'sainte', sts: 'saints', gd: 'grand', gde: 'grande', gds: 'grands', pt: 'petit', pte: 'petite', bat: 'bâtiment', batiment: 'bâtiment', imm: 'immeuble', nat: 'nationale', fbg: 'faubourg', chat: 'château',
  }),
);

/** Shortened words that stay in capitals. */
const capitals = new Set('ZA ZI ZAC ZUP ZAE ZC RN RD CD HLM BP CS TSA CC PA ZAA ZFU SNCF II III IV VI VII VIII IX XI XII XIII XIV XV XVI'.split(' '));

/** Famous people and places of street signs, whose accents are sure. */
const signs = new Map('jaurès république général maréchal péri éluard zola ferry mermoz gaulle hôtel fontaine églises libération résistance fédérés fusillés déportés peupliers genêts bruyères fougères mimosas résistants évêché félix'.split(' ').map((word) => [fold(word), word]));

/**
 * Sets a street in readable case: `Avenue DU GEN SARRAIL` → `Avenue du Général Sarrail`, `BD JEAN JAURES` → `Boulevard Jean Jaurès`.
 * What comes after the street's kind is left alone when it already has small letters: someone wrote it so.
 */
export function readableStreet(street: string): string {
  const words = cleanText(street).split(' ').filter(Boolean);
  const numbers = words.findIndex((word) => !/^\d+[a-z]?,?$|^(?:bis|ter|quater)$/i.test(word) || words.length === 1);
  const before = words.slice(0, Math.max(0, numbers)).map((word) => (/^(?:bis|ter|quater)$/i.test(word) ? word.toLowerCase() : word));
  const rest = words.slice(Math.max(0, numbers));
  const type = streetTypes.get(fold(rest[0] ?? '').replace(/\.$/, ''));
  const isRealType = type && rest.length > 1 && !(fold(rest[0]!) === 'r' && rest[0] === 'r');
  const name = isRealType ? rest.slice(1) : rest;
  if (/\p{Ll}/u.test(name.join(' '))) return [...before, ...rest].join(' ');
  const repeated = isRealType && streetTypes.get(fold(name[0] ?? '')) === type && name.length > 1;
  const words2 = repeated ? name.slice(1) : name;
  const lone = !isRealType;
  const readable = joinElisions(words2).map((word, i) => streetWord(word, lone && i === 0));
  const head = isRealType ? [before.length ? type : capital(type)] : [];
  return [...before, ...head, ...readable].join(' ');
}

/** Sets a commune's typed name in readable case, when the official name is not known: `AMBERIEU EN BUGEY` → `Amberieu-en-Bugey`. */
export function readableCommune(name: string): string {
  const clean = cleanText(name);
  if (/\p{Ll}/u.test(clean)) return clean;
  const cedex = /\s+CEDEX(?:\s+\d+)?$/i.exec(clean)?.[0] ?? '';
  const words = joinElisions(clean.slice(0, clean.length - cedex.length).split(/[\s-]+/));
  const readable = words.map((word, i) => (/^\d+$/.test(word) ? word : streetWord(word === 'ST' ? 'SAINT' : word === 'STE' ? 'SAINTE' : word, i === 0)));
  const joined = readable.join('-').replace(/^(Le|La|Les)-/, '$1 ').replace(/-(?=\d)/g, ' ');
  return joined + cedex.toUpperCase();
}

/** One word of a street or commune; `isFirst` keeps the capital of `La`, `Les`. */
function streetWord(word: string, isFirst: boolean): string {
  if (capitals.has(word) || /\d/.test(word)) return word.replace(/^(\d+)ER$/, '$1er').replace(/^(\d+)(?:I?EME)$/, '$1e');
  const bare = fold(word);
  if (small.has(bare) || bare === 'a') return isFirst ? capital(bare) : bare === 'a' ? 'à' : bare;
  const elided = /^([dl]')(.+)$/.exec(bare);
  if (elided) return (isFirst ? capital(elided[1]!) : elided[1]!) + streetWord(word.slice(2), true);
  if (word.includes('-')) return word.split('-').map((part, i) => streetWord(part, i === 0)).join('-');
  if (/[.&]/.test(word) || /^\p{L}$/u.test(word)) return word;
  const full = streetWords.get(bare) ?? signs.get(bare) ?? (isKnownWord(bare) ? spell(bare) : word.toLowerCase());
  return capital(full);
}

/** `L EGLISE` → `L'EGLISE`, `D ANJOU` → `D'ANJOU`: the apostrophe that files lose. */
function joinElisions(words: string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last && /^[DL]$/.test(last) && /^[AEIOUYHÀÂÉÈÊÎÔÛ]\p{L}/u.test(word)) joined[joined.length - 1] = `${last}'${word}`;
    else joined.push(word);
  }
  return joined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
