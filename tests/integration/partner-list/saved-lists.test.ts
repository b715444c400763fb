import { beforeAll, describe, expect, test } from 'vitest';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { neighboursOf } from '~/domain/partner/list/neighbours.server';
import { noFilters, sorts } from '~/domain/partner/list/filters';
import { readFilters } from '~/domain/partner/list/read-filters';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { deleteList } from '~/domain/saved-list/delete-list.server';
import { renameList } from '~/domain/saved-list/rename-list.server';
import { restoreList } from '~/domain/saved-list/restore-list.server';
import { saveList } from '~/domain/saved-list/save-list.server';
import { savePicked } from '~/domain/saved-list/save-picked.server';
import { startWalk } from '~/domain/saved-list/start-walk.server';
import { stepThrough, type Walk } from '~/domain/saved-list/step-through.server';
import { savedLists } from '~/domain/saved-list/saved-lists.queries.server';
import { acting, missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { named, partners } from './some-partners';

useDatabase();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
type Agency = Awaited<ReturnType<typeof missionLocale>>;
let ml: Agency;
let ids: string[];
const names = ['Alpha garage', 'Bravo garage', 'Charlie garage', 'Delta mairie', 'Écho garage'];
beforeAll(async () => {
  ml = await missionLocale();
  ids = await partners(ml, names.map((name) => ({ name, ...(name !== 'Écho garage' && { postcode: '65000', commune: 'Tarbes' }) })));
}, 60_000);
const officer = () => ml.as('officer');
const garages = { ...noFilters, q: 'garage', tri: 'nom' as const };

describe('une liste enregistrée', () => {
  test('garde les filtres, pour soi ou pour l’agence', async () => {
    const { listId } = await officer().do(saveList, { name: 'Garages', isShared: false, filters: garages });
    const mine = (await officer().run(savedLists)).find(({ id }) => id === listId);
    expect(mine).toMatchObject({ name: 'Garages', address: 'q=garage&tri=nom', isPicked: false, isMine: true, mayChange: true, count: null });
    const colleague = acting(() => ml.another('officer'));
    expect((await colleague.run(savedLists)).some(({ id }) => id === listId)).toBe(false);
    expect(await refusalOf(colleague.do(startWalk, { listId }))).toMatchObject({ refusal: { kind: 'notFound' } });
    await officer().do(renameList, { listId, version: mine!.version, name: 'Nos garages', isShared: true });
    expect((await colleague.run(savedLists)).find(({ id }) => id === listId)).toMatchObject({ name: 'Nos garages', isMine: false, mayChange: false });
  });

  test('garde les partenaires cochés, ceux-là et pas d’autres', async () => {
    const { listId, count } = await officer().do(savePicked, { ids: [ids[3]!, ids[0]!], isAll: false, name: 'À rappeler', isShared: true, filters: noFilters });
    expect(count).toBe(2);
    expect(named(await officer().do(listPartners, readFilters(new URLSearchParams(`liste=${listId}`)).filters))).toEqual(['Alpha garage', 'Delta mairie']);
    expect((await officer().run(savedLists)).find(({ id }) => id === listId)).toMatchObject({ isPicked: true, count: 2, address: `liste=${listId}` });
    // Another agency and a region find nothing behind that number.
    const auch = await missionLocale();
    for (const stranger of [auch.as('officer'), regionalReader()]) expect((await stranger.do(listPartners, { liste: listId })).total).toBe(0);
  });

  test('se supprime et revient ; celle d’une collègue ne se touche pas', async () => {
    const { listId } = await officer().do(saveList, { name: 'Passagère', isShared: true, filters: garages });
    const colleague = acting(() => ml.another('counsellor'));
    expect(await refusalOf(colleague.do(deleteList, { listId }))).toMatchObject({ refusal: { kind: 'forbidden' } });
    await officer().do(deleteList, { listId });
    expect((await officer().run(savedLists)).some(({ id }) => id === listId)).toBe(false);
    await officer().do(restoreList, { listId });
    expect((await officer().run(savedLists)).some(({ id }) => id === listId)).toBe(true);
    // Who looks after the agency tidies what is shared.
    expect(await ml.as('manager').do(deleteList, { listId })).toEqual({ name: 'Passagère' });
  });

  test('deux personnes qui la renomment : la seconde le sait', async () => {
    const { listId } = await officer().do(saveList, { name: 'Un', isShared: true, filters: garages });
    await officer().do(renameList, { listId, version: 1, name: 'Deux', isShared: true });
    expect(await refusalOf(ml.as('admin').do(renameList, { listId, version: 1, name: 'Trois', isShared: true }))).toMatchObject({ refusal: { kind: 'stale', changes: [{ theirs: 'Deux', yours: 'Trois' }] } });
  });

  test('la liste d’une autre agence n’existe pas', async () => {
    const { listId } = await officer().do(saveList, { name: 'Chez nous', isShared: true, filters: garages });
    const auch = await missionLocale();
    for (const verb of [deleteList, restoreList]) expect(await refusalOf(auch.as('admin').do(verb, { listId }))).toMatchObject({ refusal: { kind: 'notFound' } });
  });
});

describe('parcourir une liste', () => {
  test('d’un partenaire au suivant, avec son rang', async () => {
    const at = (i: number) => officer().run((ctx) => neighboursOf(ctx, ids[i], 'q=garage&tri=nom'));
    expect(await at(0)).toEqual({ rank: 1, total: 4, isIn: true, previousId: null, nextId: ids[1], dates: null });
    expect(await at(2)).toEqual({ rank: 3, total: 4, isIn: true, previousId: ids[1], nextId: ids[4], dates: null });
    expect(await at(4)).toEqual({ rank: 4, total: 4, isIn: true, previousId: ids[2], nextId: null, dates: null });
  });

  test.each(sorts)('dans l’ordre « %s », le chemin est celui de la liste', async (tri) => {
    const address = new URLSearchParams({ q: 'garage', commune: '65440', rayon: '30', tri }).toString();
    const { rows } = await officer().do(listPartners, readFilters(new URLSearchParams(address)).filters);
    expect(rows.length).toBe(3);
    const walked: string[] = [];
    for (let id: string | null = rows[0]!.id; id; ) {
      const here = (await officer().run((ctx) => neighboursOf(ctx, id!, address)))!;
      expect([here.rank, here.total, here.previousId]).toEqual([walked.length + 1, 3, walked.at(-1) ?? null]);
      walked.push(id);
      id = here.nextId;
    }
    expect(walked).toEqual(rows.map(({ id }) => id));
  });

  test('le rang compté par la page est repris tel quel, sauf aux deux bouts, qui sont sûrs', async () => {
    const at = (i: number, known: number) => officer().run(async (ctx) => (await neighboursOf(ctx, ids[i], 'q=garage&tri=nom', known))?.rank);
    expect(await at(1, 2)).toBe(2);
    expect(await at(2, 2)).toBe(2);
    expect(await at(2, 99)).toBe(4);
    expect(await at(0, 3)).toBe(1);
    expect(await at(4, 2)).toBe(4);
  });

  test('un partenaire sorti de la liste entre-temps garde sa place', async () => {
    const [first, second, third] = await partners(ml, ['Zoé une', 'Zoé deux', 'Zoé trois'].map((name) => ({ name })));
    const byName = 'q=zoe&etape=prospect&tri=nom';
    await officer().do(movePartnership, { partnershipId: third!, verb: 'contact' });
    const here = await officer().run((ctx) => neighboursOf(ctx, third, byName));
    expect(here).toMatchObject({ rank: 2, total: 2, previousId: second, nextId: first });
  });

  test('rien de celui d’une autre agence', async () => {
    const auch = await missionLocale();
    expect(await auch.as('officer').run((ctx) => neighboursOf(ctx, ids[0], 'q=garage'))).toBeNull();
  });

  test('« Parcourir » commence par le premier, puis reprend là où chaque personne s’est arrêtée', async () => {
    const { listId } = await officer().do(saveList, { name: 'Garages', isShared: true, filters: garages });
    const address = 'q=garage&tri=nom';
    expect(await officer().do(startWalk, { listId, resumes: true })).toEqual({ name: 'Garages', address, isDeleted: false, partnershipId: ids[0], rank: 1 });
    await officer().do(stepThrough, { listId, address, partnershipId: ids[0]!, known: 1 });
    await officer().do(stepThrough, { listId, address, partnershipId: ids[2]!, known: 3 });
    expect((await officer().run(savedLists)).find(({ id }) => id === listId)?.place).toEqual({ name: 'Charlie garage', rank: 3, total: 4 });
    expect(await officer().do(startWalk, { listId, resumes: true })).toMatchObject({ partnershipId: ids[2], rank: 3 });
    expect(await officer().do(startWalk, { listId })).toMatchObject({ partnershipId: ids[0], rank: 1 });
    const colleague = acting(() => ml.another('officer'));
    expect((await colleague.run(savedLists)).find(({ id }) => id === listId)?.place).toBeNull();
    expect(await colleague.do(startWalk, { listId, resumes: true })).toMatchObject({ partnershipId: ids[0] });
    // A list that is not the person’s own agency’s keeps no place.
    const auch = await missionLocale();
    expect(await auch.as('officer').do(stepThrough, { listId, address, partnershipId: ids[1]!, known: 2 })).toBeNull();
  });

  test('un partenaire que le travail sort du filtre ne fait sauter ni revoir personne ; la liste vidée ou supprimée le dit', async () => {
    const [one, two, three] = await partners(ml, ['Yak un', 'Yak deux', 'Yak trois'].map((name) => ({ name })));
    const { listId } = await officer().do(saveList, { name: 'Yaks à contacter', isShared: false, filters: { ...noFilters, q: 'yak', etape: ['prospect'], tri: 'modification' } });
    const walked: string[] = [];
    // By name, though the list is by date of change: deux, trois, un.
    const { address, partnershipId, rank } = await officer().do(startWalk, { listId });
    for (let id = partnershipId, known = rank; id !== null; ) {
      walked.push(id);
      await officer().do(movePartnership, { partnershipId: id, verb: 'contact' });
      const here: Walk | null = await officer().do(stepThrough, { listId, address, partnershipId: id, known });
      expect(here).toMatchObject({ isIn: false, isDeleted: false, rank: 1, total: 3 - walked.length });
      [id, known] = [here!.nextId, here!.rank];
    }
    expect(walked).toEqual([two, three, one]);
    expect(await officer().do(startWalk, { listId, resumes: true })).toMatchObject({ name: 'Yaks à contacter', partnershipId: null, isDeleted: false });
    await officer().do(deleteList, { listId });
    expect(await officer().do(stepThrough, { listId, address, partnershipId: one!, known: 1 })).toMatchObject({ isDeleted: true });
    expect(await officer().do(startWalk, { listId, resumes: true })).toMatchObject({ partnershipId: null, isDeleted: true });
  });

  test('un pas coûte toujours le même nombre de requêtes, une de plus pour garder la place', async () => {
    const { listId } = await officer().do(saveList, { name: 'Comptée', isShared: false, filters: { ...noFilters, tri: 'nom' } });
    const queriesOf = (savedId: string | null) =>
      officer().run(async (ctx) => {
        let queries = 0;
        const counted = <T extends object>(db: T): T => new Proxy(db, { get: (target, name) => (name === '$queryRaw' || name === '$executeRaw' ? (queries++, Reflect.get(target, name)) : Reflect.get(target, name)) });
        await stepThrough({ ...ctx, db: counted(ctx.db) }, { listId: savedId, address: 'tri=nom', partnershipId: ids[1]!, known: 2 });
        return queries;
      });
    expect([await queriesOf(null), await queriesOf(listId), await queriesOf(listId)]).toEqual([2, 3, 3]);
  });
});
