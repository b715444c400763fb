import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { possibleSuccessors } from '~/domain/agency/handover.server';
import { openSites } from '~/domain/agency/list-sites.server';
import { holders, keptScope, portfolioOf } from './portfolio-of.server';
import type { PortfolioScope } from './portfolio-scope';
import { previewPortfolio } from './preview-portfolio.server';

type Asked = { fromId: string | null; scope: PortfolioScope; /** Is it asked what would change hands, or only whom and what one can choose? */ isAsked: boolean };

/**
 * What the page of a handover needs: whom one may choose, and, once asked, what would change hands (`preview`; null when a part
 * does not say which). A fixed number of queries: three to choose, one more for a place, four more for the preview.
 * Throws `forbidden` for somebody else's portfolio.
 */
export async function prepareHandover(ctx: Ctx, { fromId: chosen, scope, isAsked }: Asked) {
  const givers = await holders(ctx);
  // With one portfolio to choose from, nobody is asked which.
  const fromId = chosen ?? (givers.length === 1 ? givers[0]!.id : null);
  const portfolio = await portfolioOf(ctx, { fromId: fromId ?? ctx.actor.userId, scope });
  const { departement, etape, thematique } = portfolio.understood.values;
  const preview = isAsked && fromId && portfolio.isClear ? await previewPortfolio(ctx, portfolio) : null;
  return {
    givers,
    fromId,
    scope: portfolio.scope,
    /** As the form's address says it. */
    address: keptScope(portfolio.scope),
    place: portfolio.understood.criteria.place,
    notices: portfolio.understood.notices,
    choices: { departement, etape, thematique },
    sites: await openSites(ctx),
    isAsked: isAsked && fromId !== null,
    preview,
    successors: preview && fromId ? await possibleSuccessors(ctx, fromId) : [],
    self: ctx.actor.userId,
    mayChoose: actorMay(ctx.actor, 'portfolio.handoverAny'),
  };
}
