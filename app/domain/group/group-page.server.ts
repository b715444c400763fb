import type { Ctx } from '~/access/context';
import { actorMay } from '~/access/actor';
import { nationalStateOn } from '~/domain/national-agreement/national-agreement';
import { nationalAgreementsOf } from '~/domain/national-agreement/national-agreements.queries.server';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { parisDay } from '~/domain/text/paris-day';
import { kinOf, treeOf } from './family';
import { familyOf, groupSummary } from './family.queries.server';

/** More than anyone reads of a tree; what is ours comes first. */
const mostOfTree = 400;

/** The group or federation of a partner as a page: the tree, what our establishments accept, what is signed. Throws `notFound`. Five queries. */
export async function groupPage(ctx: Ctx, partnershipId: string | undefined) {
  const { partnershipId: id, name, isOurs, organisationId } = await getPartner(ctx, partnershipId);
  const { relatives, total } = await familyOf(ctx, id, mostOfTree);
  const tree = treeOf(relatives);
  const mayEdit = isOurs && actorMay(ctx.actor, 'partner.edit');
  return {
    partner: { id, name },
    tree,
    kin: kinOf(relatives, total),
    company: relatives.filter(({ link }) => link === 'siren'),
    untold: Math.max(0, total - relatives.length),
    summary: await groupSummary(ctx, id),
    national: (await nationalAgreementsOf(ctx, id)).filter((one) => nationalStateOn(one, parisDay(ctx.now)) !== 'over'),
    /** What the forms need: null for who may not change it. */
    edit: mayEdit ? await ctx.db.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { version: true, parentId: true } }) : null,
    mayAdd: isOurs && actorMay(ctx.actor, 'partner.create'),
    today: parisDay(ctx.now),
  };
}

/** What the first tab says of the family: ours by name, the others by their number. Null when there is nobody around. One query. */
export async function kinOfPartner(ctx: Ctx, partnershipId: string | undefined) {
  const { relatives, total } = await familyOf(ctx, partnershipId, 200);
  return kinOf(relatives, total);
}
