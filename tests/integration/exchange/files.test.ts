import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { may, type Role } from '~/access/permissions';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { deleteExchange } from '~/domain/exchange/delete-exchange.server';
import { putBackOnExchange, removeFromExchange } from '~/domain/exchange/exchange-file.server';
import { partnerTimeline } from '~/domain/exchange/partner-timeline.server';
import { readTimelineFilters } from '~/domain/exchange/timeline-filters';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { action } from '~/routes/staff/partners/exchange-attach';
import { loader } from '~/routes/staff/partners/exchange-file';
import { action as noteExchange } from '~/routes/staff/partners/exchanges';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import '../../support/imports';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
const pdf = Buffer.from('%PDF-1.7\naffiche');
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const kept = async () => (await readdir(process.env.FILES_DIR!, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
const context = (ml: Agency, role: Role) => ({ requestId: crypto.randomUUID(), visitor: ml.person(role).then((actor) => ({ actor, missing: null })) });
const caught = (work: unknown) => Promise.resolve(work).catch((thrown: unknown) => thrown);

async function noted() {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie' });
  const { exchangeId } = await ml.as('officer').do(addExchange, { partnershipId, kind: 'email', body: 'Leur affiche' });
  const exchanges = async (role: Role = 'officer') => (await ml.as(role).run((ctx) => partnerTimeline(ctx, partnershipId, readTimelineFilters(new URLSearchParams()), null))).items.filter((item) => item.type === 'exchange');
  const files = async (role: Role = 'officer') => (await exchanges(role))[0]?.files ?? [];
  return { ml, partnershipId, exchangeId, exchanges, files, params: { partnerId: partnershipId, exchangeId } };
}

type Part = { name: string; content: Uint8Array | string; fileName?: string };

/** A form with files, as a browser sends it; `cut` before its end. */
function formOf(parts: readonly Part[], cut = false) {
  const body = parts.flatMap(({ name, content, fileName }) => [Buffer.from(`--trait\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
  const end = cut ? [] : [Buffer.from('--trait--\r\n')];
  return new Request('http://maillage.example/x', { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=trait' }, body: Readable.toWeb(Readable.from([...body, ...end])), duplex: 'half' } as unknown as RequestInit);
}

/** Sends a file by the door of its page. */
const send = (ml: Agency, params: Record<string, string>, content: Uint8Array, fileName: string, role: Role = 'officer') =>
  caught(action({ request: formOf([{ name: 'files[]', content, fileName }]), params, context: context(ml, role) } as unknown as ActionFunctionArgs));

/** Notes a call with files, by the door of the exchanges. The button comes last, as in a browser. */
function note(ml: Agency, partnershipId: string, files: readonly Omit<Part, 'name'>[], { body = 'Voici leurs affiches', role = 'officer' as Role, cut = false } = {}) {
  const parts = [{ name: 'kind', content: 'call' }, { name: 'body', content: body }, { name: 'nextTitle', content: 'Afficher' }, ...files.map((file) => ({ ...file, name: 'files[]' })), { name: 'intent', content: 'add' }];
  return caught(noteExchange({ request: formOf(parts, cut), params: { partnerId: partnershipId }, context: context(ml, role) } as unknown as ActionFunctionArgs));
}
const fetchFile = (ml: Agency, params: Record<string, string>, role: Role = 'counsellor') =>
  caught(loader({ request: new Request('http://maillage.example/x'), params, context: context(ml, role) } as unknown as LoaderFunctionArgs));

test('files join an exchange, are seen with it and read as they were; whoever joined them is known', async () => {
  const { ml, params, files } = await noted();
  expect(((await send(ml, params, pdf, 'Affiche d’été.pdf')) as Response).status).toBe(302);
  await send(ml, params, pdf, 'facture.exe', 'counsellor');
  expect(await files()).toMatchObject([{ name: 'Affiche d’été.pdf', size: pdf.length, isOwn: true }, { name: 'facture.exe.pdf', isOwn: false }]);
  const answer = (await fetchFile(ml, { ...params, fileId: (await files())[0]!.id })) as Response;
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
  expect([answer.headers.get('Content-Type'), answer.headers.get('Content-Disposition')?.split(';')[0]]).toEqual(['application/pdf', 'attachment']);
});

test('several join at once, in their order; one refused joins none and names those to choose again; none chosen is said', async () => {
  const { ml, params, files } = await noted();
  const before = await kept();
  const sendMany = (many: readonly Omit<Part, 'name'>[]) => caught(action({ request: formOf(many.map((one) => ({ ...one, name: 'files[]' }))), params, context: context(ml, 'officer') } as unknown as ActionFunctionArgs));
  expect(((await sendMany([{ content: pdf, fileName: 'recto.pdf' }, { content: png, fileName: 'verso.png' }])) as Response).status).toBe(302);
  expect([(await files()).map(({ name }) => name), await kept()]).toEqual([['recto.pdf', 'verso.png'], before + 2]);
  const refused = await sendMany([{ content: pdf, fileName: 'bon.pdf' }, { content: 'MZ\x90', fileName: 'devis.pdf' }]);
  expect(refused).toMatchObject({ data: { errors: { files: expect.stringContaining('« devis.pdf » est refusé') as string }, values: { fileNames: ['bon.pdf'] } }, init: { status: 422 } });
  expect(await sendMany([{ content: '', fileName: '' }])).toMatchObject({ data: { errors: { files: 'Choisissez au moins un fichier.' } }, init: { status: 422 } });
  expect([(await files()).length, await kept()]).toEqual([2, before + 2]);
});

test('another agency reads none and joins none; nor a region, nor the address of another exchange', async () => {
  const { ml, params, files } = await noted();
  await send(ml, params, pdf, 'a.pdf');
  const fileId = (await files())[0]!.id;
  const other = await noted();
  const missing = { init: { status: 404 } };
  expect(await fetchFile(other.ml, { ...params, fileId }, 'admin')).toMatchObject(missing);
  expect(await fetchFile(other.ml, { ...other.params, fileId }, 'admin')).toMatchObject(missing);
  const before = await kept();
  expect(await send(other.ml, params, pdf, 'b.pdf', 'admin')).toMatchObject(missing);
  expect([await kept(), (await files()).length]).toEqual([before, 1]);
  const { exchangeId } = await ml.as('officer').do(addExchange, { partnershipId: params.partnerId, kind: 'note', body: 'Autre' });
  expect(await fetchFile(ml, { ...params, exchangeId, fileId })).toMatchObject(missing);
  // A region has no way in, and reads no row of it.
  expect(may('regional', 'exchange.read')).toBe(false);
  expect(await regionalReader().run(({ db }) => db.interactionFile.count())).toBe(0);
});

test.each([
  ['a web page in disguise', Buffer.from('<html><script>alert(1)</script></html>'), 422, /n’est pas gardé/],
  ['16 MB', Buffer.concat([pdf, Buffer.alloc(16 * 1024 * 1024)]), 413, /dépasse 15/],
])('%s: refused at its field, nothing stays, what was noted does', async (_what, content, status, sentence) => {
  const { ml, params, exchanges } = await noted();
  const before = await kept();
  expect(await send(ml, params, content, 'affiche.pdf')).toMatchObject({ data: { ok: false, errors: { files: expect.stringMatching(sentence) as string } }, init: { status } });
  expect(await kept()).toBe(before);
  expect(await exchanges()).toMatchObject([{ body: 'Leur affiche', files: [] }]);
});

test('taking one off is undone, is not for everybody, and is told; with its exchange a file goes too', async () => {
  const { ml, params, partnershipId, exchangeId, files } = await noted();
  await send(ml, params, pdf, 'a.pdf');
  const which = { partnershipId, exchangeId, fileId: (await files())[0]!.id };
  await expect(ml.as('counsellor').do(removeFromExchange, which)).rejects.toMatchObject({ refusal: { kind: 'forbidden' } });
  expect(await ml.as('officer').do(removeFromExchange, which)).toEqual({ name: 'a.pdf' });
  expect(await files()).toEqual([]);
  expect(await fetchFile(ml, { ...params, fileId: which.fileId })).toMatchObject({ init: { status: 404 } });
  await ml.as('officer').do(putBackOnExchange, which);
  expect(await files()).toHaveLength(1);
  const { groups } = await ml.as('officer').run((ctx) => partnerHistory(ctx, partnershipId));
  const lines = groups.flatMap((group) => group.lines);
  expect(lines).toContainEqual(expect.objectContaining({ label: 'Fichier d’un échange', from: '', to: 'a.pdf' }));
  expect(lines.filter(({ about, label }) => about === 'a.pdf' && label === 'Retiré le')).toHaveLength(2);
  await ml.as('officer').do(deleteExchange, { partnershipId, exchangeId });
  expect(await fetchFile(ml, { ...params, fileId: which.fileId })).toMatchObject({ init: { status: 404 } });
  expect(await send(ml, params, pdf, 'b.pdf')).toMatchObject({ init: { status: 404 } });
});

test('an exchange is noted with several files at once, and with none', async () => {
  const { ml, partnershipId, exchanges } = await noted();
  const before = await kept();
  expect(((await note(ml, partnershipId, [{ content: pdf, fileName: 'Affiche; été.pdf' }, { content: png, fileName: 'photo' }], { role: 'counsellor' })) as Response).status).toBe(302);
  expect(await exchanges()).toMatchObject([{ body: 'Voici leurs affiches', nextSteps: [{ title: 'Afficher' }], files: [{ name: 'Affiche; été.pdf', isOwn: false }, { name: 'photo.png' }] }, { body: 'Leur affiche' }]);
  expect(await kept()).toBe(before + 2);
  // A browser sends the field even when nothing is chosen in it.
  expect(((await note(ml, partnershipId, [{ content: '', fileName: '' }], { body: 'Sans fichier' })) as Response).status).toBe(302);
  expect((await exchanges())[0]).toMatchObject({ body: 'Sans fichier', files: [] });
});

const good = { content: pdf, fileName: 'affiche.pdf' };
test.each([
  ['a programme among good ones', [good, { content: Buffer.from('MZ\x90'), fileName: 'devis.pdf' }, { content: png, fileName: 'photo.png' }], 422, '« devis.pdf » est refusé. C’est un programme : il n’est pas gardé.', ['affiche.pdf', 'photo.png']],
  ['one of 16 MB among good ones', [{ content: Buffer.concat([pdf, Buffer.alloc(16 * 1024 * 1024)]), fileName: 'gros.pdf' }, good], 413, '« gros.pdf » est refusé. Ce fichier dépasse 15\u00a0Mo. Réduisez-le, ou partagez-le en plusieurs fichiers.', ['affiche.pdf']],
  ['six', Array.from({ length: 6 }, () => good), 422, '5 fichiers au plus à la fois. Joignez les autres ensuite.', Array.from({ length: 5 }, () => 'affiche.pdf')],
] as const)('%s: the form comes back with its text and what to choose again; nothing is noted, nothing stays', async (_what, files, status, sentence, fileNames) => {
  const { ml, partnershipId, exchanges } = await noted();
  const before = await kept();
  expect(await note(ml, partnershipId, files)).toMatchObject({ data: { ok: false, intent: 'add', errors: { files: sentence }, values: { kind: 'call', body: 'Voici leurs affiches', nextTitle: 'Afficher', fileNames } }, init: { status } });
  expect([await kept(), (await exchanges()).length]).toEqual([before, 1]);
});

test('a note refused for its text, a send that is cut, another agency: the files do not stay either', async () => {
  const { ml, partnershipId, exchanges } = await noted();
  const before = await kept();
  expect(await note(ml, partnershipId, [good], { body: '' })).toMatchObject({ data: { errors: { body: 'Écrivez ce qui s’est dit, ou choisissez un résultat.' }, values: { fileNames: ['affiche.pdf'] } } });
  expect(await note(ml, partnershipId, [good], { body: 'Bonjour à vous. '.repeat(125_000) })).toMatchObject({ data: { errors: { body: expect.stringContaining('10') as string }, values: { body: 'Bonjour à vous. '.repeat(125_000) } } });
  expect(await note(ml, partnershipId, [good], { cut: true })).toMatchObject({ data: { errors: { files: expect.stringContaining('arrêté en chemin') as string } } });
  expect(await note((await noted()).ml, partnershipId, [good])).toMatchObject({ init: { status: 404 } });
  expect([await kept(), (await exchanges()).length]).toEqual([before, 1]);
});
