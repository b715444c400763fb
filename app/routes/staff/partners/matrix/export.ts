import { readFilters } from '~/domain/partner/list/read-filters';
import { exportMatrix } from '~/domain/partner/list/matrix-of-partners.server';
import { download } from '~/server/http.server';
import { sendSheet } from '~/server/send-sheet.server';

/** `/partenaires/matrice/export?format=csv&…`: partners by forms of engagement, as a spreadsheet. */
export const loader = download('partner.export', (ctx, { url }) => {
  const format = url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv';
  return sendSheet(exportMatrix(ctx, readFilters(url.searchParams).filters), { format, name: `engagements-${ctx.now.toISOString().slice(0, 10)}` });
});
