import { z } from '~/domain/zod';

/**
 * The environment, read once. Each adapter is a union: choosing the real one makes its settings required, and the
 * message says which. Defaults suit one machine; production refuses them where they would be unsafe.
 */
const general = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** `local`: one machine, loopback, demo accounts allowed. `production`: everything strict. */
  APP_MODE: z.enum(['local', 'production']).default('local'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  APP_URL: z.url().default('http://127.0.0.1:3000'),
  APP_SECRET: z.string().min(32, 'APP_SECRET : 32 caractères au moins (openssl rand -hex 32)'),
  DATABASE_URL: z.string().startsWith('postgres', 'DATABASE_URL : une adresse postgres://…'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  METRICS_TOKEN: z.string().min(16).optional(),
  JOB_CONCURRENCY: z.coerce.number().int().min(1).max(50).default(2),
});

// Not `MAIL`: a login sets that one to the person's own mailbox (`/var/mail/…`), and nothing would start.
const mail = z.discriminatedUnion('MAILER', [
  z.object({ MAILER: z.literal('file'), MAIL_DIR: z.string().default('var/mail'), MAIL_FROM: z.string().default('Maillage <maillage@localhost>') }),
  z.object({
    MAILER: z.literal('smtp'),
    SMTP_HOST: z.string().min(1),
    SMTP_PORT: z.coerce.number().int().default(587),
    SMTP_SECURE: z.stringbool().default(false),
    SMTP_USER: z.string().optional(),
    SMTP_PASSWORD: z.string().optional(),
    MAIL_FROM: z.string().min(3),
  }),
]);

/** Words sought: by PostgreSQL alone, or by Meilisearch beside it. Several installations share one server by their prefixes. */
const search = z.discriminatedUnion('SEARCH', [
  z.object({ SEARCH: z.literal('postgres') }),
  z.object({
    SEARCH: z.literal('meilisearch'),
    MEILI_URL: z.url(),
    MEILI_KEY: z.string().min(16, '16 caractères au moins'),
    MEILI_PREFIX: z.string().regex(/^[a-z0-9]+$/, 'des lettres minuscules et des chiffres').default('maillage'),
  }),
]);

const files = z.discriminatedUnion('FILES', [z.object({ FILES: z.literal('disk'), FILES_DIR: z.string().default('var/files') })]);

/** Travel times: estimated, or asked of the Géoplateforme (no key). The ground of the maps: ours, or IGN's vector tiles. */
const reach = z.discriminatedUnion('REACH', [z.object({ REACH: z.literal('estimate') }), z.object({ REACH: z.literal('geoplateforme'), REACH_URL: z.url().default('https://data.geopf.fr/navigation/isochrone') })]);
const tiles = z.discriminatedUnion('MAP_TILES', [z.object({ MAP_TILES: z.literal('none') }), z.object({ MAP_TILES: z.literal('ign'), MAP_TILES_STYLE: z.url().default('https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/gris.json') })]);

/** Sources of offers: off unless chosen, then their access is required. */
const dataInclusion = z.discriminatedUnion('DATA_INCLUSION', [
  z.object({ DATA_INCLUSION: z.literal('off') }),
  z.object({ DATA_INCLUSION: z.literal('api'), DATA_INCLUSION_URL: z.url().default('https://api.data.inclusion.gouv.fr/api/v1'), DATA_INCLUSION_TOKEN: z.string().min(1) }),
]);
const franceTravail = z.discriminatedUnion('FRANCE_TRAVAIL', [
  z.object({ FRANCE_TRAVAIL: z.literal('off') }),
  z.object({
    FRANCE_TRAVAIL: z.literal('api'),
    FRANCE_TRAVAIL_TOKEN_URL: z.url().default('https://entreprise.francetravail.fr/connexion/oauth2/access_token'),
    FRANCE_TRAVAIL_URL: z.url().default('https://api.francetravail.io/partenaire/offresdemploi/v2'),
    FRANCE_TRAVAIL_CLIENT_ID: z.string().min(1),
    FRANCE_TRAVAIL_CLIENT_SECRET: z.string().min(1),
  }),
]);

/** Addresses put on the map: by their commune, or asked of the Géoplateforme (no key). */
const geocoder = z.discriminatedUnion('GEOCODER', [z.object({ GEOCODER: z.literal('communes') }), z.object({ GEOCODER: z.literal('geoplateforme'), GEOCODER_URL: z.url().default('https://data.geopf.fr/geocodage') })]);

export type Env = z.infer<typeof general> & { mail: z.infer<typeof mail>; files: z.infer<typeof files>; search: z.infer<typeof search>; dataInclusion: z.infer<typeof dataInclusion>; franceTravail: z.infer<typeof franceTravail>; reach: z.infer<typeof reach>; tiles: z.infer<typeof tiles>; geocoder: z.infer<typeof geocoder> };

const weakSecrets = ['change', 'secret', 'default', 'exemple', 'example', 'password'];

/** Parses an environment; throws one error that names every missing or wrong variable. */
export function readEnv(source: Record<string, string | undefined>): Env {
  // An empty variable is a variable that was not set: compose files write them so.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const results = [general.safeParse(given), mail.safeParse({ MAILER: 'file', ...given }), files.safeParse({ FILES: 'disk', ...given }), search.safeParse({ SEARCH: 'postgres', ...given }), reach.safeParse({ REACH: 'estimate', ...given }), tiles.safeParse({ MAP_TILES: 'none', ...given }), dataInclusion.safeParse({ DATA_INCLUSION: 'off', ...given }), franceTravail.safeParse({ FRANCE_TRAVAIL: 'off', ...given }), geocoder.safeParse({ GEOCODER: 'communes', ...given })] as const;
  const problems = results.flatMap((result) => (result.success ? [] : result.error.issues.map((issue) => `  ${issue.path.join('.')} : ${issue.message}`)));
  const [g, m, f, se, r, t, di, ft, geo] = results;
  if (g.success && g.data.APP_MODE === 'production') {
    if (weakSecrets.some((word) => g.data.APP_SECRET.toLowerCase().includes(word))) problems.push('  APP_SECRET : valeur par défaut refusée en production');
    if (!g.data.APP_URL.startsWith('https://')) problems.push('  APP_URL : https:// obligatoire en production');
  }
  if (problems.length > 0 || !g.success || !m.success || !f.success || !se.success || !r.success || !t.success || !di.success || !ft.success || !geo.success) throw new Error(`Réglages à corriger :\n${problems.join('\n')}`);
  return { ...g.data, mail: m.data, files: f.data, search: se.data, reach: r.data, tiles: t.data, dataInclusion: di.data, franceTravail: ft.data, geocoder: geo.data };
}

let read: Env | undefined;
/** The environment of this process. */
export const env = (): Env => (read ??= readEnv(process.env));
