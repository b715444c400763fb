import { beforeAll, describe, expect, test } from 'vitest';
import type { BulkChange, Selection } from '~/domain/partner/list/bulk-change.schema';
import { previewTogether } from '~/domain/partner/together/all-together.server';
import { savePicked } from '~/domain/saved-list/save-picked.server';
import { changeTogether } from '~/domain/partner/list/change-together.server';
import { chooseColumns, chosenColumns } from '~/domain/partner/list/choose-columns.server';
import { chosenPartners } from '~/domain/partner/list/chosen-partners.server';
import { exportPartners } from '~/domain/partner/list/export-partners.server';
import { noFilters, type PartnerFilters } from '~/domain/partner/list/filters';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { undoChange } from '~/domain/partner/list/undo-change.server';
import { sendSheet } from '~/server/send-sheet.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { linesOf, manyPartners, partners } from './some-partners';

useDatabase();

type Agency = Awaited<ReturnType<typeof missionLocale>>;
let ml: Agency;
let ids: string[];
let tagId: string;

beforeAll(async () => {
  ml = await missionLocale();
  ids = await manyPartners(ml, Array.from({ length: 60 }, (_, i) => ({ name: `${i < 20 ? 'Garage' : 'Atelier'} ${String(i).padStart(2, '0')}` })));
  tagId = (await ml.as('admin').run(({ db }) => db.tag.create({ data: { label: 'Forum 2026' } }))).id;
});

const total = (filters: Partial<PartnerFilters>) => ml.as('officer').do(listPartners, filters).then((list) => list.total);
const together = (selection: Partial<Selection>, change: BulkChange, filters: Partial<PartnerFilters> = {}) =>
  ml.as('manager').run(async (ctx) => changeTogether(ctx, { ids: await chosenPartners(ctx, { ids: [], isAll: false, ...selection }, { ...noFilters, ...filters }), change }));
const undo = (changeId: string | null) => ml.as('manager').do(undoChange, { changeId: changeId! });

describe('un changement fait ensemble', () => {
  test('s’applique aux partenaires cochés, puis s’annule', async () => {
    const { userId } = await ml.person('officer');
    const { changeId, changed } = await together({ ids: ids.slice(0, 3) }, { verb: 'attribuer', officerId: userId });
    expect(changed).toBe(3);
    expect(await total({ miens: true })).toBe(3);
    expect(await undo(changeId)).toEqual({ undone: 3, kept: 0 });
    expect(await total({ miens: true })).toBe(0);
    await expect(undo(changeId)).rejects.toThrow('Ce changement est déjà annulé.');
  });
  test('s’applique à tout ce que les filtres montrent, les autres pages comprises', async () => {
    const { changeId, changed } = await together({ isAll: true }, { verb: 'etiqueter', sense: 'ajouter', tagId });
    expect(changed).toBe(60);
    const less = await together({ isAll: true }, { verb: 'etiqueter', sense: 'enlever', tagId }, { q: 'garage' });
    expect(less.changed).toBe(20);
    expect(await total({ etiquette: [tagId] })).toBe(40);
    await undo(less.changeId);
    expect(await total({ etiquette: [tagId] })).toBe(60);
    await undo(changeId);
    expect(await total({ etiquette: [tagId] })).toBe(0);
  });
  test('ne touche que ce qui change, et l’annulation laisse ce que d’autres ont changé depuis', async () => {
    const first = await together({ ids: ids.slice(0, 10) }, { verb: 'archiver' });
    const second = await together({ ids: ids.slice(5, 15) }, { verb: 'archiver' }).catch((error: Error) => error);
    expect(first.changed).toBe(10);
    expect(second).toMatchObject({ changed: 5 });
    expect(await total({})).toBe(45);
    await ml.as('officer').run(({ db }) => db.partnership.updateMany({ where: { id: ids[0] }, data: { stage: 'active', stageBeforeArchive: null } }));
    expect(await undo(first.changeId)).toEqual({ undone: 9, kept: 1 });
    expect(await total({ etape: ['active'] })).toBe(1);
    expect(await total({ archives: true })).toBe(5);
    const moves = await ml.as('officer').run(({ db }) => db.stageMove.findMany({ where: { partnershipId: ids[1] }, orderBy: { at: 'asc' } }));
    expect(moves.map(({ fromStage, toStage }) => [fromStage, toStage])).toEqual([['prospect', 'archived'], ['archived', 'prospect']]);
  });
  test('est dans l’historique de chaque partenaire', async () => {
    await together({ ids: [ids[30]!] }, { verb: 'thematiser', sense: 'ajouter', themeCode: 'mobilite' });
    const [entry] = await ml.as('officer').run(({ db }) => db.$queryRaw<{ after: object }[]>`SELECT after FROM audit.entry WHERE record_id = ${ids[30]}::uuid AND table_name = 'partnership_theme'`);
    expect(entry?.after).toMatchObject({ theme_code: 'mobilite' });
  });
  test('refuse une personne, une étiquette ou des partenaires d’une autre agence', async () => {
    const other = await missionLocale();
    const [foreign] = await partners(other, [{ name: 'Chez les voisins' }]);
    const foreignTag = (await other.as('admin').run(({ db }) => db.tag.create({ data: { label: 'À eux' } }))).id;
    await expect(together({ ids: [foreign!] }, { verb: 'archiver' })).rejects.toThrow('Les partenaires choisis ne sont plus dans la liste.');
    await expect(together({ ids }, { verb: 'attribuer', officerId: (await other.person('officer')).userId })).rejects.toThrow('Cette personne ne travaille pas');
    await expect(together({ ids }, { verb: 'etiqueter', sense: 'ajouter', tagId: foreignTag })).rejects.toThrow('Cette étiquette n’existe pas');
    await expect(together({}, { verb: 'archiver' })).rejects.toThrow('Cochez au moins un partenaire.');
    const { changeId } = await together({ ids: [ids[40]!] }, { verb: 'archiver' });
    await expect(other.as('manager').do(undoChange, { changeId: changeId! })).rejects.toThrow('Ce changement n’existe pas');
    await expect(ml.as('counsellor').do(undoChange, { changeId: changeId! })).rejects.toThrow('Votre compte ne permet pas');
  });
});

