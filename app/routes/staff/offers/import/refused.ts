import { refusedLines } from '~/domain/import/imports.queries.server';
import { download } from '~/server/http.server';
import { sendSheet } from '~/server/send-sheet.server';

/** The refused lines of an import, with their reasons, to be corrected and imported again. */
export const loader = download('import.run', (ctx, { params }) => sendSheet(refusedLines(ctx, params.importId ?? '', 'offers'), { format: 'csv', name: 'lignes-refusees' }));
