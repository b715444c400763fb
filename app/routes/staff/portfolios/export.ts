import { exportHandover } from '~/domain/portfolio/export-handover.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { parisDay } from '~/domain/text/paris-day';
import { sheet } from '~/server/sheet.server';

/** `/portefeuilles/:handoverId/export`: every partner of a handover, as a spreadsheet. */
export const loader = sheet('portfolio.read', (ctx, { params, url }) => {
  const format = url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv';
  return { rows: exportHandover(ctx, knownId(params.handoverId, 'Cette passation n’existe pas, ou plus.')), format, name: `passation-${parisDay(ctx.now)}` };
});
