import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const CHAR_OID = 18; // PostgreSQL's internal "char", in its catalogues
const TEXT_OID = 25;
const CHARACTER = 6; // the column type that Prisma's engine expects for it

/**
 * The SQL that turns a database into what schema.prisma says, '' when there is nothing to do. By the WebAssembly build of
 * Prisma's schema engine, over `pg`: the native one is downloaded from a host that a closed network does not reach.
 */
export async function diffToSchema({ url, schemaFile }) {
  const engineModule = await loadEngine();
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const adapter = await adapterFor(url);
  const factory = bindMigrationAwareSqlAdapterFactory(adapter);
  const files = [{ path: schemaFile, content: fs.readFileSync(schemaFile, 'utf8') }];
  const engine = await engineModule.SchemaEngine.new({ datamodels: files.map((file) => [file.path, file.content]) }, () => {}, factory);
  const result = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: path.dirname(schemaFile) },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  await adapter.close();
  return (result.stdout ?? '').trim();
}

async function loadEngine() {
  const engineModule = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')), { './schema_engine_bg.js': engineModule });
  engineModule.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  // The engine looks for this global when it panics, and its message would be lost without it.
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { message: '', set_message: (message) => console.error(message), get: () => '' };
  return engineModule;
}

async function adapterFor(url) {
  const { default: pg } = await import('pg');
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const pools = [];
  const connect = async () => {
    const pool = new pg.Pool({ connectionString: url, max: 2, Client: CharAsText(pg.Client) });
    pools.push(pool);
    return charAsCharacter(await new PrismaPg(pool).connect());
  };
  return {
    adapterName: '@prisma/adapter-pg',
    provider: 'postgres',
    connect,
    connectToShadowDb: connect,
    close: () => Promise.all(pools.map((pool) => pool.end().catch(() => {}))),
  };
}

// adapter-pg has no mapping for "char", which the engine reads in the catalogues: shown to it as text…
const CharAsText = (Client) =>
  class extends Client {
    query(...args) {
      const done = args.at(-1);
      if (typeof done === 'function') return super.query(...args.slice(0, -1), (error, result) => done(error, markChars(result)));
      return super.query(...args).then(markChars);
    }
  };
function markChars(result) {
  for (const field of result?.fields ?? []) if (field.dataTypeID === CHAR_OID) Object.assign(field, { dataTypeID: TEXT_OID, wasChar: true });
  return result;
}

// … then to the engine as the type that it is.
function charAsCharacter(connection) {
  const [performIO, queryRaw] = [connection.performIO.bind(connection), connection.queryRaw.bind(connection)];
  let last;
  connection.performIO = async (query) => (last = await performIO(query));
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    last.fields.forEach((field, index) => field.wasChar && (result.columnTypes[index] = CHARACTER));
    return result;
  };
  return connection;
}
