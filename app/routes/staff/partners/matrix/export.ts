import { readFilters } from '~/domain/partner/list/read-filters';
import { exportMatrix } from '~/domain/partner/list/matrix-of-partners.server';
import { parisDay } from '~/domain/text/paris-day';
import { sheet } from '~/server/sheet.server';

/** `/partenaires/matrice/export?format=csv&…`: partners by forms of engagement, as a spreadsheet. */
export const loader = sheet('partner.export', (ctx, { url }) => {
  const format = url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv';
  return { rows: exportMatrix(ctx, readFilters(url.searchParams).filters), format, name: `engagements-${parisDay(ctx.now)}` };
});
