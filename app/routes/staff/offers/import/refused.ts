import { refusedLines } from '~/domain/import/imports.queries.server';
import { sheet } from '~/server/sheet.server';

/** The refused lines of an import, with their reasons, to be corrected and imported again. */
export const loader = sheet('import.run', (ctx, { params }) => ({ rows: refusedLines(ctx, params.importId ?? '', 'offers'), format: 'csv', name: 'lignes-refusees' }));
