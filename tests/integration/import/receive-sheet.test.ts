import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Failure } from '~/server/http.server';
import { receiveSheet, type ReceivedSheet } from '~/server/receive-sheet.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const MB = 1024 * 1024;

/** Sends a form as a browser does, by the door of the page; `visitor` is who is signed in. */
async function send(content: Uint8Array | AsyncIterable<Uint8Array> | null, { fileName = 'a.csv', role = 'officer', length, cut = false }: { fileName?: string; role?: 'officer' | 'counsellor'; length?: number; cut?: boolean } = {}) {
  const ml = await missionLocale();
  const received: ReceivedSheet[] = [];
  const action = receiveSheet('import.run', async (_ctx, sheet) => {
    received.push(sheet);
    return redirect('/fini');
  });
  async function* body() {
    yield Buffer.from(`--trait\r\nContent-Disposition: form-data; name="file"; filename="${content ? fileName : ''}"\r\n\r\n`);
    if (content instanceof Uint8Array) yield content;
    else if (content) yield* content;
    if (!cut) yield Buffer.from('\r\n--trait--\r\n');
  }
  const request = new Request('http://maillage.example/partenaires/import', {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=trait', ...(length ? { 'Content-Length': String(length) } : {}) },
    body: Readable.toWeb(Readable.from(body())),
    duplex: 'half',
  } as unknown as RequestInit);
  const context = { requestId: crypto.randomUUID(), visitor: ml.person(role).then((actor) => ({ actor, missing: null })) };
  const answer: unknown = await action({ request, params: {}, context } as unknown as ActionFunctionArgs);
  return { answer, received };
}

/** The status and the sentence beside the file field. */
async function refusal(...sending: Parameters<typeof send>) {
  const before = await kept();
  const { answer, received } = await send(...sending);
  expect(received).toEqual([]);
  const { data, init } = answer as { data: Failure; init: { status: number } };
  expect(await kept()).toEqual(before);
  return `${init.status} ${data.errors.file}`;
}

const kept = async () => (await readdir(process.env.FILES_DIR!, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name).sort();

describe('un fichier envoyé', () => {
  test('qui est un tableau arrive entier, sous son nom', async () => {
    const { answer, received } = await send(Buffer.from('SIRET;Nom\n;Boulangerie'), { fileName: 'mes; partenaires.csv' });
    expect((answer as Response).headers.get('Location')).toBe('/fini');
    expect(received).toMatchObject([{ fileName: 'mes; partenaires.csv', size: 22 }]);
    expect(await kept()).toHaveLength(1);
  });

  test('qui n’en est pas un est refusé avec ce qu’il faut faire, et rien ne reste', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7\n'))).toMatch(/^422 Ce fichier est un PDF, pas un tableau/);
    expect(await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))).toMatch(/^422 Ce fichier est une image/);
    expect(await refusal(zipSync({ 'lisez-moi.txt': strToU8('bonjour') }))).toMatch(/^422 /);
    expect(await refusal(new Uint8Array())).toBe('422 Ce fichier est vide.');
    expect(await refusal(Buffer.from('SIRET;Nom\n'))).toMatch(/^422 Ce fichier a des titres de colonnes mais aucune ligne/);
    expect(await refusal(null)).toBe('422 Choisissez un fichier.');
  });

  test('de 300 Mo est refusé sur sa taille annoncée, sans rien écrire', async () => {
    expect(await refusal(Buffer.from('x'), { length: 300 * MB })).toMatch(/^413 Ce fichier dépasse 50\u00a0Mo/);
  });

  test('de plus de 50 Mo sans taille annoncée est refusé en route', async () => {
    async function* endless() {
      for (let sent = 0; sent < 60; sent += 1) yield Buffer.alloc(MB, 'a;b\n');
    }
    expect(await refusal(endless())).toMatch(/^413 Ce fichier dépasse 50\u00a0Mo/);
  });

  test('qui gonfle sans fin est refusé', async () => {
    const bomb = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(60 * MB) }, { level: 9 });
    expect(await refusal(bomb, { fileName: 'bombe.xlsx' })).toMatch(/^422 /);
  });

  test('dont l’envoi s’arrête en chemin est refusé, et rien ne reste', async () => {
    expect(await refusal(Buffer.from('SIRET;Nom\n;Boulangerie'), { cut: true })).toMatch(/^422 L’envoi s’est arrêté en chemin/);
  });

  test('par quelqu’un qui ne peut pas importer est refusé', async () => {
    await expect(send(Buffer.from('SIRET;Nom\n;x'), { role: 'counsellor' })).rejects.toMatchObject({ init: { status: 403 } });
  });
});
