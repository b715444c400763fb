import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { isRomeCode } from '~/domain/engagement/rome';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { findTrades } from './find-trades.server';

/**
 * The codes of the trades of a form: chosen in the list, or typed where there is no script: then the trade that answers best. Throws
 * `invalid(field)` for words that are no trade.
 */
export async function tradesTyped(ctx: Ctx, fields: readonly { field: string; code: string; text: string }[]): Promise<string[]> {
  const codes: string[] = [];
  for (const { field, code, text } of fields) {
    if (isRomeCode(code)) codes.push(code);
    else if (text.trim()) {
      const [found] = await findTrades(ctx, text);
      if (!found) throw invalid(field, `${inGuillemets(text.trim().slice(0, 60))} n’est pas un métier connu. Essayez un autre nom, ou un code comme D1102.`);
      codes.push(found.code);
    }
  }
  return [...new Set(codes)];
}
