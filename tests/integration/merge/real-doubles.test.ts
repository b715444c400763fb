import { expect, test } from 'vitest';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { undoMerge } from '~/domain/merge/undo-merge.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { fold } from '~/domain/text/fold';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { importing, sharedFile } from '../../support/imports';
import { asObject, expectedAfterUndo, snapshotOf } from './two-records';

const { adminUrl } = useDatabase();

/** Lines of the public list that bear one name in one commune under two SIRET: real doubles, or two sites of one house. */
async function doublesOf(fileName: string, most: number): Promise<string> {
  const [header = '', ...lines] = (await sharedFile(fileName)).toString('utf8').split(/\r?\n/);
  const columns = header.split(';');
  const at = (line: string, name: RegExp) => line.split(';')[columns.findIndex((column) => name.test(fold(column)))] ?? '';
  const groups = new Map<string, string[]>();
  for (const line of lines.filter(Boolean)) {
    const key = `${fold(at(line, /raison|denomination|nom/))}/${fold(at(line, /ville|commune/))}`;
    const group = groups.get(key) ?? [];
    if (!group.some((one) => at(one, /siret/) === at(line, /siret/))) groups.set(key, [...group, line]);
  }
  const doubles = [...groups].filter(([key, group]) => key.length > 6 && group.length === 2).slice(0, most).flatMap(([, group]) => group);
  return [header, ...doubles].join('\n');
}

test('des doubles du fichier des SIAE se fusionnent et se séparent, un échange noté entre-temps', { timeout: 120_000 }, async () => {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const file = await importing(ml, await doublesOf('siae-2019.csv', 5));
  await file.plan();
  await file.apply();
  const rows = await officer.run(({ db }) => db.partnership.findMany({ select: { id: true, organisation: { select: { nameKey: true, communeCode: true } } }, orderBy: { id: 'asc' } }));
  const pairs = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${row.organisation.nameKey}/${row.organisation.communeCode}`;
    pairs.set(key, [...(pairs.get(key) ?? []), row]);
  }
  expect([...pairs.values()].map(({ length }) => length)).toEqual([2, 2, 2, 2, 2]);
  for (const [{ id: keptId }, { id: mergedId }] of pairs.values() as Iterable<[{ id: string }, { id: string }]>) {
    const read = () => snapshotOf(adminUrl(), [keptId, mergedId]);
    await officer.do(addExchange, { partnershipId: mergedId, kind: 'note', body: 'Avant' });
    const before = await read();
    const { mergeId } = await officer.do(mergePartners, { keptId, mergedId });
    const merged = await read();
    await officer.do(addExchange, { partnershipId: keptId, kind: 'note', body: 'Entre-temps' });
    const later = await read();
    await officer.do(undoMerge, { mergeId });
    expect(asObject(await read())).toEqual(asObject(expectedAfterUndo({ before, merged, later, keptId, mergedId })));
  }
});
