import { beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import { boardOfPartners, cardsPerStage } from '~/domain/partner/list/board-of-partners.server';
import { noFilters } from '~/domain/partner/list/filters';
import { exportMatrix, matrixOfPartners } from '~/domain/partner/list/matrix-of-partners.server';
import { verbBetween } from '~/domain/partnership/move-card';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { nextStage, stageNames, verbNames } from '~/domain/partnership/partnership.lifecycle';
import { undoMove } from '~/domain/partnership/undo-move.server';
import { withTrace } from '~/server/log.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { linesOf, manyPartners, partners } from './some-partners';

useDatabase();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
type Agency = Awaited<ReturnType<typeof missionLocale>>;

async function queriesOf(ml: Agency, work: (ctx: Ctx) => Promise<unknown>): Promise<number> {
  await ml.person('officer');
  const trace = { requestId: crypto.randomUUID(), queries: 0 };
  await withTrace(trace, () => ml.as('officer').run(work));
  return trace.queries;
}

describe('le tableau des étapes', () => {
  let ml: Agency;
  let ids: string[];
  beforeAll(async () => {
    ml = await missionLocale();
    ids = await manyPartners(ml, Array.from({ length: cardsPerStage + 5 }, (_, i) => ({ name: `Atelier ${String(i).padStart(2, '0')}` })));
    for (const id of ids.slice(0, 3)) await ml.as('officer').do(movePartnership, { partnershipId: id, verb: 'activate' });
    await ml.as('officer').do(movePartnership, { partnershipId: ids[3]!, verb: 'archive' });
  }, 60_000);
  const board = (asked = noFilters) => ml.as('officer').do(boardOfPartners, asked);

  test('compte chaque étape et montre les premiers, sans les archives', async () => {
    const { columns, total } = await board();
    expect(columns.map(({ stage, count, cards }) => [stage, count, cards.length])).toEqual([['prospect', 31, 30], ['contacted', 0, 0], ['building', 0, 0], ['active', 3, 3], ['dormant', 0, 0], ['ended', 0, 0]]);
    expect(total).toBe(34);
    expect(columns[3]!.cards.map(({ name }) => name)).toEqual(['Atelier 00', 'Atelier 01', 'Atelier 02']);
    expect((await regionalReader().do(boardOfPartners, { ...noFilters, q: 'atelier' })).columns[3]!.count).toBe(3);
  });

  test('suit les filtres de la liste', async () => {
    expect((await board({ ...noFilters, etape: ['active'] })).columns.map(({ stage }) => stage)).toEqual(['active']);
    expect((await board({ ...noFilters, q: 'atelier 01' })).total).toBe(1);
  });

  test('demande autant de requêtes plein que vide', async () => {
    const empty = await missionLocale();
    expect(await queriesOf(ml, (ctx) => boardOfPartners(ctx, noFilters))).toBe(await queriesOf(empty, (ctx) => boardOfPartners(ctx, noFilters)));
  });

  test('entre deux colonnes, le geste est celui du cycle de vie', () => {
    for (const from of stageNames) {
      for (const to of stageNames) {
        const verb = verbBetween(from, to, verbNames);
        if (verb) expect(nextStage({ stage: from, stageBeforeArchive: null }, verb)).toBe(to);
      }
    }
    expect(verbBetween('prospect', 'active', verbNames)).toBe('activate');
    expect(verbBetween('active', 'prospect', verbNames)).toBeNull();
    expect(verbBetween('active', 'ended', ['sleep'])).toBeNull();
  });

  test('un déplacement s’annule, exactement', async () => {
    const reason = await ml.as('officer').run((ctx) => ctx.db.endReason.findFirstOrThrow());
    const id = ids[10]!;
    const now = () => ml.as('officer').run(({ db }) => db.partnership.findFirstOrThrow({ where: { id }, select: { stage: true, stageSince: true, stageBeforeArchive: true, endReasonId: true } }));
    for (const verb of ['activate', 'end', 'archive', 'reactivate'] as const) {
      const before = await now();
      const { moveId } = await ml.as('officer').do(movePartnership, { partnershipId: id, verb, endReasonId: reason.id });
      await ml.as('officer').do(undoMove, { partnershipId: id, moveId });
      expect(await now()).toEqual(before);
      expect(await refusalOf(ml.as('officer').do(undoMove, { partnershipId: id, moveId }))).toMatchObject({ refusal: { kind: 'conflict' } });
      await ml.as('officer').do(movePartnership, { partnershipId: id, verb, endReasonId: reason.id });
    }
  });

  test('ce qui a bougé depuis ne s’annule pas, ni celui d’une autre agence', async () => {
    const { moveId } = await ml.as('officer').do(movePartnership, { partnershipId: ids[11]!, verb: 'contact' });
    await ml.as('officer').do(movePartnership, { partnershipId: ids[11]!, verb: 'activate' });
    expect(await refusalOf(ml.as('officer').do(undoMove, { partnershipId: ids[11]!, moveId }))).toMatchObject({ message: 'L’étape a changé depuis : rien n’est annulé.' });
    const auch = await missionLocale();
    expect(await refusalOf(auch.as('admin').do(undoMove, { partnershipId: ids[11]!, moveId }))).toMatchObject({ refusal: { kind: 'notFound' } });
  });
});

describe('la matrice du portefeuille', () => {
  test('dit pour chaque partenaire et chaque forme, avec les totaux de tout ce que gardent les filtres', async () => {
    const ml = await missionLocale();
    const [garage, , mairie] = await partners(ml, [{ name: 'Garage' }, { name: 'Muette' }, { name: 'Mairie' }]);
    const say = (partnershipId: string, formCode: string, readiness: 'refused' | 'willing' | 'regular', capacityPerMonth?: number) => ml.as('officer').do(setEngagement, { partnershipId, formCode, readiness, capacityPerMonth });
    await say(garage!, 'immersion', 'regular', 2);
    await say(garage!, 'stage', 'willing');
    await say(mairie!, 'immersion', 'refused');
    for (const reader of [ml.as('officer'), regionalReader()]) {
      const { list, forms, cells, totals } = await reader.do(matrixOfPartners, { ...noFilters, q: 'garage' });
      expect(list.rows.some(({ id }) => id === garage)).toBe(true);
      expect(forms.slice(0, 4).map(({ value }) => value)).toEqual(['emploi', 'alternance', 'immersion', 'stage']);
      expect(cells[garage!]).toEqual({ immersion: { readiness: 'regular', capacityPerMonth: 2 }, stage: { readiness: 'willing', capacityPerMonth: null } });
      expect(totals.stage).toEqual({ willing: 1 });
    }
    const all = await ml.as('officer').do(matrixOfPartners, noFilters);
    expect(all.totals).toEqual({ immersion: { regular: 1, refused: 1 }, stage: { willing: 1 } });
    expect(all.list.total).toBe(3);
    expect((await ml.as('officer').do(matrixOfPartners, { ...noFilters, forme: ['stage'] })).totals).toEqual({ immersion: { regular: 1 }, stage: { willing: 1 } });
    await ml.as('officer').do(movePartnership, { partnershipId: mairie!, verb: 'archive' });
    const [open, archived] = [await ml.as('officer').do(matrixOfPartners, noFilters), await ml.as('officer').do(matrixOfPartners, { ...noFilters, archives: true })];
    expect([open.list.total, open.totals, archived.list.total, archived.totals]).toEqual([2, { immersion: { regular: 1 }, stage: { willing: 1 } }, 1, { immersion: { refused: 1 } }]);
    const lines = await ml.as('officer').run((ctx) => linesOf(exportMatrix(ctx, noFilters)));
    expect(lines.map((line) => [line[0], line[5], line[6]])).toEqual([['Nom', 'Immersion (PMSMP)', 'Stage'], ['Garage', 'régulier, 2 par mois', 'partant'], ['Muette', null, null]]);
  });

  test('demande autant de requêtes pleine que vide', async () => {
    const [full, empty] = [await missionLocale(), await missionLocale()];
    const ids = await manyPartners(full, Array.from({ length: 30 }, (_, i) => ({ name: `Atelier ${i}` })));
    for (const partnershipId of ids.slice(0, 5)) await full.as('officer').do(setEngagement, { partnershipId, formCode: 'stage', readiness: 'willing' });
    expect(await queriesOf(full, (ctx) => matrixOfPartners(ctx, noFilters))).toBe(await queriesOf(empty, (ctx) => matrixOfPartners(ctx, noFilters)));
  });
});