describe('l’aperçu', () => {
  const look = (chosen: string[], change: BulkChange) => ml.as('manager').run((ctx) => previewTogether(ctx, { ids: chosen, change }));
  const names = ['Aperçu un', 'Aperçu deux', 'Aperçu trois', 'Aperçu quatre'];
  let four: string[];
  beforeAll(async () => {
    four = await manyPartners(ml, names.map((name) => ({ name })));
    await ml.as('officer').run(({ db }) => db.partnership.updateMany({ where: { id: { in: [four[2]!, four[3]!] } }, data: { stage: 'active' } }));
  });
  const state = () => ml.as('manager').run(({ db }) => db.partnership.findMany({ where: { id: { in: four } }, orderBy: { id: 'asc' }, select: { id: true, stage: true, stageSince: true, endReasonId: true, officerId: true, stageBeforeArchive: true } }));

  test('dit combien changeront, combien le sont déjà et pourquoi d’autres ne peuvent pas ; puis fait exactement cela', async () => {
    const before = await state();
    const change = { verb: 'deplacer', move: 'sleep', endReasonId: null } as const;
    const dormant = await together({ ids: [four[3]!] }, change);
    expect(dormant.changed).toBe(1);
    expect(await look(four, change)).toEqual({ changing: 1, already: 1, refused: [{ count: 2, why: '« Mettre en veille » ne se dit pas de l’étape « Prospect »' }], notes: [] });
    const { changeId, changed } = await together({ ids: four }, change);
    expect(changed).toBe(1);
    await undo(changeId);
    await undo(dormant.changeId);
    expect(await state()).toEqual(before);
  });

  test('terminer demande un motif, et s’annule avec la date d’avant', async () => {
    const before = await state();
    await expect(look(four, { verb: 'deplacer', move: 'end', endReasonId: null })).rejects.toThrow('Indiquez pourquoi');
    const endReasonId = (await ml.as('manager').run(({ db }) => db.endReason.findFirstOrThrow())).id;
    const { changeId } = await together({ ids: four }, { verb: 'deplacer', move: 'end', endReasonId });
    expect((await state()).map(({ stage, endReasonId: reason }) => [stage, reason])).toEqual(four.map(() => ['ended', endReasonId]));
    expect(await undo(changeId)).toEqual({ undone: 4, kept: 0 });
    expect(await state()).toEqual(before);
  });

  test('archiver dit ce qui reste ouvert', async () => {
    await ml.as('officer').run(async ({ db }) => {
      await db.task.create({ data: { partnershipId: four[0]!, title: 'Rappeler', dueOn: new Date('2027-01-04') } });
      await db.agreement.create({ data: { partnershipId: four[1]!, title: 'Accueil', state: 'active' } });
      await db.patronage.create({ data: { partnershipId: four[1]!, kind: 'money', year: 2026, promisedOn: new Date('2026-01-04') } });
    });
    expect(await look(four, { verb: 'archiver' })).toEqual({ changing: 4, already: 0, refused: [], notes: ['Ce qui reste ouvert le reste : 1 tâche à faire, 1 convention qui n’a pas pris fin et 1 don promis, pas encore reçu.'] });
  });

  test('une tâche pour chacun, à sa personne référente ; annuler laisse celle que l’on a faite', async () => {
    const { userId } = await ml.person('officer');
    await together({ ids: [four[0]!] }, { verb: 'attribuer', officerId: userId });
    const change = { verb: 'planifier', title: 'Inviter au forum', dueOn: '2027-03-01', forWhom: 'referent' } as const;
    expect(await look(four, change)).toMatchObject({ changing: 4, notes: ['3 sans référent·e : la tâche sera à toute l’équipe.'] });
    const { changeId } = await together({ ids: four }, change);
    const written = await ml.as('manager').run(({ db }) => db.task.findMany({ where: { title: 'Inviter au forum' } }));
    expect(written.map(({ partnershipId, assigneeId }) => [partnershipId, assigneeId]).sort()).toEqual(four.map((id, i) => [id, i === 0 ? userId : null]).sort());
    await ml.as('officer').run(({ db }) => db.task.updateMany({ where: { id: written[0]!.id }, data: { doneAt: new Date() } }));
    expect(await undo(changeId)).toEqual({ undone: 3, kept: 1 });
  });

  test('ajouter à une liste choisie à la main, sans doublon ; une liste d’ailleurs n’existe pas', async () => {
    const { listId } = await ml.as('manager').do(savePicked, { ids: [four[0]!], isAll: false, name: 'Forum', isShared: true, filters: noFilters });
    const change = { verb: 'lister', listId } as const;
    expect(await look(four, change)).toMatchObject({ changing: 3, already: 1 });
    const { changeId, changed } = await together({ ids: four }, change);
    expect(changed).toBe(3);
    expect(await total({ liste: listId })).toBe(4);
    await undo(changeId);
    expect(await total({ liste: listId })).toBe(1);
    const other = await missionLocale();
    await expect(other.as('manager').run((ctx) => previewTogether(ctx, { ids: four, change }))).rejects.toThrow('Cette liste n’existe pas');
  });

  test('ce qui a changé depuis l’aperçu ne se fait pas à l’aveugle, et une étiquette supprimée ne revient pas', async () => {
    await expect(ml.as('manager').run((ctx) => changeTogether(ctx, { ids: four, change: { verb: 'thematiser', sense: 'ajouter', themeCode: 'emploi' }, expected: 3 }))).rejects.toThrow('La liste a changé depuis l’aperçu');
    const gone = (await ml.as('admin').run(({ db }) => db.tag.create({ data: { label: 'Passagère' } }))).id;
    await together({ ids: four }, { verb: 'etiqueter', sense: 'ajouter', tagId: gone });
    const { changeId } = await together({ ids: four }, { verb: 'etiqueter', sense: 'enlever', tagId: gone });
    await ml.as('admin').run(({ db }) => db.tag.deleteMany({ where: { id: gone } }));
    await expect(undo(changeId)).rejects.toThrow('supprimée depuis');
  });
});

