import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { describe, expect, test } from 'vitest';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { agreementsOfPartner } from '~/domain/agreement/agreement.queries.server';
import { removeFile, restoreFile } from '~/domain/agreement/agreement-file.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { action } from '~/routes/staff/partners/agreements-attach';
import { loader } from '~/routes/staff/partners/agreements-file';
import type { Role } from '~/access/permissions';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
const pdf = Buffer.from('%PDF-1.7\nconvention');
const kept = async () => (await readdir(process.env.FILES_DIR!, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
const context = (ml: Agency, role: Role) => ({ requestId: crypto.randomUUID(), visitor: ml.person(role).then((actor) => ({ actor, missing: null })) });

async function signed() {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie' });
  const { agreementId } = await ml.as('officer').do(addAgreement, { partnershipId, title: 'Accueil' });
  const files = async () => (await ml.as('counsellor').run((ctx) => agreementsOfPartner(ctx, partnershipId)))[0]!.files;
  return { ml, partnershipId, agreementId, files, params: { partnerId: partnershipId, agreementId } };
}

/** Sends a file as a browser does, by the door of the page. */
async function send(ml: Agency, params: Record<string, string>, content: Uint8Array, fileName: string, role: Role = 'officer') {
  const body = [Buffer.from(`--trait\r\nContent-Disposition: form-data; name="files[]"; filename="${fileName}"\r\n\r\n`), content, Buffer.from('\r\n--trait--\r\n')];
  const request = new Request('http://maillage.example/x', { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=trait' }, body: Readable.toWeb(Readable.from(body)), duplex: 'half' } as unknown as RequestInit);
  return Promise.resolve(action({ request, params, context: context(ml, role) } as unknown as ActionFunctionArgs)).catch((thrown: unknown) => thrown);
}

const fetchFile = (ml: Agency, params: Record<string, string>, role: Role = 'counsellor') =>
  Promise.resolve(loader({ request: new Request('http://maillage.example/x'), params, context: context(ml, role) } as unknown as LoaderFunctionArgs)).catch((thrown: unknown) => thrown);

describe('le fichier d’une convention', () => {
  test('se joint et se relit tel quel, à enregistrer et jamais à ouvrir dans le site', async () => {
    const { ml, params, files } = await signed();
    const sent = (await send(ml, params, pdf, 'Été signé.pdf')) as Response;
    expect(sent.status).toBe(302);
    const [file] = await files();
    expect(file).toMatchObject({ name: 'Été signé.pdf', size: pdf.length, mediaType: 'application/pdf' });
    const answer = (await fetchFile(ml, { ...params, fileId: file!.id })) as Response;
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(['Content-Type', 'X-Content-Type-Options', 'Content-Disposition'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'Content-Type': 'application/pdf', 'X-Content-Type-Options': 'nosniff', 'Content-Disposition': "attachment; filename=\"Ete signe.pdf\"; filename*=UTF-8''%C3%89t%C3%A9%20sign%C3%A9.pdf",
    });
  });

  test('n’existe pas pour une autre agence, et une autre agence n’en joint pas ici', async () => {
    const { ml, params, files } = await signed();
    await send(ml, params, pdf, 'a.pdf');
    const [file] = await files();
    const other = await signed();
    expect(await fetchFile(other.ml, { ...params, fileId: file!.id }, 'admin')).toMatchObject({ init: { status: 404 } });
    // Nor by the address of one of its own agreements.
    expect(await fetchFile(other.ml, { ...other.params, fileId: file!.id }, 'admin')).toMatchObject({ init: { status: 404 } });
    const before = await kept();
    expect(await send(other.ml, params, pdf, 'b.pdf', 'admin')).toMatchObject({ init: { status: 404 } });
    expect([await kept(), (await files()).length]).toEqual([before, 1]);
  });

  test.each([
    ['une page web déguisée', Buffer.from('<html><script>alert(1)</script></html>'), 422, /n’est pas gardé/],
    ['rien', Buffer.alloc(0), 422, /vide/],
    ['16 Mo', Buffer.concat([pdf, Buffer.alloc(16 * 1024 * 1024)]), 413, /dépasse 15/],
  ])('%s : refusé à son champ, rien ne reste', async (_what, content, status, sentence) => {
    const { ml, params, files } = await signed();
    const before = await kept();
    expect(await send(ml, params, content, 'contrat.pdf')).toMatchObject({ data: { ok: false, errors: { files: expect.stringMatching(sentence) as string } }, init: { status } });
    expect([await kept(), await files()]).toEqual([before, []]);
  });

  test('un nom qui ment reçoit l’extension de son contenu', async () => {
    const { ml, params, files } = await signed();
    await send(ml, params, pdf, 'facture.exe');
    expect((await files())[0]?.name).toBe('facture.exe.pdf');
  });

  test('retirer s’annule ; retiré, il ne se lit plus', async () => {
    const { ml, params, partnershipId, agreementId, files } = await signed();
    await send(ml, params, pdf, 'a.pdf');
    const fileId = (await files())[0]!.id;
    expect(await ml.as('officer').do(removeFile, { partnershipId, agreementId, fileId })).toEqual({ name: 'a.pdf' });
    expect([await files(), ((await fetchFile(ml, { ...params, fileId })) as { init: { status: number } }).init.status]).toEqual([[], 404]);
    await ml.as('officer').do(restoreFile, { partnershipId, agreementId, fileId });
    expect(await files()).toHaveLength(1);
  });
});
