import { exportPartners } from '~/domain/partner/list/export-partners.server';
import { readFilters } from '~/domain/partner/list/read-filters';
import { parisDay } from '~/domain/text/paris-day';
import { sheet } from '~/server/sheet.server';

/** `/partenaires/export?format=xlsx&…`: what the filters of the list show, as a spreadsheet. */
export const loader = sheet('partner.export', (ctx, { url }) => {
  const format = url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx';
  const { filters } = readFilters(url.searchParams);
  return { rows: exportPartners(ctx, filters), format, name: `partenaires-${parisDay(ctx.now)}` };
});
