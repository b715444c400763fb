import { beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { agreementsOfPartner } from '~/domain/agreement/agreement.queries.server';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import { attachParent } from '~/domain/group/attach-parent.server';
import { detachParent } from '~/domain/group/detach-parent.server';
import type { Branch } from '~/domain/group/family';
import { familyOf, groupSummary } from '~/domain/group/family.queries.server';
import { gather } from '~/domain/group/gather.server';
import { groupPage, kinOfPartner } from '~/domain/group/group-page.server';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { getPartnerOverview } from '~/domain/partner/partner.queries.server';
import { passesLuhn } from '~/domain/organisation/siret';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { asSystem } from '~/server/db.server';
import { withTrace } from '~/server/log.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { sirets } from '../../support/sirets';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { manyPartners } from '../partner-list/some-partners';
import { hang, partner } from './family-of';

useDatabase();
const siret = sirets();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
type Added = Awaited<ReturnType<typeof partner>>;
let [brest, arles]: Agency[] = [];
let head: Added, west: Added, shop: Added, elsewhere: Added;

/** A group of Brest: its head office, a branch, a shop below it; and a shop that Arles alone works with. */
beforeAll(async () => {
  [brest, arles] = [await missionLocale(), await missionLocale({ regionCode: '93', departementCode: '13' })];
  head = await partner(brest, 'Tournesol', siret());
  west = await partner(brest, 'Tournesol Ouest', siret());
  shop = await partner(brest, 'Tournesol Brest', siret());
  elsewhere = await partner(arles, 'Tournesol Arles', siret());
  await hang(brest, west, head);
  await hang(brest, shop, west);
  await asSystem('a test: the network knows where it hangs', (db) => db.organisation.update({ where: { id: elsewhere.organisationId }, data: { parentId: head.organisationId } }));
}, 60_000);

const familyFor = (who: { run: <O>(work: (ctx: Ctx) => Promise<O>) => Promise<O> }, { partnershipId }: Added) => who.run((ctx) => familyOf(ctx, partnershipId, 100));
const namesOf = ({ name, children }: Branch): unknown => (children.length > 0 ? [name, ...children.map(namesOf)] : name);
const versionOf = async (agency: Agency, { organisationId }: Added) => agency.as('officer').run(async ({ db }) => (await db.organisation.findUniqueOrThrow({ where: { id: organisationId } })).version);

describe('l’arbre d’un groupe', () => {
  test('se lit de partout, avec l’étape des nôtres et les autres sans rien de qui travaille avec eux', async () => {
    const { tree, kin } = await brest!.as('counsellor').run((ctx) => groupPage(ctx, shop.partnershipId));
    expect(namesOf(tree!)).toEqual(['Tournesol', ['Tournesol Ouest', 'Tournesol Brest'], 'Tournesol Arles']);
    expect(kin).toMatchObject({ parent: { name: 'Tournesol Ouest' }, others: 1 });
    const { relatives } = await familyFor(brest!.as('officer'), shop);
    // The partner first, then ours, then the others.
    expect(relatives.map(({ name, isMember, partnerships }) => [name, isMember, partnerships.map(({ stage }) => stage)])).toEqual([['Tournesol Brest', true, ['prospect']], ['Tournesol', false, ['prospect']], ['Tournesol Ouest', false, ['prospect']], ['Tournesol Arles', false, []]]);
    expect(JSON.stringify(relatives)).not.toContain(arles!.name);
    // From Arles, the same tree of the register, and its own partnership alone.
    expect((await familyFor(arles!.as('officer'), elsewhere)).relatives.filter(({ partnerships }) => partnerships.length > 0)).toMatchObject([{ name: 'Tournesol Arles', isMember: true }]);
  });

  test('ne dit rien à qui ne travaille pas avec l’organisation ; une région ne voit que les siennes', async () => {
    expect((await familyFor(arles!.as('officer'), shop)).relatives).toEqual([]);
    await expect(arles!.as('officer').run((ctx) => groupPage(ctx, shop.partnershipId))).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
    for (const ask of ['app.family($$, 100)', 'app.above($$)']) expect(await arles!.as('officer').run(({ db }) => db.$queryRawUnsafe(`SELECT * FROM ${ask.replace('$$', `'${shop.organisationId}'`)}`))).toEqual([]);
    expect((await familyFor(regionalReader(), shop)).relatives.map(({ name }) => name).sort()).toEqual(['Tournesol', 'Tournesol Brest', 'Tournesol Ouest']);
    expect((await familyFor(regionalReader('93'), elsewhere)).relatives.map(({ name }) => name)).toEqual(['Tournesol Arles']);
    expect((await familyFor(regionalReader('93'), shop)).relatives).toEqual([]);
    // A private association of Brest that hangs on the group is nobody else's.
    const club = await partner(brest!, 'Amicale privée');
    await hang(brest!, club, head);
    expect((await familyFor(brest!.as('officer'), head)).relatives.map(({ name }) => name)).toContain('Amicale privée');
    expect(JSON.stringify(await familyFor(arles!.as('officer'), elsewhere))).not.toContain('Amicale');
  });

  test('dit ce que nos établissements acceptent, et les conventions qui finissent', async () => {
    for (const [one, readiness] of [[head, 'regular'], [west, 'willing'], [shop, 'refused']] as const) await brest!.as('officer').do(setEngagement, { partnershipId: one.partnershipId, formCode: 'immersion', readiness, capacityPerMonth: readiness === 'refused' ? null : 2 });
    await brest!.as('officer').do(addAgreement, { partnershipId: west.partnershipId, title: 'Stages', state: 'active', startsOn: '2026-01-01', endsOn: addDays(parisDay(new Date()), 30) });
    const summary = await brest!.as('officer').run((ctx) => groupSummary(ctx, shop.partnershipId));
    expect(summary).toMatchObject({ establishments: 4, forms: [{ accepts: 2, regular: 1, refuses: 1, capacity: 4 }], ending: [{ title: 'Stages', name: 'Tournesol Ouest' }] });
    expect(await arles!.as('officer').run((ctx) => groupSummary(ctx, elsewhere.partnershipId))).toEqual({ establishments: 1, forms: [], ending: [] });
    expect((await regionalReader().run((ctx) => groupSummary(ctx, shop.partnershipId))).ending).toEqual([]);
    // Carried by the branch, our own agreement is read on the shop two levels below too.
    await brest!.as('officer').do(addAgreement, { partnershipId: head.partnershipId, title: 'Cadre', state: 'active', startsOn: '2026-01-01' });
    expect((await brest!.as('officer').run((ctx) => agreementsOfPartner(ctx, shop.partnershipId))).map(({ title, link }) => [title, link])).toEqual([['Stages', 'group'], ['Cadre', 'group']]);
  });

  test('d’une fédération de quatre cent cinquante membres à nous, qui ne l’est pas : le sommet est là, les comptes sont justes, la page a une fin', async () => {
    const [agency, other] = [await missionLocale(), await missionLocale()];
    const federation = await partner(other, 'Fédération des artisans', siret(), { kindCode: 'federation' });
    const ids = await manyPartners(agency, Array.from({ length: 450 }, (_, i) => ({ name: `Artisan ${String(i).padStart(3, '0')}` })));
    await asSystem('a test: the network knows where they hang', (db) => db.$executeRaw`UPDATE organisation o SET parent_id = ${federation.organisationId}::uuid FROM partnership p WHERE p.organisation_id = o.id AND p.mission_locale_id = ${agency.id}::uuid`);
    const officer = agency.as('officer');
    const kin = (await officer.run((ctx) => kinOfPartner(ctx, ids[449]!)))!;
    // 451 in all: on the record the federation, the partner and 199 beside it, then how many more.
    expect([kin.parent?.name, kin.isFederation, kin.siblings.length, kin.others, kin.untold]).toEqual(['Fédération des artisans', true, 199, 0, 250]);
    const { tree, untold } = await officer.run((ctx) => groupPage(ctx, ids[449]!));
    expect([tree!.name, tree!.children.length, untold, tree!.children.some(({ isMember }) => isMember)]).toEqual(['Fédération des artisans', 400, 50, true]);
  });

  test('ne montre pas à côté d’une fiche gardée le double qu’une fusion en a fait, ni ne le compte', async () => {
    const agency = await missionLocale();
    const [top, kept, double] = [await partner(agency, 'Groupe Lune'), await partner(agency, 'Lune Tarbes'), await partner(agency, 'SARL Lune Tarbes')];
    for (const one of [kept, double]) await hang(agency, one, top);
    await agency.as('officer').do(mergePartners, { keptId: kept.partnershipId, mergedId: double.partnershipId });
    const { tree, kin, summary, untold } = await agency.as('officer').run((ctx) => groupPage(ctx, kept.partnershipId));
    expect([namesOf(tree!), kin?.others, summary.establishments, untold]).toEqual([['Groupe Lune', 'Lune Tarbes'], 0, 2, 0]);
  });

  test('se lit en autant de requêtes, grand ou petit', async () => {
    const alone = await partner(brest!, 'Seule', siret());
    const queries = async (read: (ctx: Ctx) => Promise<unknown>) => {
      const trace = { requestId: crypto.randomUUID(), queries: 0 };
      await brest!.person('officer');
      await withTrace(trace, () => brest!.as('officer').run(read));
      return trace.queries;
    };
    const empty = await queries(async () => null);
    for (const { partnershipId } of [alone, shop]) expect([(await queries((ctx) => kinOfPartner(ctx, partnershipId))) - empty, (await queries((ctx) => groupPage(ctx, partnershipId))) - empty]).toEqual([1, 5]);
    expect(await brest!.as('officer').run((ctx) => kinOfPartner(ctx, alone.partnershipId))).toBeNull();
  });
});

describe('rattacher', () => {
  const attach = async (agency: Agency, child: Added, to: { parent?: string; parentText?: string }) => agency.as('officer').do(attachParent, { partnershipId: child.partnershipId, version: await versionOf(agency, child), ...to });

  test('par le nom, par le SIRET, à une organisation du réseau ; partagé, daté, raconté ; puis détacher', async () => {
    const shared = siret();
    const mine = await partner(brest!, 'Quincaillerie', shared);
    const same = await partner(arles!, 'Quincaillerie', shared);
    await attach(brest!, mine, { parentText: 'Tournesol Ouest' });
    const theirSiret = (await arles!.as('officer').run(({ db }) => db.organisation.findUniqueOrThrow({ where: { id: elsewhere.organisationId } }))).siret!;
    expect(await attach(brest!, mine, { parentText: theirSiret })).toEqual({ parentName: 'Tournesol Arles' });
    expect((await brest!.as('officer').run((ctx) => getPartnerOverview(ctx, mine.partnershipId))).factSources.parentId).toMatchObject({ source: 'agency' });
    expect(await arles!.as('officer').run((ctx) => kinOfPartner(ctx, same.partnershipId))).toMatchObject({ parent: { name: 'Tournesol Arles' } });
    const lines = (await brest!.as('officer').run((ctx) => partnerHistory(ctx, mine.partnershipId))).groups.flatMap((group) => group.lines);
    expect(lines.find(({ label }) => label === 'Groupe ou fédération')).toMatchObject({ from: 'Tournesol Ouest', to: 'Tournesol Arles' });
    await brest!.as('officer').do(detachParent, { partnershipId: mine.partnershipId, version: await versionOf(brest!, mine) });
    expect(await arles!.as('officer').run((ctx) => kinOfPartner(ctx, same.partnershipId))).toBeNull();
    // Two people at once: the second reads again.
    await expect(brest!.as('officer').do(attachParent, { partnershipId: mine.partnershipId, version: 1, parent: head.partnershipId })).rejects.toMatchObject({ refusal: { kind: 'conflict' } });
  });

  test('refuse par une phrase : un cercle, soi-même, l’inconnu, le nom de plusieurs, le privé au-dessus du partagé', async () => {
    const said = async (child: Added, to: { parent?: string; parentText?: string }) => attach(brest!, child, to).then(() => null, (error: { message: string; refusal?: { field?: string } }) => error.refusal?.field === 'parent' && error.message);
    expect(await said(head, { parent: shop.partnershipId })).toMatch(/déjà rattaché/);
    expect(await said(head, { parent: head.partnershipId })).toMatch(/lui-même/);
    expect(await said(head, { parentText: siret() })).toMatch(/Aucune organisation du réseau/);
    expect(await said(head, { parentText: 'Jamais vue' })).toMatch(/ne connaissent ce nom/);
    expect(await said(head, { parentText: 'Tournes' })).toMatch(/Plusieurs organisations/);
    expect(await said(head, {})).toMatch(/Indiquez le nom/);
    const club = await partner(brest!, 'Fédération sans numéro');
    expect(await said(head, { parent: club.partnershipId })).toMatch(/indiquez d’abord le SIRET de Fédération sans numéro/);
    // What Arles keeps for itself cannot be named, nor chosen by its id: the same sentence as for what does not exist.
    const secret = await partner(arles!, 'Secret d’Arles');
    expect(await said(head, { parentText: 'Secret d’Arles' })).toMatch(/ne connaissent ce nom/);
    expect(await said(head, { parent: secret.partnershipId })).toBe(await said(head, { parent: crypto.randomUUID() }));
    await expect(arles!.as('officer').do(attachParent, { partnershipId: shop.partnershipId, version: 1, parent: elsewhere.partnershipId })).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
  });

  test('la base refuse aussi le cercle : d’une ligne, de deux lignes ensemble, de deux personnes à la fois', async () => {
    const system = (sql: string) => asSystem('a test goes round the commands', (db) => db.$executeRawUnsafe(sql));
    await expect(system(`UPDATE organisation SET parent_id = '${shop.organisationId}' WHERE id = '${head.organisationId}'`)).rejects.toThrow(/does not hang on itself/);
    await expect(system(`UPDATE organisation SET parent_id = id WHERE id = '${head.organisationId}'`)).rejects.toThrow(/does not hang on itself/);
    const [a, b] = [await partner(brest!, 'Alpha', siret()), await partner(brest!, 'Bêta', siret())];
    await expect(system(`UPDATE organisation SET parent_id = CASE id WHEN '${a.organisationId}' THEN '${b.organisationId}'::uuid ELSE '${a.organisationId}' END WHERE id IN ('${a.organisationId}', '${b.organisationId}')`)).rejects.toThrow(/does not hang on itself/);
    const both = await Promise.allSettled([attach(brest!, a, { parent: b.partnershipId }), attach(brest!, b, { parent: a.partnershipId })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((both.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ refusal: { kind: 'invalid', field: 'parent' } });
  });

  test('les établissements d’un même SIREN se proposent et se rattachent ensemble', async () => {
    const first = siret();
    const second = ['2', '3', '4', '5', '6', '7', '8', '9', '0', '1'].map((key) => `${first.slice(0, 9)}0002${key}`).find(passesLuhn)!;
    const [one, two] = [await partner(brest!, 'Boulangerie du Port', first), await partner(brest!, 'Boulangerie du Bourg', second)];
    expect(await brest!.as('officer').run((ctx) => kinOfPartner(ctx, one.partnershipId))).toMatchObject({ parent: null, sameCompany: [{ name: 'Boulangerie du Bourg' }] });
    await attach(brest!, one, { parent: head.partnershipId });
    expect(await brest!.as('officer').do(gather, { partnershipId: one.partnershipId, otherId: two.partnershipId })).toEqual({ name: 'Boulangerie du Bourg', parentName: 'Tournesol' });
    expect(await brest!.as('officer').run((ctx) => kinOfPartner(ctx, two.partnershipId))).toMatchObject({ parent: { name: 'Tournesol' }, sameCompany: [] });
  });
});


