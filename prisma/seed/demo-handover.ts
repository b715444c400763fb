import type { Actor } from '~/access/actor';
import { handOverPortfolio } from '~/domain/portfolio/hand-over-portfolio.server';
import { readScope } from '~/domain/portfolio/portfolio-scope';
import { prepareHandover } from '~/domain/portfolio/prepare-handover.server';
import { asActor } from '~/server/db.server';
import type { Crew } from './demo-life';

/**
 * Julien no longer works at Bagnères: what he followed for that site goes to Maïté, by the manager, with a word. Nadia leaves him
 * those whose partnership has ended: he will try again.
 */
export async function seedHandover({ officers, colleagues, siteIds }: Crew): Promise<void> {
  const named = (firstName: string) => officers.find((officer) => officer.firstName === firstName)!;
  const manager = colleagues.find(({ role }) => role === 'manager')!;
  const [nadia, julien, maite] = [named('Nadia'), named('Julien'), named('Maïté')];
  await handOver(nadia, { from: nadia, to: julien, part: { etape: 'ended' }, word: 'À rappeler au printemps, sans insister.', introduce: false });
  const word = 'Les hôtels préfèrent être appelés entre deux saisons.\n\n- La visite de printemps est à fixer avant mars.\n- Les artisans de la vallée se connaissent tous : une réunion suffit.';
  await handOver(manager, { from: julien, to: maite, part: { site: siteIds.get('bagneres') ?? '' }, word, introduce: true });
}

type Handing = { from: Actor; to: Actor; part: Record<string, string>; word: string; introduce: boolean };

async function handOver(by: Actor, { from, to, part, word, introduce }: Handing): Promise<void> {
  const { scope } = readScope(new URLSearchParams({ quoi: 'partie', ...part }));
  await asActor(by, 'demonstration', async (ctx) => {
    const { preview } = await prepareHandover(ctx, { fromId: from.userId, scope, isAsked: true });
    if (!preview || preview.total === 0) return;
    await handOverPortfolio({ ...ctx, emit: async () => {} }, { fromId: from.userId, toId: to.userId, scope, word, introduce, expected: preview.total, listIds: preview.lists.slice(0, 2).map(({ id }) => id) });
  });
}
