import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { hintKind } from '~/domain/organisation/recognise-kind';

type Typed = { kindId: string | null; kindCode: string | null; legalForm: string | null; nafCode: string | null };

/**
 * The kind of the shared record, which only knows the network's kinds, and the agency's own kind beside it when one was
 * chosen. Nothing chosen: guessed from the legal form and the activity, else "Autre". Throws `invalid('kindId')`.
 */
export async function kindsOfPartner(ctx: Ctx, typed: Typed): Promise<{ kindId: string; localKindId: string | null }> {
  const code = typed.kindCode ?? hintKind(typed.legalForm, typed.nafCode) ?? 'autre';
  const found = await ctx.db.organisationKind.findMany({ where: { OR: [{ code: { in: [code, 'autre'] } }, ...(typed.kindId ? [{ id: typed.kindId }] : [])] } });
  const chosen = typed.kindId ? found.find(({ id }) => id === typed.kindId) : found.find((kind) => kind.code === code);
  const other = found.find((kind) => kind.code === 'autre');
  if (!chosen || !other) throw invalid('kindId', 'Cette typologie n’existe pas ou plus.');
  return chosen.missionLocaleId ? { kindId: other.id, localKindId: chosen.id } : { kindId: chosen.id, localKindId: null };
}