describe('l’export', () => {
  test('contient exactement ce que les filtres montrent, dans l’ordre de la liste, formules neutralisées', async () => {
    await partners(ml, [{ name: '=cmd|calc', phone: '05 36 49 12 08', postcode: '65000', commune: 'Tarbes' }]);
    const csv = await ml.as('officer').run(async (ctx) => (await sendSheet(exportPartners(ctx, { ...noFilters, tri: '-nom', q: 'atelier' }), { format: 'csv', name: 'essai' })).text());
    const names = csv.trim().split('\r\n').slice(1).map((line) => line.split(';')[0]!);
    const list = await ml.as('officer').do(listPartners, { tri: '-nom', q: 'atelier' });
    expect(names).toHaveLength(list.total);
    expect(names).toEqual([...names].sort().reverse());
    const formula = await ml.as('officer').run(async (ctx) => (await sendSheet(exportPartners(ctx, { ...noFilters, q: 'calc' }), { format: 'csv', name: 'essai' })).text());
    expect(formula).toContain("'=Cmd|Calc");
    expect(formula).toContain('05 36 49 12 08');
  });
  test('est un classeur qu’un tableur ouvre, et dit à une région de quelle agence vient chaque ligne', async () => {
    const response = await regionalReader('76').run(async (ctx) => sendSheet(exportPartners(ctx, noFilters), { format: 'xlsx', name: 'essai' }));
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="essai.xlsx"');
    expect(new TextDecoder().decode((await response.arrayBuffer()).slice(0, 2))).toBe('PK');
    const [header] = await regionalReader('76').run((ctx) => linesOf(exportPartners(ctx, noFilters)));
    expect(header).toContain('Mission Locale');
  });
});

test('les colonnes choisies suivent la personne, et personne d’autre', async () => {
  await ml.as('officer').do(chooseColumns, ['siret', 'etape'] as const);
  const keptFor = async (role: 'officer' | 'counsellor') => {
    const actor = await ml.person(role);
    const { preferences } = await ml.as(role).run((ctx) => ctx.db.user.findUniqueOrThrow({ where: { id: actor.userId } }));
    return chosenColumns({ ...actor, preferences: preferences as Record<string, unknown> });
  };
  expect(await keptFor('officer')).toEqual(['etape', 'siret']);
  expect(await keptFor('counsellor')).not.toContain('siret');
});
