import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '#prisma';
import type { Actor } from '~/access/actor';
import { chosenSearch } from '~/adapters/search/chosen-search';
import type { Ctx, Db } from '~/access/context';
import { merged } from '~/domain/errors';
import { env } from './env.server';
import { currentTrace } from './log.server';

/**
 * The only door to the database. Every transaction first takes a role: `maillage_tenant`, behind the walls of an actor,
 * or `maillage_system`, for a reason said in the code. The login itself may do nothing.
 */
class CountingClient extends pg.Client {
  // pg's overloads cannot be told apart here; the arguments go through untouched.
  override query(...args: never[]): never {
    const trace = currentTrace();
    if (trace) {
      trace.queries += 1;
      const [statement, values] = args as unknown as [string | { text: string; values?: unknown[] }, unknown[]?];
      trace.statements?.push(typeof statement === 'string' ? { text: statement, values: Array.isArray(values) ? values : [] } : { text: statement.text, values: statement.values ?? values ?? [] });
    }
    return (super.query as (...all: never[]) => never)(...args);
  }
}

const shared = globalThis as { maillagePrisma?: PrismaClient };

function prisma(): PrismaClient {
  if (!shared.maillagePrisma) {
    const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL, Client: CountingClient, idleTimeoutMillis: 60_000 });
    pool.on('error', () => {}); // an idle connection that the server closed: the pool opens another
    shared.maillagePrisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: ({ sql }) => nameOf(sql) }) });
  }
  return shared.maillagePrisma;
}

/** Of the hundred ids that another engine found, whatever else is asked of them: each is looked up by its key. */
const isOfFoundIds = (sql: string) => sql.includes('IN (SELECT * FROM unnest(');

/**
 * Statements that come again are parsed and planned once a connection: most took longer to plan than to run. Not those whose
 * best plan depends on what is asked (words, a circle, an engagement), nor texts without end (lists of ids of any length).
 */
const names = new Map<string, string>();
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= 500 || /IN \(\$\d+,/.test(sql) || (/@@|&&| asin\(|engagement_of_|jsonb ->>/.test(sql) && !isOfFoundIds(sql))) return '';
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
}

export type SessionHolder = Actor & { isComplete: boolean; lacksSecondFactor: boolean };

/** Who holds the session of this token (its sha256) that was alive in the last `idleHours`, or null. The one thing asked before a role is taken. */
export async function sessionHolder(tokenHash: string, idleHours: number): Promise<SessionHolder | null> {
  const [holder] = await prisma().$queryRaw<SessionHolder[]>`SELECT * FROM app.session_holder(${tokenHash}, ${idleHours}::int)`;
  return holder ?? null;
}

export type Timeouts = { timeout?: number };

/** Runs `work` as the actor: one transaction, behind its walls. Rolled back when `work` throws. */
export function asActor<T>(actor: Actor, requestId: string, work: (ctx: Ctx) => Promise<T>, { timeout = 15_000 }: Timeouts = {}): Promise<T> {
  return prisma().$transaction(
    async (db) => {
      await db.$queryRaw(Prisma.sql`SELECT set_config('role', 'maillage_tenant', true), set_config('app.mission_locale', ${actor.missionLocaleId ?? ''}, true),
        set_config('app.region', ${actor.regionCode ?? ''}, true), set_config('app.organisation', ${actor.organisationId ?? ''}, true),
        set_config('app.actor', ${actor.userId}, true), set_config('app.request', ${requestId}, true)`);
      return work(contextOf(actor, requestId, db));
    },
    { timeout, maxWait: 10_000 },
  ).catch(saidOfMerge);
}

/** A merge was quicker than what had not waited for it (`app.added_to_a_living_record`). */
function saidOfMerge(error: unknown): never {
  const [, keptId] = /this record was taken into ([0-9a-f-]{36})/.exec(error instanceof Error ? `${error.message} ${JSON.stringify((error as { meta?: unknown }).meta)}` : '') ?? [];
  throw keptId ? merged(keptId) : error;
}

function contextOf(actor: Actor, requestId: string, db: Db): Ctx {
  return {
    actor,
    db,
    requestId,
    now: new Date(),
    reachProfiles: env().reach.REACH === 'geoplateforme' ? ['pedestrian', 'car'] : [],
    words: chosenSearch()?.engine ?? null,
    // createMany: a plain INSERT, without RETURNING, since the tenant role may not read the outbox.
    emit: async (type, payload) => {
      await db.outboxEvent.createMany({ data: [{ type, payload }] });
    },
    beyondWalls: async (_why, work) => {
      await db.$queryRaw(Prisma.sql`SELECT set_config('role', 'maillage_system', true)`);
      const result = await work(db);
      // Not in a finally: after an error the transaction is lost anyway and answers nothing more.
      await db.$queryRaw(Prisma.sql`SELECT set_config('role', 'maillage_tenant', true)`);
      return result;
    },
  };
}

/** Runs `work` as the system, over all agencies. `why` is for the reader: sign-in, a job, a seed, a probe. */
export function asSystem<T>(_why: string, work: (db: Db) => Promise<T>, { timeout = 15_000 }: Timeouts = {}): Promise<T> {
  return prisma().$transaction(
    async (db) => {
      await db.$queryRaw(Prisma.sql`SELECT set_config('role', 'maillage_system', true), set_config('app.request', ${currentTrace()?.requestId ?? ''}, true)`);
      return work(db);
    },
    { timeout, maxWait: 10_000 },
  );
}

/** Runs `work` as a job of one agency, behind its walls, without a person: what comes from a source, for it. */
export function asAgency<T>(missionLocaleId: string, _why: string, work: (db: Db) => Promise<T>, { timeout = 15_000 }: Timeouts = {}): Promise<T> {
  return prisma().$transaction(
    async (db) => {
      await db.$queryRaw(Prisma.sql`SELECT set_config('role', 'maillage_tenant', true), set_config('app.mission_locale', ${missionLocaleId}, true), set_config('app.request', ${currentTrace()?.requestId ?? ''}, true)`);
      return work(db);
    },
    { timeout, maxWait: 10_000 },
  );
}

/** Closes the pool (shutdown, end of a test file). */
export async function closeDatabase(): Promise<void> {
  await shared.maillagePrisma?.$disconnect();
  shared.maillagePrisma = undefined;
}
