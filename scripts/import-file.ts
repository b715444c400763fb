import { open } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { files } from '~/adapters/files/chosen-files';
import { newFileKey } from '~/adapters/files/files';
import type { Ctx } from '~/access/context';
import { may } from '~/access/permissions';
import { DomainError } from '~/domain/errors';
import { askToApply, cancelImport } from '~/domain/import/ask-step.server';
import { fieldLabel, mappingProblems, type ImportField } from '~/domain/import/fields';
import { importOptionsSchema } from '~/domain/import/import-options.schema';
import { getImport, itemsOfImport } from '~/domain/import/imports.queries.server';
import type { ImportCounts } from '~/domain/import/items-of-import.server';
import { moveImport } from '~/domain/import/move-import.server';
import { startImport } from '~/domain/import/start-import.server';
import { asMember } from '~/jobs/as-member.server';
import { importStep } from '~/jobs/import-step.server';
import { asSystem, closeDatabase } from '~/server/db.server';

/** The import of the page, from a terminal: dry run, question, import. The same rules, as the person named. */
const usage = 'npm run import -- <fichier> --agency "<nom de la Mission Locale>" --as <courriel> [--yes]';

/** What the person can mend. */
class Stop extends Error {}

async function main(): Promise<void> {
  const { values, positionals } = options();
  const [file] = positionals;
  if (!file || !values.agency || !values.as) throw new Stop(`Il manque quelque chose.\n${usage}`);
  const member = await memberOf(values.agency, values.as);
  const as = <T>(work: (ctx: Ctx) => Promise<T>) => asMember(member, 'import-file', work);

  const importId = await as(await received(file));
  const run = (step: 'read' | 'plan' | 'apply') => importStep({ ...member, batchId: importId, step }, { id: 'import-file', attempt: Infinity, isLastAttempt: true });
  const view = async () => {
    const batch = await as((ctx) => getImport(ctx, importId));
    if (batch.state === 'failed') throw new Stop(batch.problem ?? 'Le fichier n’a pas été importé.');
    return batch;
  };

  await run('read');
  const opened = await view();
  if (opened.state === 'mapping') {
    const [problem] = mappingProblems(opened.mapping);
    if (problem) throw new Stop(`${problem} Importez ce fichier depuis le site, où l’on choisit les colonnes.`);
    await as((ctx) => moveImport(ctx, importId, 'plan'));
  }
  await run('plan');
  const { counts } = await view();
  if (!counts) throw new Stop('Le fichier n’a pas été préparé.');
  for (const { header, field } of opened.mapping) console.log(`  ${header} → ${fieldLabel(field as ImportField)}`);
  console.log(says(counts));
  const refused = await as((ctx) => itemsOfImport(ctx, importId, 'refused', {}));
  for (const { lines, notes } of refused.items) console.log(`  ligne ${lines[0]} refusée : ${notes.join(' ')}`);
  if (refused.hasMore) console.log('  …');

  const touched = counts.create + counts.join + counts.complete;
  // A plan that nobody will carry out does not stay in the list of imports, where it would seem to wait for somebody.
  const agreed = touched > 0 && (values.yes || (await ask(`Importer ${touched} organisation${touched > 1 ? 's' : ''} ? (oui/non) `)));
  if (!agreed) {
    await as((ctx) => cancelImport(ctx, { importId }));
    console.log(touched > 0 ? 'Rien n’a été importé.' : 'Il n’y a rien à importer.');
    return;
  }
  await as((ctx) => askToApply(ctx, importOptionsSchema.parse({ importId })));
  await run('apply');
  const done = await view();
  console.log(done.state === 'applied' && done.counts ? `Importé. ${says(done.counts)}` : 'L’import continue : suivez-le sur le site.');
}

function options() {
  try {
    return parseArgs({ allowPositionals: true, options: { agency: { type: 'string' }, as: { type: 'string' }, yes: { type: 'boolean', default: false } } });
  } catch {
    throw new Stop(`Une de ces options n’existe pas.\n${usage}`);
  }
}

/** Keeps the bytes; answers how to take them in. Read from here: no job is asked to do it too. */
async function received(file: string) {
  const fileKey = newFileKey();
  // Opened before it is read: a stream that cannot open fails out of reach of whoever waits for it.
  const bytes = await open(file).catch(() => null);
  if (!bytes || !(await bytes.stat()).isFile()) throw new Stop(`Le fichier ${file} n’existe pas, ou ne peut pas être lu.`);
  const { size, sha256 } = await files().put(fileKey, bytes.createReadStream());
  return async (ctx: Ctx) => (await startImport({ ...ctx, emit: async () => {} }, { fileKey, fileName: path.basename(file), size, sha256, askColumns: false })).importId;
}

/** The person whose rights the import takes. Throws `Stop` when they may not import there. */
async function memberOf(agency: string, email: string) {
  const membership = await asSystem('an import from a terminal looks for the person it acts for', (db) =>
    db.membership.findFirst({ where: { endedAt: null, user: { email: email.toLowerCase(), deactivatedAt: null }, missionLocale: { name: { equals: agency, mode: 'insensitive' } } }, select: { userId: true, missionLocaleId: true, role: true } }),
  );
  if (!membership) throw new Stop(`Personne n’a le compte ${email} dans « ${agency} ».`);
  if (!may(membership.role, 'import.run')) throw new Stop(`Le compte ${email} ne permet pas d’importer.`);
  return { actorId: membership.userId, missionLocaleId: membership.missionLocaleId };
}

function says({ lines, create, join, complete, unchanged, refused, questions }: ImportCounts): string {
  return `${lines} lignes lues. À créer : ${create}. À rejoindre : ${join}. À compléter : ${complete}. Sans changement : ${unchanged}. Lignes refusées : ${refused}. Valeurs qui diffèrent, laissées telles quelles : ${questions}.`;
}

/** A terminal that closes without an answer (a program runs this one, Ctrl-D) says no. */
async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const answer = await Promise.race([terminal.question(question), closed]);
  terminal.close();
  return /^o(ui)?$/i.test(answer.trim());
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Stop || error instanceof DomainError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
