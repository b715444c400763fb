import { afterEach, describe, expect, test, vi } from 'vitest';
import { files } from '~/adapters/files/chosen-files';
import { confirmMapping, reopenColumns } from '~/domain/import/confirm-mapping.server';
import { refusedLines } from '~/domain/import/imports.queries.server';
import { forgetImportedFiles } from '~/jobs/import-forget-files.server';
import { sendSheet } from '~/server/send-sheet.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { importing } from '../../support/imports';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
const names = (ml: Agency) => ml.as('officer').run(async ({ db }) => (await db.organisation.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name));

describe('un contenu étrange', () => {
  afterEach(() => void vi.useRealTimers());

  test('un partenariat qui commence aujourd’hui n’est pas dans le futur, à minuit et demi à Paris non plus', async () => {
    const ml = await missionLocale();
    const file = await importing(ml, ['Nom;Commune;Code postal;Partenaire depuis', 'Boulangerie du Gave;Tarbes;65000;26/11/2026', 'Garage du Pic;Tarbes;65000;27/11/2026'].join('\n'));
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T23:30:00Z') });
    await file.plan();
    vi.useRealTimers();
    expect(await file.counts()).toMatchObject({ lines: 2, create: 1, refused: 1 });
  });

  test('arabe, hébreu, emoji : gardés ; octets nuls : retirés et dits ; nom sans fin : refusé', async () => {
    const ml = await missionLocale();
    const file = await importing(ml, ['Nom;Commune;Code postal', 'جمعية النور;Tarbes;65000', 'Le Café 👩‍🌾 des Possibles;Tarbes;65000', 'Gar\u0000age du Pic;Tarbes;65000', `${'A'.repeat(10_000)};Tarbes;65000`].join('\n'));
    await file.plan();
    expect(await file.counts()).toMatchObject({ lines: 4, create: 3, refused: 1 });
    await file.apply();
    expect(await names(ml)).toEqual(['Garage du Pic', 'Le Café 👩‍🌾 des Possibles', 'جمعية النور']);
    const notes = await ml.as('officer').run(({ db }) => db.importItem.findMany({ where: { batchId: file.id, outcome: { in: ['create', 'refused'] } }, orderBy: { position: 'asc' }, select: { notes: true } }));
    expect(JSON.stringify(notes)).toContain('octets nuls');
    expect(JSON.stringify(notes)).toContain('caractères : 250 au plus');
  });

  test('une formule dans une ligne refusée ne s’exécute pas dans le fichier à corriger', async () => {
    const ml = await missionLocale();
    const file = await importing(ml, ['Nom;Commune;Code postal', 'Boulangerie;Tarbes;65000', `"=cmd|' /C calc'!A1";Nullepart;99999`].join('\n'));
    await file.plan();
    const csv = await ml.as('officer').run(async (ctx) => (await sendSheet(refusedLines(ctx, file.id), { format: 'csv', name: 'lignes-refusees' })).text());
    expect(csv).toContain(`'=cmd|`);
    expect(csv).not.toMatch(/(?:^|;)"?=cmd/m);
  });

  test('un en-tête deux fois : la personne choisit, et son choix sert au fichier suivant', async () => {
    const ml = await missionLocale();
    const content = 'Nom;Nom;Commune;Code postal\nMartin;Boulangerie Martin;Tarbes;65000';
    const file = await importing(ml, content);
    await file.run('read');
    expect((await file.state()).state).toBe('mapping');
    await expect(ml.as('officer').do(confirmMapping, { importId: file.id, columns: ['name', 'name', 'commune', 'postcode'] })).rejects.toThrow('gardez-en une');
    await ml.as('officer').do(confirmMapping, { importId: file.id, columns: ['ignored', 'name', 'commune', 'postcode'] });
    await file.run('plan');
    await file.apply();
    expect(await names(ml)).toEqual(['Boulangerie Martin']);

    const next = await importing(ml, content);
    await next.plan();
    expect(await next.counts()).toMatchObject({ unchanged: 1 });
    await ml.as('officer').do(reopenColumns, { importId: next.id });
    expect((await next.state()).state).toBe('mapping');
  });

  test('un fichier sans ligne utile échoue avec une phrase', async () => {
    const ml = await missionLocale();
    const file = await importing(ml, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), { fileName: 'vieux.xls' });
    await file.run('read');
    expect(await file.state()).toMatchObject({ state: 'failed', problem: expect.stringContaining('ancien classeur Excel') });
  });
});

test('le fichier d’un import fini depuis un mois est oublié, son annulation reste possible', async () => {
  const ml = await missionLocale();
  const file = await importing(ml, 'Nom;Commune;Code postal\nBoulangerie;Tarbes;65000');
  await file.plan();
  await file.apply();
  const { fileKey } = await file.state();
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  await forgetImportedFiles(inDays(29));
  await expect(files().path(fileKey)).resolves.toContain(fileKey);
  await forgetImportedFiles(inDays(31));
  await expect(files().path(fileKey)).rejects.toThrow('n’est plus sur le serveur');
  expect((await file.undo()).state).toBe('undone');
});
