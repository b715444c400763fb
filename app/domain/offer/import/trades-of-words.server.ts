import type { Ctx } from '~/access/context';
import { isRomeCode } from '~/domain/engagement/rome';
import { findTrades, tradeLabels } from '~/domain/rome/find-trades.server';
import { quoted } from '~/domain/text/clean';

export type ReadTrades = { codes: string[]; refused: string[]; notes: string[] };

const mostTrades = 20;

/** Reads trades as files write them, by code or by name; each different word is looked for once. A code that is not in the loaded list is kept, and said; beyond twenty, the others are left, and that is said. */
export function tradeReader(ctx: Ctx) {
  const known = new Map<string, string | null>();
  return async (words: readonly string[]): Promise<ReadTrades> => {
    const read: ReadTrades = { codes: [], refused: [], notes: [] };
    for (const word of words.slice(0, mostTrades)) {
      const code = word.toUpperCase();
      if (isRomeCode(code)) {
        if (!known.has(code)) known.set(code, ((await tradeLabels(ctx, [code])).get(code) ?? code) === code ? null : code);
        read.codes.push(code);
        if (known.get(code) === null) read.notes.push(`Le métier ${code} n’est pas dans la liste des métiers : son code est gardé tel quel.`);
        continue;
      }
      if (!known.has(word)) known.set(word, (await findTrades(ctx, word))[0]?.code ?? null);
      const found = known.get(word);
      if (found) read.codes.push(found);
      else read.refused.push(`${quoted(word)} n’est pas un métier connu : essayez un autre nom, ou un code comme D1102.`);
    }
    if (words.length > mostTrades) read.notes.push(`${words.length} métiers : les vingt premiers sont repris.`);
    return { ...read, codes: [...new Set(read.codes)] };
  };
}
