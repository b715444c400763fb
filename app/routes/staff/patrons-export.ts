import { exportPatrons } from '~/domain/patronage/export-patrons.server';
import { readPatronFilters } from '~/domain/patronage/patron-filters';
import { parisDay } from '~/domain/text/paris-day';
import { sheet } from '~/server/sheet.server';

/** `/mecenes/export?annee=2026&format=xlsx`: each gift that the filters of the page keep, as a spreadsheet. */
export const loader = sheet('patronage.export', (ctx, { url }) => {
  const format = url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv';
  return { rows: exportPatrons(ctx, readPatronFilters(url.searchParams)), format, name: `mecenat-${parisDay(ctx.now)}` };
});
