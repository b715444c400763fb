import { cleanText } from '~/domain/text/clean';
import { fold } from '~/domain/text/fold';
import { isKnownWord, spell } from '~/domain/text/accented-words';
import { abbreviations, acronyms, leaningWords, legalForms, phrases, romanNumerals, shortWords, smallWords, womenSaints } from './readable-name.words';

/** A word of the name with what surrounds it, while it is being rewritten. */
type Token = { text: string; lead: string; isStart: boolean };

/**
 * Sets a name written all in capitals (or all in small letters) in readable case: `ASSOC LES RESTAURANTS DU COEUR` becomes
 * `Association Les Restaurants du Cœur`. Conservative: a name that mixes cases is someone's choice and only loses stray
 * spaces; acronyms, spelled letters and codes stay in capitals; abbreviations are opened and accents restored only where
 * there is one possible reading; proper names get a capital and no accent. The caller keeps the original.
 */
export function readableName(name: string): string {
  const clean = cleanText(name);
  const hasUpper = /\p{Lu}/u.test(clean);
  const hasLower = /\p{Ll}/u.test(clean);
  if (hasUpper === hasLower || clean.length > 500) return clean;
  const tokens = tokenise(openPhrases(clean.toUpperCase()));
  return tokens.map((token, i) => token.lead + rewrite(tokens, i, hasLower)).join('').trim();
}

