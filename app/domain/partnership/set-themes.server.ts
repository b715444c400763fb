import type { Ctx } from '~/access/context';
import type { ThemeCode } from '~/domain/organisation/themes';
import { heldPartnershipOf } from './partnership-of.server';

/** The themes of a partnership are exactly these: only what comes and goes is written (and so told by the history). */
export async function setThemes(ctx: Ctx, { partnershipId, themes }: { partnershipId: string; themes: readonly ThemeCode[] }): Promise<void> {
  const { id } = await heldPartnershipOf(ctx, partnershipId);
  await ctx.db.partnershipTheme.deleteMany({ where: { partnershipId: id, themeCode: { notIn: [...themes] } } });
  await ctx.db.partnershipTheme.createMany({ data: themes.map((themeCode) => ({ partnershipId: id, themeCode })), skipDuplicates: true });
  await ctx.emit('partner.changed', { partnershipId: id });
}
