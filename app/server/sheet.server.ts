import { data, type LoaderFunctionArgs } from '@remix-run/node';
import type { CellValue, ExportRows } from '~/adapters/spreadsheet/cell-value';
import type { Ctx } from '~/access/context';
import type { Permission } from '~/access/permissions';
import { countExport, takeExportPlace } from '~/domain/account/take-export-turn.server';
import { asSystem } from './db.server';
import { env } from './env.server';
import { admitted, download, type Visit } from './http.server';
import { refusedInPage } from './refused-in-page.server';
import { sendSheet, type SheetFormat } from './send-sheet.server';

type Sheet = { rows: ExportRows; format: SheetFormat; name: string };

/**
 * A loader that answers a spreadsheet of any length. A person has so many in ten minutes, and two under way (429 beyond); when
 * they hang up, the reading stops and its transaction ends.
 */
export function sheet(permission: Permission, make: (ctx: Ctx, visit: Visit) => Sheet) {
  const answer = download(permission, async (ctx, visit) => {
    if (!(await takeExportPlace(ctx))) throw tooManyExports('Deux exports que vous avez demandés se préparent encore. Attendez qu’ils arrivent, puis demandez celui-ci de nouveau.', 30);
    const { rows, ...file } = make(ctx, visit);
    return sendSheet(whileHeard(rows, visit.request.signal), file);
  });
  const counted = async (args: LoaderFunctionArgs): Promise<Response> => {
    const { userId } = await admitted(args, permission);
    const turn = await asSystem('an export counts for who asks for it', (db) => countExport(db, env().APP_SECRET, { userId, address: args.context.address }));
    if (turn.allowed) return answer(args);
    throw tooManyExports(`Vous avez demandé beaucoup d’exports en peu de temps. Demandez celui-ci de nouveau dans ${turn.waitMinutes === 1 ? 'une minute' : `${turn.waitMinutes} minutes`}.`, turn.waitMinutes * 60);
  };
  const loader = (args: LoaderFunctionArgs): Promise<Response> => refusedInPage(args, () => counted(args));
  return Object.assign(loader, { door: permission });
}

/** The rows, as long as somebody waits for them. Throws once the connection is closed, so that the transaction is given back. */
async function* whileHeard(rows: ExportRows, signal: AbortSignal): AsyncGenerator<readonly CellValue[]> {
  for await (const row of rows) {
    signal.throwIfAborted();
    yield row;
  }
}

const tooManyExports = (sentence: string, seconds: number) => data({ title: 'Trop d’exports à la fois', sentence }, { status: 429, headers: { 'Retry-After': String(seconds) } });
