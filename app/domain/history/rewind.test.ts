import { describe, expect, test } from 'vitest';
import { entriesAfter, rewind, rowsOf, type TrailEntry } from './rewind';

let id = 0;
const entry = (more: Partial<TrailEntry> & Pick<TrailEntry, 'operation'>): TrailEntry => ({ id: String((id += 1)), at: new Date(id * 1000), transactionId: `t${id}`, table: 'contact', rowKey: 'ana', before: null, ...more });
const ana = { id: 'ana', last_name: 'Ana', phone: '1' };
const rowsIn = (rows: ReturnType<typeof rewind>) => [...rows.values()].map(({ row }) => row);

describe('une fiche remonte le temps', () => {
  test('ce qui a été ajouté n’est pas encore là', () => {
    expect(rowsIn(rewind(rowsOf([{ table: 'contact', row: ana }]), [entry({ operation: 'I' })]))).toEqual([]);
  });

  test('ce qui a été changé reprend ses anciennes colonnes, de la plus récente à la plus ancienne', () => {
    const undone = [entry({ operation: 'U', before: { phone: '2' } }), entry({ operation: 'U', before: { phone: '3', last_name: 'Anna' } })];
    expect(rowsIn(rewind(rowsOf([{ table: 'contact', row: ana }]), undone))).toEqual([{ id: 'ana', last_name: 'Anna', phone: '3' }]);
  });

  test('ce qui a été supprimé revient entier, puis continue de remonter', () => {
    const undone = [entry({ operation: 'D', before: ana }), entry({ operation: 'U', before: { phone: null } })];
    expect(rowsIn(rewind(new Map(), undone))).toEqual([{ ...ana, phone: null }]);
    expect(rowsIn(rewind(new Map(), [...undone, entry({ operation: 'I' })]))).toEqual([]);
  });

  test('supprimé puis remis : la même ligne, d’avant', () => {
    expect(rowsIn(rewind(rowsOf([{ table: 'contact', row: ana }]), [entry({ operation: 'I' }), entry({ operation: 'D', before: { ...ana, phone: '9' } })]))).toEqual([{ ...ana, phone: '9' }]);
  });

  test('une note d’avant les échanges, supprimée, revient comme un échange : la table et ses colonnes ont changé depuis', () => {
    const note = { id: 'n', body: 'Bonjour', created_at: '2026-01-02T09:00:00+00:00' };
    expect(rowsIn(rewind(new Map(), [entry({ table: 'note', rowKey: 'n', operation: 'D', before: note })]))).toEqual([{ ...note, kind: 'note', direction: null, outcome_id: null, happened_at: note.created_at, is_pinned: false }]);
    const today = rowsOf([{ table: 'interaction', row: { ...note, kind: 'note', outcome_id: null } }]);
    expect(rowsIn(rewind(today, [entry({ table: 'note', rowKey: 'n', operation: 'U', before: { body: 'Avant' } })]))).toMatchObject([{ body: 'Avant', kind: 'note' }]);
  });

  test('une colonne ajoutée depuis garde ce qu’elle a, faute de mieux ; une table qui n’est pas de la fiche ne dit rien', () => {
    const today = rowsOf([{ table: 'contact', row: { ...ana, channel: null } }]);
    expect(rowsIn(rewind(today, [entry({ operation: 'U', before: { phone: '2' } }), entry({ table: 'site', operation: 'D', before: { id: 'x' } })]))).toEqual([{ ...ana, phone: '2', channel: null }]);
  });

  test('une ligne déplacée d’une autre fiche y retourne', () => {
    const today = rowsOf([{ table: 'contact', row: { ...ana, partnership_id: 'ici' } }]);
    expect(rowsIn(rewind(today, [entry({ operation: 'U', before: { partnership_id: 'ailleurs' } })]))).toMatchObject([{ partnership_id: 'ailleurs' }]);
  });
});

describe('ce qui est venu après', () => {
  const made = (at: number, transactionId: string) => entry({ operation: 'U', at: new Date(at), transactionId, before: {} });
  const one = made(10, 'a');
  const two = made(20, 'a');
  const three = made(30, 'b');
  const all = [three, two, one];
  const idsAfter = (point: Parameters<typeof entriesAfter>[1], entries = all) => entriesAfter(entries, point).map((each) => each.id);

  test('le plus récent d’abord, et une transaction entière, jamais sa moitié', () => {
    expect(idsAfter({ at: new Date(30) })).toEqual([]);
    expect(idsAfter({ at: new Date(20) })).toEqual([three.id]);
    expect(idsAfter({ at: new Date(15) })).toEqual([three.id, two.id, one.id]);
    expect(idsAfter({ at: new Date(5) }, [one, three, two])).toEqual([three.id, two.id, one.id]);
  });

  test('juste avant un changement : lui et ceux d’après, par n’importe laquelle de ses lignes', () => {
    for (const { id: before } of [one, two]) expect(idsAfter({ before })).toEqual([three.id, two.id, one.id]);
    expect(idsAfter({ before: three.id })).toEqual([three.id]);
    expect(idsAfter({ before: '999999' })).toEqual([]);
  });

  test('les numéros se comparent comme des nombres', () => {
    const [nine, ten] = [{ ...made(1, 'x'), id: '9' }, { ...made(1, 'y'), id: '10' }];
    expect(idsAfter({ before: '10' }, [nine, ten])).toEqual(['10']);
    expect(idsAfter({ before: '9' }, [nine, ten])).toEqual(['10', '9']);
  });
});
