import { beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { addNationalAgreement } from '~/domain/national-agreement/add-national-agreement.server';
import { editNationalAgreement } from '~/domain/national-agreement/edit-national-agreement.server';
import { endNationalAgreement, resumeNationalAgreement } from '~/domain/national-agreement/end-national-agreement.server';
import { allNationalAgreements, nationalAgreementsOf } from '~/domain/national-agreement/national-agreements.queries.server';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { withTrace } from '~/server/log.server';
import { acting, member, missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { importing } from '../../support/imports';
import { sirets } from '../../support/sirets';
import { named } from '../partner-list/some-partners';
import { hang, partner } from './family-of';

useDatabase();
const siret = sirets();
const platform = acting(() => member({ role: 'platformAdmin', placeName: 'Plateforme' }));
const today = parisDay(new Date());
const headOffice = siret();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
type Added = Awaited<ReturnType<typeof partner>>;
let [brest, arles]: Agency[] = [];
let head: Added, region: Added, shop: Added, theirs: Added;

/** The group is Brest's partner, with an establishment two levels below; Arles knows another establishment alone. */
beforeAll(async () => {
  [brest, arles] = [await missionLocale(), await missionLocale({ regionCode: '93', departementCode: '13' })];
  head = await partner(brest, 'Grand Groupe', headOffice);
  region = await partner(brest, 'Grand Groupe Ouest', siret());
  const [shopSiret, theirSiret] = [siret(), siret()];
  shop = await partner(brest, 'Grand Groupe Brest', shopSiret);
  const theirRecord = await partner(brest, 'Grand Groupe Arles', theirSiret);
  for (const [child, above] of [[region, head], [shop, region], [theirRecord, head]] as const) await hang(brest, child, above);
  theirs = await partner(arles, 'Grand Groupe Arles', theirSiret);
  await partner(arles, 'Sans rapport', siret());
}, 60_000);

const covered = (agency: Agency) => agency.as('officer').do(listPartners, { atout: ['accord'] }).then(named);
const heldBy = (agency: Agency, { partnershipId }: Added) => agency.as('counsellor').run((ctx) => nationalAgreementsOf(ctx, partnershipId));
const add = (more: Partial<Parameters<typeof addNationalAgreement>[1]> = {}) => platform.do(addNationalAgreement, { siret: headOffice, title: 'Accord jeunes', ...more });
const versionOf = async (id: string) => (await platform.run(allNationalAgreements)).find((one) => one.id === id)!.version;

describe('un accord porté par un groupe', () => {
  test('se lit sur chaque établissement au-dessous, de chaque agence, et nulle part ailleurs', async () => {
    expect([await covered(brest!), await covered(arles!)]).toEqual([[], []]);
    const formIds = await platform.run(async ({ db }) => (await db.engagementForm.findMany({ where: { code: { in: ['immersion', 'alternance'] } } })).map(({ id }) => id));
    const { agreementId, carrier } = await add({ formIds, says: '200 alternances par an', link: 'groupe.example/accord', contactName: 'Mme Roy', contactEmail: 'roy@groupe.example', startsOn: '2026-01-01' });
    expect(carrier).toBe('Grand Groupe');
    expect(await covered(brest!)).toEqual(['Grand Groupe', 'Grand Groupe Arles', 'Grand Groupe Brest', 'Grand Groupe Ouest']);
    expect(await covered(arles!)).toEqual(['Grand Groupe Arles']);
    expect(await heldBy(brest!, shop)).toMatchObject([{ id: agreementId, title: 'Accord jeunes', carrier: 'Grand Groupe', carrierId: head.partnershipId, isOwn: false, link: 'https://groupe.example/accord', contactName: 'Mme Roy' }]);
    expect((await heldBy(brest!, shop))[0]!.forms.map(({ label }) => label)).toHaveLength(2);
    expect(await heldBy(brest!, head)).toMatchObject([{ isOwn: true }]);
    // Arles works with the establishment, not with the group: it reads the agreement and its carrier's name.
    expect(await heldBy(arles!, theirs)).toMatchObject([{ carrier: 'Grand Groupe', carrierId: null }]);
    expect(await arles!.as('officer').run((ctx) => getPartner(ctx, theirs.partnershipId))).toMatchObject({ isCovered: true });
    expect((await regionalReader('93').run((ctx) => nationalAgreementsOf(ctx, theirs.partnershipId))).map(({ title }) => title)).toEqual(['Accord jeunes']);
    const { groups } = await brest!.as('officer').run((ctx) => partnerHistory(ctx, head.partnershipId));
    expect(groups[0]).toMatchObject({ who: 'L’administration de la plateforme', lines: [{ label: 'Accord national', to: 'Accord jeunes' }] });

    await platform.do(endNationalAgreement, { agreementId, version: await versionOf(agreementId) });
    expect([await covered(brest!), await covered(arles!)]).toEqual([[], []]);
    expect(await heldBy(brest!, shop)).toMatchObject([{ endedOn: today }]);
    await platform.do(resumeNationalAgreement, { agreementId, version: await versionOf(agreementId) });
    expect(await covered(arles!)).toEqual(['Grand Groupe Arles']);
    await platform.do(endNationalAgreement, { agreementId, version: await versionOf(agreementId) });
  });

  test('vaut pour les jours qu’il dit, et suit l’établissement qui change de groupe', async () => {
    const coming = await add({ startsOn: addDays(today, 1) });
    const past = await add({ startsOn: '2020-01-01', endsOn: addDays(today, -1) });
    expect(await covered(arles!)).toEqual([]);
    await platform.do(editNationalAgreement, { agreementId: past.agreementId, version: await versionOf(past.agreementId), title: 'Prolongé', endsOn: today });
    expect(await covered(arles!)).toEqual(['Grand Groupe Arles']);
    await brest!.as('officer').run((ctx) => ctx.db.organisation.update({ where: { id: region.organisationId }, data: { parentId: null } }));
    expect(await covered(brest!)).toEqual(['Grand Groupe', 'Grand Groupe Arles']);
    await hang(brest!, region, head);
    expect(await covered(brest!)).toContain('Grand Groupe Brest');
    // An establishment that becomes a partner later is covered at once.
    const late = await missionLocale();
    await partner(late, 'Grand Groupe Arles', (await arles!.as('officer').run((ctx) => getPartner(ctx, theirs.partnershipId))).siret);
    expect(await covered(late)).toEqual(['Grand Groupe Arles']);
    for (const { agreementId } of [coming, past]) await platform.do(endNationalAgreement, { agreementId, version: await versionOf(agreementId) });
    expect(await covered(late)).toEqual([]);
  });

  test('passe après les autres dès minuit à Paris, quand la machine est encore la veille', async () => {
    const added = [await add({ title: 'Jusqu’au 25', endsOn: '2086-11-25' }), await add({ title: 'Jusqu’au 30', endsOn: '2086-11-30' })];
    const titlesAt = (now: string) => brest!.as('counsellor').run((ctx) => nationalAgreementsOf({ ...ctx, now: new Date(now) }, shop.partnershipId)).then((all) => all.filter(({ endedOn }) => endedOn === null).map(({ title }) => title));
    expect(await titlesAt('2086-11-25T22:30:00Z')).toEqual(['Jusqu’au 25', 'Jusqu’au 30']);
    expect(await titlesAt('2086-11-25T23:30:00Z')).toEqual(['Jusqu’au 30', 'Jusqu’au 25']);
    for (const { agreementId } of added) await platform.do(endNationalAgreement, { agreementId, version: await versionOf(agreementId) });
  });
});

test('reste quand une agence annule l’import qui avait fait connaître le groupe', async () => {
  const number = siret();
  const file = await importing(brest!, `SIRET;Nom\n${number};Groupe importé`);
  await file.plan();
  await file.apply();
  const { agreementId } = await add({ siret: number, title: 'Accord du groupe importé' });
  expect((await file.undo()).state).toBe('undone');
  expect((await platform.run(allNationalAgreements)).find(({ id }) => id === agreementId)).toMatchObject({ carrier: 'Groupe importé' });
});

describe('qui l’écrit', () => {
  test('la plateforme seule : ni une agence, ni une région, ni un partenaire, même en passant à côté des commandes', async () => {
    const { agreementId } = await add();
    const write = { create: (ctx: Ctx) => ctx.db.nationalAgreement.create({ data: { organisationId: head.organisationId, title: 'Faux' } }), update: (ctx: Ctx) => ctx.db.nationalAgreement.updateMany({ where: { id: agreementId }, data: { title: 'Faux' } }) };
    const partnerAccount = acting(() => member({ role: 'partnerAdmin', organisationId: head.organisationId, placeName: 'Groupe' }));
    for (const who of [brest!.as('admin'), regionalReader(), partnerAccount]) {
      await expect(who.run(write.create)).rejects.toThrow(/row-level security|violates/);
      expect(await who.run(write.update)).toEqual({ count: 0 });
      expect(await who.run(allNationalAgreements)).toEqual([]);
    }
    expect(await partnerAccount.run((ctx) => ctx.db.nationalAgreement.findMany())).toEqual([]);
    // A platform account that has ended is nobody.
    const gone = await member({ role: 'platformAdmin', placeName: 'Plateforme' });
    await expect(acting(() => Promise.resolve({ ...gone, userId: crypto.randomUUID() })).run(write.create)).rejects.toThrow();
    expect((await platform.run(allNationalAgreements)).find(({ id }) => id === agreementId)).toMatchObject({ title: 'Accord jeunes', carrier: 'Grand Groupe', establishments: 2 });
  });

  test('à deux, le second est prévenu ; une saisie fautive est dite à son champ', async () => {
    const { agreementId } = await add({ title: 'Premier' });
    await platform.do(editNationalAgreement, { agreementId, version: 1, title: 'Second' });
    await expect(platform.do(editNationalAgreement, { agreementId, version: 1, title: 'Troisième' })).rejects.toMatchObject({ refusal: { kind: 'stale', changes: [{ field: 'title', theirs: 'Second', yours: 'Troisième' }] } });
    await expect(platform.do(endNationalAgreement, { agreementId, version: 1 })).rejects.toMatchObject({ refusal: { kind: 'conflict' } });
    const field = (more: Parameters<typeof add>[0]) => add(more).then(() => null, (error: { refusal?: { field?: string } }) => error.refusal?.field);
    expect([await field({ siret: siret() }), await field({ siret: '12' }), await field({ title: ' ' }), await field({ startsOn: '2026-05-01', endsOn: '2026-04-01' }), await field({ link: 'pas un lien' }), await field({ contactEmail: 'roy' }), await field({ formIds: [crypto.randomUUID()] })])
      .toEqual(['siret', 'siret', 'title', 'endsOn', 'link', 'contactEmail', 'formIds']);
  });

  test('une agence n’en lit rien de plus pour une organisation qui n’est pas la sienne ; une requête, combien qu’ils soient', async () => {
    expect(await heldBy(arles!, shop)).toEqual([]);
    expect(await arles!.as('officer').run((ctx) => ctx.db.$queryRaw`SELECT * FROM app.national_agreements_of(${shop.organisationId}::uuid)`)).toEqual([]);
    await expect(arles!.as('officer').run((ctx) => ctx.db.$queryRaw`SELECT * FROM app.line_of(${shop.organisationId}::uuid)`)).rejects.toThrow(/permission denied/);
    const queries = async (read: (ctx: Ctx) => Promise<unknown>) => {
      const trace = { requestId: crypto.randomUUID(), queries: 0 };
      await brest!.person('officer');
      await withTrace(trace, () => brest!.as('officer').run(read));
      return trace.queries;
    };
    expect((await queries((ctx) => nationalAgreementsOf(ctx, shop.partnershipId))) - (await queries(async () => null))).toBe(1);
  });
});
