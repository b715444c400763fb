import { foldedWords } from '~/domain/text/fold';

/** Legal forms and the words that say "association" or "company": they come and go between two files about one organisation. */
const forms = new Set(
  'association assoc assocation asso ass sarl sas sasu sa eurl scop scic snc sci earl gaec selarl scp gie societe ste ets etablissement etablissements entreprise cie compagnie fondation fond'.split(' '),
);

const small = new Set('le la les l un une des de du d et en a au aux sur sous pour par chez dans avec the of and s'.split(' '));

/**
 * The key by which two spellings of one name are the same: folded, without legal forms nor small words, `ST` opened,
 * single letters joined (`A D M R` = `ADMR`), spaces kept between words.
 * It does not guess abbreviations (RESTOS is not RESTAURANTS): likeness is the search's job, this is equality.
 * Never empty for a name that has a letter or a digit; a name in signs or emoji only is its own trimmed text.
 */
export function nameKey(name: string): string {
  const words = joinLetters(foldedWords(name)).map((word) => (word === 'st' ? 'saint' : word));
  const meaningful = words.filter((word) => !small.has(word));
  const proper = meaningful.filter((word) => !forms.has(word));
  const kept = proper.length ? proper : meaningful.length ? meaningful : words;
  return kept.join(' ') || name.trim();
}

/** Two spelled letters or more in a row are one acronym; a lone `l`, `d` or `a` stays a small word. */
function joinLetters(words: string[]): string[] {
  if (!words.some((word) => word.length === 1)) return words;
  const joined: string[] = [];
  let letters: string[] = [];
  const flush = () => {
    if (letters.length > 2 || (letters.length === 2 && !letters.some((letter) => small.has(letter)))) joined.push(letters.join(''));
    else joined.push(...letters);
    letters = [];
  };
  for (const word of words) {
    if (/^\p{L}$/u.test(word)) letters.push(word);
    else {
      flush();
      joined.push(word);
    }
  }
  flush();
  return joined;
}
