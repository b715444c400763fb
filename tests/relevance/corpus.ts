import { addPartner } from '~/domain/partner/add-partner.server';
import { loadRome } from '~/domain/rome/load-rome.server';
import { asSystem } from '~/server/db.server';
import { offersByActivity, offersByKind, ownOffers } from '../../prisma/seed/demo-offer-words';
import { inventPartners } from '../../prisma/seed/demo-partners';
import { randomFrom } from '../../prisma/seed/demo-random';
import { missionLocale } from '../support/agencies';
import { importing, sharedFile } from '../support/imports';
import type { Thing } from './judgements';

type Agency = Awaited<ReturnType<typeof missionLocale>>;

/** Where the offers of the corpus are, one after the other: INSEE code and postcode. */
const towns = [['65440', '65000'], ['65286', '65100'], ['65059', '65200'], ['65258', '65300'], ['64445', '64000'], ['32013', '32000'], ['31483', '31800'], ['65047', '65800']] as const;

/**
 * One agency that has the partners of the demonstration, the 3,637 work-integration structures and the 908 France Services of the public
 * files, and offers: those of the demonstration's phrases, and one for each of the 532 trades of the official list, under its first title.
 */
export async function makeCorpus(): Promise<{ agency: Agency; partners: Thing[]; offers: Thing[] }> {
  const agency = await missionLocale({ name: 'Mission Locale des Deux Vallées' });
  const officer = agency.as('officer');
  for (const file of ['siae-2019.csv', 'france-services.csv']) {
    const one = await importing(agency, await sharedFile(file), { fileName: file });
    await one.plan();
    await one.apply();
  }
  for (const some of inSomes(inventPartners(randomFrom(65), new Map()), 25)) {
    await officer.run(async (ctx) => {
      for (const { input } of some) await addPartner({ ...ctx, emit: async () => {} }, input);
    });
  }
  await publishOffers(agency);
  await asSystem('the night learns the words', (db) => db.$queryRaw`SELECT search.learn_words()`, { timeout: 60_000 });
  return { agency, partners: await partnersOf(agency), offers: await offersOf(agency) };
}

async function publishOffers(agency: Agency): Promise<void> {
  const jobs = (await rows('rome.csv')).map(([code = '', label = '']) => ({ code, label }));
  const titles = (await rows('rome-appellations.csv')).map(([, jobCode = '', label = '']) => ({ jobCode, label }));
  await asSystem('the corpus knows every trade', (db) => loadRome(db, { jobs, titles }, { isWhole: true }), { timeout: 60_000 });
  const firstTitles = jobs.map(({ code }) => ({ code, title: titles.find(({ jobCode }) => jobCode === code)?.label ?? code }));
  const sketches = [...Object.values(offersByActivity).flat(), ...Object.values(offersByKind).flat(), ...ownOffers];
  const centres = await asSystem('where the towns are', (db) => db.commune.findMany({ where: { code: { in: towns.map(([code]) => code) } }, select: { code: true, latitude: true, longitude: true, departementCode: true } }));
  const placed = (i: number) => {
    const [communeCode, postcode] = towns[i % towns.length]!;
    const { code: _code, ...centre } = centres.find(({ code }) => code === communeCode)!;
    return { hasOwnPlace: true, communeCode, postcode, placePrecision: 'commune' as const, state: 'published' as const, audience: 'agency' as const, ...centre };
  };
  const now = Date.now();
  // Their ids are always the same: equal ranks fall in the order of ids.
  const dated = (i: number) => ({ id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`, publishedAt: new Date(now - i * 60_000), confirmedAt: new Date(now - i * 60_000) });
  await agency.as('officer').run(({ db }) =>
    db.offer.createMany({
      data: [
        // Each phrase of the demonstration once, from town to town.
        ...sketches.map(({ kind, title, description, romes, contract, themes, conditions, duration }, i) => ({ ...placed(i % 7), ...dated(i), kind, title: title ?? '', description, romes: [romes ?? []].flat(), contract, themeCodes: [themes ?? []].flat(), conditions, duration })),
        ...firstTitles.map(({ code, title }, i) => ({ ...placed(i), ...dated(i + 100), kind: 'job' as const, title, romes: [code], contract: 'CDD', themeCodes: ['emploi'] })),
      ],
    }),
  );
}

async function rows(file: string): Promise<string[][]> {
  return (await sharedFile(file)).toString('utf8').split(/\r?\n/).slice(1).filter(Boolean).map((line) => line.split(';'));
}

function partnersOf(agency: Agency): Promise<Thing[]> {
  return agency.as('officer').run(
    ({ db }) => db.$queryRaw<Thing[]>`SELECT s.partnership_id::text AS id, s.name AS nom, coalesce(s.siret, '') AS siret, coalesce(s.commune_name, '') AS commune, coalesce(s.departement_code, '') AS departement,
      array_to_string(ARRAY(SELECT k.code FROM organisation_kind k WHERE k.id = ANY (s.kind_ids)), ' ') AS typologie, array_to_string(s.theme_codes, ' ') AS thematique, coalesce(o.naf_code, '') AS naf FROM search.partner_of_agency s JOIN organisation o ON o.id = s.organisation_id`,
  );
}

function offersOf(agency: Agency): Promise<Thing[]> {
  return agency.as('officer').run(({ db }) => db.$queryRaw<Thing[]>`SELECT s.offer_id::text AS id, s.title AS nom, coalesce(s.commune_name, '') AS commune, coalesce(s.departement_code, '') AS departement, array_to_string(s.romes, ' ') AS rome, s.kind::text AS sorte, array_to_string(s.theme_codes, ' ') AS thematique FROM search.offer_seen s`);
}

function* inSomes<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
