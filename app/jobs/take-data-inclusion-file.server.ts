import { readFile } from 'node:fs/promises';
import { files } from '~/adapters/files/chosen-files';
import { recordRun } from '~/domain/offer/elsewhere/feeds.server';
import { offerOfService } from '~/domain/offer/elsewhere/offer-of-data-inclusion';
import { servicesOfFile } from '~/domain/offer/elsewhere/read-data-inclusion-file';
import { asAgency } from '~/server/db.server';
import { takingIn } from './refresh-offers.server';
import type { Payload } from './run-task.server';

/** Takes in a file of services of data.inclusion, sent from the settings; a whole list withdraws what a file brought and it no longer has. The file then leaves. Run twice, it changes nothing twice. */
export async function takeServiceFile({ missionLocaleId, fileKey, isWhole }: Payload): Promise<void> {
  const agency = String(missionLocaleId);
  const startedAt = new Date();
  const content = await files().path(String(fileKey)).then((path) => readFile(path), () => null);
  if (!content) return;
  const read = servicesOfFile(content);
  const run = takingIn(agency, 'dataInclusion', 'file');
  if (read.ok) {
    await run.take(read.services.map((service) => offerOfService(service, read.structures, startedAt)));
    if (isWhole === true) await run.finish();
  }
  const { counts, problems } = run.told();
  await asAgency(agency, 'how a file of services went', (db) => recordRun(db, 'dataInclusion', 'file', { startedAt, endedAt: new Date(), counts: read.ok ? counts : null, problems: read.ok ? problems : [read.sentence] }));
  await files().delete(String(fileKey));
}
