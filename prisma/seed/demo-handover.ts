import { handOverPortfolio } from '~/domain/portfolio/hand-over-portfolio.server';
import { readScope } from '~/domain/portfolio/portfolio-scope';
import { prepareHandover } from '~/domain/portfolio/prepare-handover.server';
import { asActor } from '~/server/db.server';
import type { Crew } from './demo-life';

/** Julien no longer works at Bagnères: what he followed for that site goes to Maïté, with a word. */
export async function seedHandover({ officers, colleagues, siteIds }: Crew): Promise<void> {
  const named = (firstName: string) => officers.find((officer) => officer.firstName === firstName)!.userId;
  const manager = colleagues.find(({ role }) => role === 'manager')!;
  const { scope } = readScope(new URLSearchParams({ quoi: 'partie', site: siteIds.get('bagneres') ?? '' }));
  await asActor(manager, 'demonstration', async (ctx) => {
    const { preview } = await prepareHandover(ctx, { fromId: named('Julien'), scope, isAsked: true });
    if (!preview || preview.total === 0) return;
    const word = 'Les hôtels préfèrent être appelés entre deux saisons.\n\n- La visite de printemps est à fixer avant mars.\n- Les artisans de la vallée se connaissent tous : une réunion suffit.';
    await handOverPortfolio({ ...ctx, emit: async () => {} }, { fromId: named('Julien'), toId: named('Maïté'), scope, word, introduce: true, expected: preview.total, listIds: preview.lists.slice(0, 2).map(({ id }) => id) });
  });
}
