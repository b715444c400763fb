import { noFilters } from '~/domain/partner/list/filters';
import { saveList } from '~/domain/saved-list/save-list.server';
import { startWalk } from '~/domain/saved-list/start-walk.server';
import { stepThrough } from '~/domain/saved-list/step-through.server';
import type { Actor } from '~/access/actor';
import { asActor, asSystem } from '~/server/db.server';
import { addValue } from '~/domain/value/add-value.server';
import { retireValue } from '~/domain/value/retire-value.server';
import { dateBack } from './demo-dates';
import { seedDuplicates } from './demo-duplicates';
import { seedNetworkDoubles } from './demo-network-doubles';
import { seedFeedback } from './demo-feedback';
import { seedFiles } from './demo-files';
import { seedGiving } from './demo-giving';
import { seedGroups } from './demo-groups';
import { seedFeeds } from './demo-feeds';
import { seedOfferImport } from './demo-offer-import';
import { seedOffers } from './demo-offers';
import { seedOfferInSeveralPlaces } from './demo-places-of-offer';
import { liveAll, type Crew } from './demo-life';
import { fictionalSiret, inventPartners, type InventedPartner } from './demo-partners';
import { demoAgencies, emailOf } from './demo-people';
import { randomFrom, type Random } from './demo-random';
import { trades } from './demo-trades';
import { seedHandover } from './demo-handover';
import { seedKept } from './demo-kept';
import { seedNews } from './demo-news';
import { seedProposals, seedTasks } from './demo-tasks';
import { seedFoundPlaces, seedPlacesToCheck } from './demo-places';
import { neighbourTowns } from './demo-words';

const lafitteSiret = fictionalSiret(9000);
const tagLabels = ['Forum de printemps', 'Petit-déjeuner entreprises', 'Recrute en saison', 'Clause d’insertion', 'Réseau parrainage', 'Club des apprentis', 'À relancer', 'Logé sur place'];

/** Three years of partners for both agencies, and the organisation of the partner account. */
export async function seedPartnerships(): Promise<{ partnerOrganisationId: string }> {
  const random = randomFrom(65);
  const centres = await asSystem('the demonstration reads the map', async (db) => new Map((await db.commune.findMany({ where: { latitude: { not: null } }, select: { code: true, latitude: true, longitude: true } })).map(({ code, ...centre }) => [code, centre])));
  const taken = new Set<string>(['Garage Lafitte']);

  const adour = await crewOf('adour');
  const nadia = adour.officers.find(({ email }) => email.startsWith('nadia')) ?? adour.officers[0]!;
  const { tagIds, farmId } = await localValues(adour);
  const partners = [lafitte(), ...inventPartners(random, centres, { taken })];
  const lives = await liveAll(partners, adour, ({ trade }, { chance, some }) => ({ tagIds: chance(0.45) ? some(tagIds, 1, 2) : [], localKindId: trade.naf === '01.50Z' && chance(0.4) ? farmId : null }));

  const gascogne = await crewOf('gascogne');
  const own = inventPartners(random, centres, { towns: neighbourTowns, share: 0.1, firstNumber: 2000, taken });
  lives.push(...(await liveAll([...own, ...alsoTheirs(partners, random)], gascogne, () => ({ tagIds: [] }))));

  await seedFoundPlaces(adour.officers[0]!, partners);
  await seedFoundPlaces(gascogne.officers[0]!, own);
  await dateBack(lives);
  await seedGiving(adour.officers[0]!);
  await seedDuplicates(adour);
  await seedOffers(adour.officers[0]!, 6_504);
  await seedOfferImport(adour.officers[0]!);
  await seedFeeds(adour.officers[0]!.missionLocaleId!);
  await seedOffers(gascogne.officers[0]!, 3_204);
  await keepLists(adour.officers[0]!, nadia);
  await seedKept(adour.colleagues.find(({ role }) => role === 'counsellor')!);
  for (const crew of [adour, gascogne]) await seedTasks(crew);
  await dateBack(await seedGroups(adour.officers[0]!, gascogne.officers[0]!));
  await seedPlacesToCheck(adour.officers[0]!);
  await seedNetworkDoubles(gascogne.officers[0]!);
  await seedFeedback(adour.colleagues);
  await seedHandover(adour);
  await seedFiles(nadia);
  await seedNews(nadia, adour.colleagues.find(({ role }) => role === 'counsellor'));
  await seedOfferInSeveralPlaces(adour.officers[0]!);
  for (const crew of [adour, gascogne]) await seedProposals(crew);
  const garage = await asSystem('whose partner account it is', (db) => db.organisation.findUniqueOrThrow({ where: { siret: lafitteSiret }, select: { id: true } }));
  return { partnerOrganisationId: garage.id };
}

/** The lists that the first agency keeps: two to work through together, in one of which an officer stopped half-way, and one of its author alone. */
async function keepLists(author: Actor, walker: Actor) {
  const { listId } = await asActor(author, 'demonstration', async (ctx) => {
    await saveList(ctx, { name: 'Immersions possibles en mécanique', isShared: true, filters: { ...noFilters, forme: ['immersion'], metier: 'I16' } });
    await saveList(ctx, { name: 'Mes visites du printemps', isShared: false, filters: { ...noFilters, forme: ['visite'], mois: 5, miens: true } });
    return saveList(ctx, { name: 'En veille, à réveiller', isShared: true, filters: { ...noFilters, etape: ['dormant'] } });
  });
  await asActor(walker, 'demonstration', async (ctx) => {
    const { address, partnershipId } = await startWalk(ctx, { listId });
    for (let [id, known] = [partnershipId, 1]; id !== null && known <= 4; known += 1) id = (await stepThrough(ctx, { partnershipId: id, address, known, listId }))?.nextId ?? null;
  });
}