/** Words are runs of letters, digits, dots and apostrophes; all else (spaces, hyphens, brackets) leads the next word. */
function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  let afterBreak = true;
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’&+]*/gu)) {
    const lead = text.slice(end, match.index);
    end = match.index + match[0].length;
    tokens.push({ text: match[0], lead, isStart: afterBreak || /["«“(/:,]|(?:\s[-–—])|(?:[-–—]\s)/.test(lead) });
    afterBreak = false;
  }
  tokens.push({ text: '', lead: text.slice(end), isStart: false });
  return tokens;
}

function rewrite(tokens: Token[], i: number, wasLower: boolean): string {
  const { text, isStart } = tokens[i]!;
  if (!text) return '';
  if (/^[DLJCNSMQ]U?['’]./u.test(text)) return elided(tokens, i, wasLower);
  const bareText = text.replace(/[.'’]+$/, '');
  const trail = text.slice(bareText.length);
  const opened = openAbbreviation(tokens, i, bareText);
  if (opened) return capital(spell(opened)) + trail.replace('.', '');
  if (/['’]/.test(bareText)) return withApostrophe(text);
  if (bareText === 'SA' && (i === 0 || !tokens[i + 1]?.text || legalForms.has(tokens[i - 1]?.text ?? ''))) return text;
  if (/^\p{L}$/u.test(bareText)) return lone(tokens, i) + trail;
  const begins = isStart || startsName(tokens, i, bareText);
  const lower = spell(fold(bareText));
  if (!begins && smallWords.has(lower)) return lower + trail;
  if (begins && smallWords.has(lower)) return capital(lower) + trail;
  if (isSpelledOut(tokens, i, bareText)) return text;
  return word(bareText, wasLower) + trail;
}

/** One ordinary word, with its capital; acronyms, codes and numerals as they are. */
function word(text: string, wasLower: boolean): string {
  if (acronyms.has(text) || legalForms.has(text) || romanNumerals.has(text)) return text;
  if (/\d/.test(text)) return withDigits(text);
  if (/[.&+]/.test(text)) return text;
  const bare = fold(text);
  if (isKnownWord(bare)) return capital(hasAccents(text) ? text.toLowerCase() : spell(bare));
  if (!wasLower && (!/[aeiouy]/.test(bare) || (bare.length <= 3 && !shortWords.has(bare)))) return text;
  return capital(text.toLowerCase());
}

/** `L ABRI`, `L'ABRI`, `D EURE`: the small word leans on the next, in small letters unless it begins the name. */
function elided(tokens: Token[], i: number, wasLower: boolean): string {
  const { text, isStart } = tokens[i]!;
  const cut = text.search(/['’]/) + 1;
  const small = text.slice(0, cut);
  const begins = isStart || (startsName(tokens, i, text) && !/^D/.test(text));
  const rest = text.slice(cut);
  const spelled = smallWords.has(fold(rest)) ? fold(rest) : word(rest.replace(/[.]+$/, ''), wasLower);
  return (begins ? capital(small.toLowerCase()) : small.toLowerCase()) + spelled;
}

/** `AINTERIM'AIR` → `Ainterim'Air`, `TREMPLIN'S` → `Tremplin's`, `RE'ACTIF` → `Re'Actif`. */
function withApostrophe(text: string): string {
  return text
    .split(/(?<=['’])|(?=['’])/)
    .map((part, i) => (part.length > 1 ? word(part, true) : i > 0 ? part.toLowerCase() : part))
    .join('');
}

/** A letter alone: `A` between words is `à`; anything else is a mark or a spelled acronym, and stays. */
function lone(tokens: Token[], i: number): string {
  const { text } = tokens[i]!;
  const before = tokens[i - 1]?.text ?? '';
  const after = tokens[i + 1]?.text ?? '';
  const isWord = (near: string) => near.length > 1 && !/^\d/.test(near);
  if (text === 'A' && isWord(after)) {
    if (isWord(before) && !legalForms.has(before) && !tokens[i]!.isStart) return startsName(tokens, i, text) ? 'À' : 'à';
    if (/^(?:L['’]|LA$|TABLE$|TOUTE?S?$|DOMICILE$)/.test(after)) return 'À';
  }
  return text;
}

/** Does the name proper begin here, after a legal form or "Association"? Words that lean on it (de, pour) do not begin it. */
function startsName(tokens: Token[], i: number, text: string): boolean {
  const before = tokens[i - 1]?.text.replace(/\.$/, '');
  if (!before || tokens[i]!.lead !== ' ') return false;
  if (acronyms.has(before) && /^L(?:A|E|ES)$/.test(text)) return true;
  const isForm = legalForms.has(before) || ['association', 'fondation'].includes(abbreviations.get(fold(before)) ?? fold(before));
  return isForm && !leaningWords.has(fold(text));
}

function openAbbreviation(tokens: Token[], i: number, text: string): string | null {
  const bare = fold(text);
  const next = tokens[i + 1]?.text ?? '';
  if (bare === 'ste') return womenSaints.has(next.replace(/['’].*/, '')) ? 'sainte' : 'ste';
  if (bare === 'com') return i === 0 && /^(?:DE|DU|DES|D['’].*)$/.test(next) ? 'commune' : null;
  if (bare === 'st' || bare === 'sts') return /^\p{L}{3,}/u.test(next) && (i > 0 || !legalForms.has(next)) ? abbreviations.get(bare)! : null;
  if (bare === 'asso' || bare === 'fed' || bare === 'ets' || bare === 'ass') return i === 0 || tokens[i]!.isStart || bare === 'ass' ? abbreviations.get(bare)! : null;
  if (/^interm(?:ed)?$/.test(bare)) return /^ass/i.test(tokens[i - 1]?.text ?? '') ? abbreviations.get(bare)! : null;
  return abbreviations.get(bare) ?? null;
}

/**
 * Is this word the acronym of the words beside it (`ATELIERS ET JARDINS DE L ARGENTE LIGNE AJAL`), or a lone short word in
 * brackets or after a dash (`… - ASC`, `(REV)`)?
 */
function isSpelledOut(tokens: Token[], i: number, text: string): boolean {
  if (!/^\p{Lu}{3,7}$/u.test(text) || isKnownWord(fold(text))) return false;
  const { lead } = tokens[i]!;
  const next = tokens[i + 1];
  if (/\($/.test(lead) && /^\)/.test(next?.lead ?? '')) return true;
  if (/\s[-–—]\s$/.test(lead) && !next?.text && text.length <= 6 && !shortWords.has(fold(text))) return true;
  return text.length >= 4 && initialsOf(tokens).includes(text);
}

/** The first letters of the words that count, in order. */
function initialsOf(tokens: readonly Token[]): string {
  const known = initials.get(tokens);
  if (known !== undefined) return known;
  const words = tokens.flatMap(({ text }) => (text && !smallWords.has(text.toLowerCase()) ? text.split(/['’]/) : []));
  const found = words.filter((one) => one.length > 1).map((one) => one[0]).join('');
  initials.set(tokens, found);
  return found;
}

/** Each word of a name asks for the same initials. */
const initials = new WeakMap<readonly Token[], string>();

const fullPhrases = new Map(phrases.map(([from, to]) => [from.toUpperCase(), to.toUpperCase()]));
const anyPhrase = new RegExp(`(?<= )(?:${[...fullPhrases.keys()].sort((a, b) => b.length - a.length).join('|')})(?= )`, 'g');

/** Writes in full the groups of words that have one full form, and gives back the apostrophes that files lose. */
function openPhrases(text: string): string {
  let opened = ` ${text.replace(/’/g, "'")} `.replace(anyPhrase, (found) => fullPhrases.get(found) ?? found);
  opened = opened.replace(/(?<= [DL]') (?=\p{L})/gu, '');
  // "D EURE", "L ESCALE": an apostrophe was lost before a vowel. Spelled acronyms (I D E O) have a single letter after.
  opened = opened.replace(/(?<= )([DLJ]) (?=[AEIOUYÀÂÉÈÊÎÔÛH][\p{L}]{1,})/gu, (whole, letter: string, at: number) =>
    / \p{L} $/u.test(opened.slice(0, at)) && !/ [AD] $/.test(opened.slice(0, at)) ? whole : letter === 'J' && !/^(?:AI|AIME|ECOUTE|AGIS) /.test(opened.slice(at + 2)) ? whole : `${letter}'`,
  );
  return opened.trim();
}

/** `1ER` → `1er`, `2EME` → `2e`, `COVETECH01` → `Covetech01`; `A2I`, `IBTP66` and the like stay. */
function withDigits(text: string): string {
  const ordinal = /^(\d+)(ER|ERE|EME|IEME)$/.exec(text);
  if (ordinal) return ordinal[1]! + (ordinal[2] === 'ER' ? 'er' : ordinal[2] === 'ERE' ? 're' : 'e');
  return /^\p{L}{6,}\d+$/u.test(text) ? capital(text.toLowerCase()) : text;
}

function hasAccents(text: string): boolean {
  return /\p{M}|œ/iu.test(text.normalize('NFD'));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
