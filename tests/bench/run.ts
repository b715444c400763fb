import { parseArgs } from 'node:util';
import pg from 'pg';
import { replay, statementsOf } from './bare';
import { filledDatabase } from './database';
import { importRows } from './import-rows';
import { measure, ms } from './measure';
import { panMap } from './pan-map';
import { drawSamples } from './samples';
import { scenarios } from './scenarios';
import { buildIndex, changesFound } from './second-engine';
import { startServer } from './server';
import { signIn } from './visitor';

// npm run bench -- [--scale 1] [--requests 200] [--only texte,rayon] [--no-import] [--engine meilisearch] [--map: only the map under a hand, in Chromium]
const { values: options } = parseArgs({
  options: { scale: { type: 'string', default: '1' }, requests: { type: 'string', default: '200' }, only: { type: 'string', default: '' }, 'no-import': { type: 'boolean', default: false }, engine: { type: 'string', default: 'postgres' }, map: { type: 'boolean', default: false } },
});
const scale = Number(options.scale);
const requests = Number(options.requests);
const say = (line: string) => console.log(line);

const { adminUrl, appUrl } = await filledDatabase(scale, (line) => say(`· ${line}`));
// The loaders that this process runs to catch their statements open this database too.
process.env.DATABASE_URL = appUrl;
if (options.engine === 'meilisearch') say(`· ${await buildIndex()}`);
const client = new pg.Client({ connectionString: adminUrl });
await client.connect();
const changes = new pg.Pool({ connectionString: adminUrl, max: 2 });
const server = await startServer(appUrl, adminUrl);
try {
  if (options.map) await mapTable();
  else {
    for (const reader of await readers()) await table(reader);
    if (!options['no-import']) await importTable();
    if (options.engine === 'meilisearch') await changesTable();
  }
} finally {
  await server.stop();
  await changes.end();
  await client.end();
}
process.exit(process.exitCode);

type Reader = { title: string; membershipId: string; where: string; /** Of an agency or a region: whose partners they are. */ whose: string };

async function readers(): Promise<Reader[]> {
  const [largest] = (await client.query<{ id: string; region: string; n: number }>(`SELECT p.mission_locale_id AS id, ml.region_code AS region, count(*)::int AS n FROM partnership p
    JOIN mission_locale ml ON ml.id = p.mission_locale_id GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 1`)).rows;
  const [{ n: inRegion }] = (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM search.partner WHERE region_code = $1`, [largest!.region])).rows as [{ n: number }];
  const [officer] = (await client.query<{ id: string }>(`SELECT id FROM membership WHERE mission_locale_id = $1 AND role = 'officer' ORDER BY id LIMIT 1`, [largest!.id])).rows;
  const [regional] = (await client.query<{ id: string }>(
    `WITH person AS (INSERT INTO user_account (email, first_name, last_name) VALUES ('regional@bench.example', 'Camille', 'Essai') ON CONFLICT (email) DO UPDATE SET last_name = 'Essai' RETURNING id),
      known AS (SELECT m.id FROM membership m JOIN person ON person.id = m.user_id),
      made AS (INSERT INTO membership (user_id, role, region_code) SELECT id, 'regional', $1 FROM person WHERE NOT EXISTS (SELECT FROM known) RETURNING id)
    SELECT id FROM known UNION ALL SELECT id FROM made`,
    [largest!.region],
  )).rows;
  return [
    { title: `Chargé·e de relations de la plus grande agence (${largest!.n} partenariats)`, membershipId: officer!.id, where: `mission_locale_id = '${largest!.id}'`, whose: largest!.id },
    { title: `Animation de la plus grande région (${inRegion} partenariats)`, membershipId: regional!.id, where: `region_code = '${largest!.region}'`, whose: largest!.region },
  ];
}

async function table({ title, membershipId, where, whose }: Reader) {
  const visitor = await signIn(client, server.port, membershipId);
  const samples = await drawSamples(client, where, visitor);
  say(`\n## ${title}\n\n| page | 1 personne p50 | p95 | p99 | 20 personnes p50 | p95 | p99 | SQL seul p50 | p95 | requêtes | page / SQL |`);
  say('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const { name, address, params, routeIds, target, anew } of scenarios(samples).filter((scenario) => options.only.split(',').some((part) => scenario.name.includes(part)))) {
    const ask = async (n: number) => void (await visitor.get(address(n)));
    const change = async () => anew && changes.query(`INSERT INTO search.map_change (key) VALUES ($1)`, [`p:${whose}`]);
    const alone = await measure(requests, 1, ask, change);
    const crowd = await measure(requests * 2, 20, ask, change);
    const pages = await Promise.all(Array.from({ length: routeIds.length > 0 ? 20 : 0 }, (_, n) => statementsOf(routeIds, address(n), params?.(n) ?? {}, visitor.cookie)));
    const bare = pages.length > 0 ? await replay(appUrl, pages, requests) : { p50: Number.NaN, p95: Number.NaN };
    const limit = target === 50 && options.engine === 'meilisearch' ? 30 : target;
    const late = limit && scale === 1 && alone.p95 > limit;
    if (late) process.exitCode = 1;
    say(`| ${name} | ${[alone.p50, alone.p95].map(ms).join(' | ')}${late ? ' ✗' : ''} | ${[alone.p99, crowd.p50, crowd.p95, crowd.p99, bare.p50, bare.p95].map(ms).join(' | ')} | ${pages[0]?.length ?? 0} | ${Number.isNaN(bare.p50) ? '–' : (alone.p50 / bare.p50).toFixed(1)} |`);
  }
}

async function importTable() {
  const [agency] = (await client.query<{ id: string }>(`SELECT m.id FROM membership m WHERE m.role = 'officer' AND m.mission_locale_id = (SELECT mission_locale_id FROM partnership GROUP BY 1 ORDER BY count(*) DESC OFFSET 20 LIMIT 1) LIMIT 1`)).rows;
  say('\n## Import de 10 000 lignes\n');
  for (const [step, seconds] of await importRows(client, server.port, agency!.id, 10_000)) say(`- ${step} : ${seconds.toFixed(1)} s`);
}

async function changesTable() {
  const took = await changesFound(client, 20);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]!.toFixed(1);
  if (scale === 1 && took.at(-1)! > 2) process.exitCode = 1;
  say(`\n## Un changement, jusqu’à ce que Meilisearch le trouve\n\np50 ${at(0.5)} s, p95 ${at(0.95)} s, le plus long ${at(1)} s (20 changements)`);
}

async function mapTable() {
  say('\n## La carte sous la main, 20 s sans repos (Chromium sans carte graphique, 1440 × 900)\n');
  say('| qui | carte | images | entre deux : p50 | p95 | la pire | tâches de plus de 50 ms | la plus longue | réponses | octets |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const { title, membershipId } of await readers()) {
    const { cookie } = await signIn(client, server.port, membershipId);
    for (const address of ['/partenaires?vue=tout', '/offres?vue=carte']) {
      const { frames, worst, longTasks, cells, bytes } = await panMap(server.port, cookie, address);
      say(`| ${title} | ${address} | ${frames.count} | ${ms(frames.p50)} | ${ms(frames.p95)} | ${ms(worst)} | ${longTasks.length} | ${ms(longTasks[0] ?? 0)} | ${cells} | ${bytes} |`);
    }
  }
}
