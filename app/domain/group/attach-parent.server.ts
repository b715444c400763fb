import type { Ctx } from '~/access/context';
import { conflict, invalid } from '~/domain/errors';
import { withSources } from '~/domain/partner/shared-facts';
import { parentNamed, type Named } from './parent-named.server';
import { sharedRecordOf } from './shared-record-of.server';

export type AttachParent = { partnershipId: string; version: number; /** The parent: one of our partners by its id, else its name or its SIRET as typed. */ parent?: string | null; parentText?: string | null };

/**
 * Hangs a partner on its group or its federation: a fact that the network shares. Throws `invalid('parent')` for one that is not
 * known, that already hangs below, or that the network does not share while the partner is shared; `conflict` when the record
 * changed meanwhile or when the organisation wrote it itself.
 */
export async function attachParent(ctx: Ctx, { partnershipId, version, parent, parentText }: AttachParent): Promise<{ parentName: string }> {
  const record = await sharedRecordOf(ctx, partnershipId);
  const above = await parentNamed(ctx, parent, parentText);
  await attachOrganisation(ctx, { partnershipId, ...record, version }, above);
  return { parentName: above.name };
}

type Attached = { partnershipId: string; version: number } & Awaited<ReturnType<typeof sharedRecordOf>>;

/** The same, once both are known. */
export async function attachOrganisation(ctx: Ctx, { partnershipId, organisation, sources, version }: Attached, above: Named): Promise<void> {
  if (above.id === organisation.id) throw invalid('parent', 'C’est ce partenaire lui-même : choisissez son groupe ou sa fédération.');
  if (organisation.siret && !above.siret) throw invalid('parent', `Tout le réseau partage cette fiche, pas celle de ${above.name} : indiquez d’abord le SIRET de ${above.name}.`);
  const [why] = await ctx.db.$queryRaw<{ reason: 'circle' | 'deep' | null }[]>`SELECT app.why_not_hang(${organisation.id}::uuid, ${above.id}::uuid) AS reason`;
  if (why?.reason === 'circle') throw invalid('parent', `${above.name} est déjà rattaché à ${organisation.name}, directement ou non : l’un ne peut pas être au-dessus et au-dessous de l’autre.`);
  if (why?.reason === 'deep') throw invalid('parent', 'Ce groupe a déjà douze niveaux : rattachez ce partenaire plus haut.');
  const { count } = await ctx.db.organisation.updateMany({ where: { id: organisation.id, version }, data: { parentId: above.id, factSources: withSources(sources, { parentId: above.id }, 'agency', ctx.now) } });
  if (count === 0) throw conflict('Une autre personne vient de modifier cette fiche : relisez-la, puis recommencez.');
  await ctx.emit('partner.changed', { partnershipId });
}
