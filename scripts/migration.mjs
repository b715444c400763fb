import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { ask, enterTestCluster, testCluster, urlOf } from '../tests/support/cluster.mjs';
import { fileOf, folderName, withoutKept } from './local/migration-sql.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot } from './local/paths.mjs';
import { diffToSchema } from './local/schema-diff.mjs';

const KEPT = inRoot('prisma', 'kept-by-hand.sql');
const KEPT_HEADER = `-- What the migrations made by hand and schema.prisma cannot say: Prisma would undo it, so « npm run migration » leaves it out.
-- Written by « npm run migration -- --keep »; read it again before committing.

`;
const USAGE = `npm run migration -- <nom> [--empty]
npm run migration -- --keep

  Écrit prisma/migrations/<date>_<nom>/migration.sql : ce qui mène des migrations à prisma/schema.prisma, sans réseau.

  --empty   un fichier vide, pour du SQL à la main (politiques, déclencheurs, index…)
  --keep    note dans prisma/kept-by-hand.sql les différences d’aujourd’hui, faites à la main, que Prisma déferait`;

const options = readOptions(USAGE, { empty: { type: 'boolean' }, keep: { type: 'boolean' } }, { positionals: true });
const [name] = options.positionals;
try {
  if (options.keep) await keep();
  else if (name) await write(folderName(name, new Date(), fs.readdirSync(inRoot('prisma', 'migrations'))));
  else throw new Error(`Il manque le nom.\n\n${USAGE}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function write(folder) {
  const changes = options.empty ? [] : withoutKept(await differences(), read(KEPT));
  if (changes.length === 0 && !options.empty) {
    console.log(`prisma/schema.prisma et les migrations disent déjà la même chose : rien à écrire.
Changez d’abord prisma/schema.prisma ; pour du SQL à la main : npm run migration -- ${name} --empty`);
    return;
  }
  const file = inRoot('prisma', 'migrations', folder, 'migration.sql');
  fs.mkdirSync(inRoot('prisma', 'migrations', folder), { recursive: true });
  fs.writeFileSync(file, options.empty ? '-- What this does, and why.\n' : fileOf(changes));
  const drops = changes.filter(({ change }) => /\bDROP\b/.test(change));
  console.log(`Écrit : prisma/migrations/${folder}/migration.sql`);
  if (drops.length > 0) console.log(`À relire : ${drops.length} suppression(s). Ce qu’une migration a fait à la main se garde par « npm run migration -- --keep ».`);
  console.log('Une nouvelle table d’agence demande aussi, à la main : sécurité par ligne, droits et déclencheur d’audit. Puis : npm run validate');
}

async function keep() {
  const sql = await differences();
  fs.writeFileSync(KEPT, `${KEPT_HEADER}${sql}\n`);
  console.log(`Noté dans prisma/kept-by-hand.sql : ${withoutKept(sql, '').length} différence(s). Relisez-les.`);
}

async function differences() {
  const leave = await enterTestCluster({ log: console.log });
  try {
    const { adminUrl, template } = await testCluster();
    const database = `maillage_diff_${randomUUID().slice(0, 8)}`;
    await ask(adminUrl, `CREATE DATABASE ${database} TEMPLATE ${template}`);
    try {
      return await diffToSchema({ url: urlOf(adminUrl, { database }), schemaFile: inRoot('prisma', 'schema.prisma') });
    } finally {
      await ask(adminUrl, `DROP DATABASE ${database} WITH (FORCE)`);
    }
  } finally {
    await leave();
  }
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}
