import type { Ctx } from '~/access/context';

/** A commune that was said among other words, and which of them said it. */
export type SaidPlace = { code: string; name: string; latitude: number | null; longitude: number | null; words: string[] };

/** Words that many names begin with: alone they say no place. */
const beginsMany = new Set('saint sainte saints grand grande petit petite haut haute hautes basse vieux vieille notre centre chateau'.split(' '));
/** A commune whose article was left out must be known: « chambre » is a trade before it is La Chambre in Savoie. */
const WELL_KNOWN = 2_000;
const LONGEST_RUN = 5;

/**
 * The commune that some of these folded words name: its whole name first (without its small words, as the words of a search are), by most
 * words then most people; else one whose name begins so (« bagneres », « argeles »). One query; null when none does.
 */
export async function placeInWords({ db }: Ctx, words: readonly string[]): Promise<SaidPlace | null> {
  const runs: { words: string[]; said: string }[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let length = 1; length <= LONGEST_RUN && from + length <= words.length; length += 1) {
      const run = words.slice(from, from + length);
      runs.push({ words: run, said: run.join(' ').replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte') });
    }
  }
  if (runs.length === 0) return null;
  const begins = runs.map(({ said }) => said).filter((said) => (said.length >= 5 || said.includes(' ')) && !beginsMany.has(said));
  const [place] = await db.$queryRaw<(Omit<SaidPlace, 'words'> & { said: string })[]>`
    SELECT code, name, latitude, longitude, said FROM (
      SELECT c.*, n.said, true AS is_whole FROM unnest(${runs.map(({ said }) => said)}::text[]) AS n(said) JOIN commune c ON app.place_words(c.search_name) = n.said
        WHERE c.search_name !~ '^(la|le|les|l)[^a-z]' OR c.population > ${WELL_KNOWN}
      UNION ALL SELECT c.*, n.said, false FROM unnest(${begins}::text[]) AS n(said) JOIN commune c ON app.place_words(c.search_name) ~>=~ (n.said || ' ') AND app.place_words(c.search_name) ~<~ (n.said || '!')) AS c
    WHERE part_of_code IS NULL
    ORDER BY is_whole DESC, array_length(string_to_array(said, ' '), 1) DESC, population DESC, code LIMIT 1`;
  return place ? { code: place.code, name: place.name, latitude: place.latitude, longitude: place.longitude, words: runs.find(({ said }) => said === place.said)!.words } : null;
}