/** The people of an agency, as actors. */
async function crewOf(key: keyof typeof demoAgencies): Promise<Crew> {
  const { people, name } = demoAgencies[key];
  return asSystem('the demonstration acts as its people', async (db) => {
    const agency = await db.missionLocale.findFirstOrThrow({ where: { name, isDemo: true }, include: { sites: true } });
    const memberships = await db.membership.findMany({ where: { missionLocaleId: agency.id, endedAt: null }, include: { user: true } });
    const actors = memberships.map(({ id, role, user, siteId }) => ({
      actor: { userId: user.id, sessionId: '', membershipId: id, role, firstName: user.firstName, lastName: user.lastName, email: user.email, missionLocaleId: agency.id, regionCode: null, organisationId: null, placeName: name } satisfies Actor,
      siteId,
    }));
    const siteIds = new Map(demoAgencies[key].sites.map((site) => [site.key as string, agency.sites.find(({ name: called }) => called === site.name)!.id]));
    const officers = actors.filter(({ actor }) => actor.role === 'officer');
    const officerOfSite = new Map([...siteIds].flatMap(([site, id]) => officers.filter(({ siteId }) => siteId === id).map(({ actor }) => [site, actor] as const)));
    const outcomes = await db.interactionOutcome.findMany({ where: { missionLocaleId: null }, select: { id: true, code: true } });
    const endReasons = await db.endReason.findMany({ where: { missionLocaleId: null }, orderBy: { position: 'asc' } });
    const known = new Set(people.map(emailOf));
    return { officers: officers.map(({ actor }) => actor), officerOfSite, colleagues: actors.map(({ actor }) => actor).filter(({ email }) => known.has(email)), siteIds, endReasonIds: endReasons.map(({ id }) => id), outcomeIds: new Map(outcomes.map(({ id, code }) => [code ?? '', id])) };
  });
}

/** The agency's own words: tags, a kind, a form, a way to travel; one of them retired. */
async function localValues({ colleagues }: Crew) {
  const admin = colleagues.find(({ role }) => role === 'admin')!;
  return asActor(admin, 'demonstration', async (ctx) => {
    const tagIds: string[] = [];
    for (const label of tagLabels) tagIds.push((await addValue(ctx, { set: 'etiquettes', label })).valueId);
    const { valueId: old } = await addValue(ctx, { set: 'etiquettes', label: 'Forum 2023' });
    await retireValue(ctx, { set: 'etiquettes', id: old });
    const { valueId: farmId } = await addValue(ctx, { set: 'typologies', label: 'Ferme pédagogique' });
    await addValue(ctx, { set: 'formes-d-engagement', label: 'Chantier jeunes' });
    await addValue(ctx, { set: 'moyens-de-transport', label: 'Navette de la vallée' });
    await addValue(ctx, { set: 'motifs-de-fin', label: 'Fermeture saisonnière' });
    return { tagIds, farmId };
  });
}

/** A dozen of the first agency's partners that the neighbour works with too: one record in the network, two private relations. */
function alsoTheirs(partners: readonly InventedPartner[], random: Random): InventedPartner[] {
  const near = partners.filter(({ input, town, stage }) => input.siret && stage === 'active' && ['65304', '65375', '65460', '65452', '32256', '32233', '65440'].includes(town));
  return near.slice(0, 12).map((partner) => ({ ...partner, site: 'mirande', addedDaysAgo: random.int(30, 700), moves: [], stage: 'prospect', contacts: partner.contacts.slice(0, 1) }));
}

/** The garage whose owner has the demonstration's partner account. */
function lafitte(): InventedPartner {
  const trade = trades.find(({ naf }) => naf === '45.20A')!;
  return {
    trade, town: '65440', site: 'tarbes', stage: 'active', addedDaysAgo: 1050, door: null,
    moves: [{ verb: 'contact', daysAgo: 1040 }, { verb: 'build', daysAgo: 1000 }, { verb: 'activate', daysAgo: 960 }],
    contacts: [{ firstName: 'Pierre', lastName: 'Lafitte', jobTitle: 'gérant', phone: '05 36 49 12 08', email: 'p.lafitte@garage-lafitte.example', preference: 'préfère le téléphone, avant 9 h' }],
    input: {
      name: 'Garage Lafitte', kindCode: 'entreprise', siret: lafitteSiret, nafCode: '45.20A', headcountBand: '03', addressLine: '14 rue des Forges', postcode: '65000', communeCode: '65440',
      latitude: '43.2351', longitude: '0.0762', phone: '05 36 49 12 08', email: 'contact@garage-lafitte.example', website: 'https://garage-lafitte.example',
      openingHours: 'Du lundi au vendredi 8h-12h et 14h-18h30', description: 'Mécanique et carrosserie. Accueille en immersion toute l’année, sauf en août.', themes: ['emploi', 'mobilite'], externalId: 'P-0000',
    },
  };
}
