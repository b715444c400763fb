import type { Ctx } from '~/access/context';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { handedPartners } from './handover.queries.server';
import { handoverOf } from './portfolio-of.server';

/** Rows read at once. */
const chunk = 2000;

/** Every partner of a handover as rows of cells, the header first, read by chunks. Throws `notFound`. */
export async function* exportHandover(ctx: Ctx, handoverId: string): AsyncGenerator<(string | null)[]> {
  const { id, undoneAt } = await handoverOf(ctx, handoverId);
  yield ['Partenaire', 'Étape aujourd’hui', 'Commune', 'Département', 'Référent·e aujourd’hui', ...(undoneAt ? ['Après l’annulation'] : [])];
  for (let offset = 0; ; offset += chunk) {
    const rows = await handedPartners(ctx, id, { limit: chunk, offset });
    for (const row of rows) yield [row.name, stages[row.stage].label, row.commune, row.departement, row.officer, ...(undoneAt ? [row.givenBack ? 'rendu' : 'changé depuis, laissé'] : [])];
    if (rows.length < chunk) return;
  }
}
