import { describe, expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { addContact } from '~/domain/contact/add-contact.server';
import { deleteContact } from '~/domain/contact/delete-contact.server';
import { editContact } from '~/domain/contact/edit-contact.server';
import { DomainError } from '~/domain/errors';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { deleteExchange } from '~/domain/exchange/delete-exchange.server';
import { compareDates } from '~/domain/history/compare-dates.server';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { recordAt, rowsAt } from '~/domain/history/record-at.server';
import { mostEntries } from '~/domain/history/trail.server';
import { restoreValue } from '~/domain/history/restore-value.server';
import type { RecordRow } from '~/domain/history/rewind';
import { watchedRecord } from '~/domain/history/watched-record.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { setThemes } from '~/domain/partnership/set-themes.server';
import { addPatronage } from '~/domain/patronage/add-patronage.server';
import { addValue } from '~/domain/value/add-value.server';
import { deleteValue } from '~/domain/value/delete-value.server';
import { withTrace } from '~/server/log.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { madeUpSiret } from './made-up-siret';
import { dice, edits, type Walk } from './random-edits';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
const noDate = { date: '', time: '' };
const seed = 20_261_125;

/** The record straight from its tables, written without the code that it judges: rows by table, deleted ones left out, five exchanges. */
async function recordNow({ db }: Ctx, id: string): Promise<Record<string, unknown>> {
  const all: Record<string, string> = {
    organisation: 'id = (SELECT organisation_id FROM partnership WHERE id = $1::uuid)', partnership: 'id = $1::uuid',
    ...Object.fromEntries(['partnership_kind', 'partnership_theme', 'partnership_tag', 'engagement', 'agreement_party'].map((table) => [table, 'partnership_id = $1::uuid'])),
    ...Object.fromEntries(['contact', 'patronage', 'agreement'].map((table) => [table, 'partnership_id = $1::uuid AND deleted_at IS NULL'])),
    agreement_form: 'agreement_id IN (SELECT id FROM agreement WHERE partnership_id = $1::uuid AND deleted_at IS NULL)',
    task: 'partnership_id = $1::uuid AND deleted_at IS NULL AND done_at IS NULL',
    interaction: 'id IN (SELECT id FROM interaction WHERE partnership_id = $1::uuid AND deleted_at IS NULL ORDER BY happened_at DESC, id DESC LIMIT 5)',
    interaction_contact: 'interaction_id IN (SELECT id FROM interaction WHERE partnership_id = $1::uuid AND deleted_at IS NULL ORDER BY happened_at DESC, id DESC LIMIT 5)',
    interaction_colleague: 'interaction_id IN (SELECT id FROM interaction WHERE partnership_id = $1::uuid AND deleted_at IS NULL ORDER BY happened_at DESC, id DESC LIMIT 5)',
  };
  const select = Object.entries(all).map(([table, where]) => `SELECT '${table}' AS "table", to_jsonb(r) - '{version,updated_at}'::text[] AS row FROM ${table} r WHERE ${where}`);
  const rows = await db.$queryRawUnsafe<{ table: string; row: Record<string, unknown> }[]>(select.join(' UNION ALL '), id);
  const [counted] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int FROM interaction WHERE partnership_id = ${id}::uuid AND deleted_at IS NULL`;
  return { exchanges: counted!.count, rows: ordered(rows) };
}
const ordered = (rows: readonly { table: string; row: Record<string, unknown> }[]) => rows.map(({ table, row }) => `${table} ${JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))}`).sort();

/** The same, of a moment of the past. */
async function recordThen(ctx: Ctx, id: string, before: string): Promise<Record<string, unknown>> {
  const { rows, otherExchanges } = (await rowsAt(ctx, await watchedRecord(ctx, id), { before }))!;
  const kept = [...rows.values()].filter(({ table, row }) => !row.deleted_at && !(table === 'task' && row.done_at));
  const exchanges = kept.filter(({ table }) => table === 'interaction').sort((a, b) => (`${String(b.row.happened_at)}${String(b.row.id)}` < `${String(a.row.happened_at)}${String(a.row.id)}` ? -1 : 1));
  const latest = exchanges.slice(0, 5).map(({ row }) => row.id);
  const agreements = kept.filter(({ table }) => table === 'agreement').map(({ row }) => row.id);
  const isShown = ({ table, row }: RecordRow) => (table === 'interaction' ? latest.includes(row.id) : table.startsWith('interaction_') ? latest.includes(row.interaction_id) : table === 'agreement_form' ? agreements.includes(row.agreement_id) : true);
  return { exchanges: exchanges.length + otherExchanges, rows: ordered(kept.filter(isShown)) };
}

const lastEntry = async ({ db }: Ctx, id: string): Promise<bigint> =>
  (await db.$queryRaw<{ id: bigint }[]>`SELECT max(id) AS id FROM audit.entry WHERE record_id IN (SELECT ${id}::uuid UNION SELECT organisation_id FROM partnership WHERE id = ${id}::uuid)`)[0]!.id;

async function beginning(ml: Agency): Promise<Walk> {
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Garage Lafitte', phone: '05 36 49 12 08', postcode: '65000', commune: 'Tarbes', themes: ['emploi'] });
  const other = await ml.as('officer').do(addPartner, { name: 'Scierie' });
  await ml.as('manager').do(addAgreement, { partnershipId: other.partnershipId, title: 'À plusieurs' });
  const tagIds = [];
  for (const label of ['Forum', 'Salon', 'Vivier']) tagIds.push((await ml.as('admin').do(addValue, { set: 'etiquettes', label })).valueId);
  const [formIds, outcomeIds] = await ml.as('officer').run(async ({ db }) => [(await db.engagementForm.findMany({ take: 3, orderBy: { position: 'asc' } })).map(({ id }) => id), (await db.interactionOutcome.findMany({ take: 3, orderBy: { position: 'asc' } })).map(({ id }) => id)] as const);
  return { partnershipId, otherPartnerId: other.partnershipId, officerIds: [(await ml.person('officer')).userId, (await ml.person('manager')).userId], tagIds, formIds, outcomeIds };
}

describe('la fiche à une date', () => {
  test('cent changements au hasard, et chaque état passé se relit tel qu’il était', async () => {
    const ml = await missionLocale();
    const walk = await beginning(ml);
    const thrown = dice(seed);
    const id = walk.partnershipId;
    const past: { edit: string; lastEntry: bigint; rows: object; said: unknown }[] = [];
    for (let tries = 0; past.length < 100; tries += 1) {
      expect(tries).toBeLessThan(600);
      const edit = thrown.one(Object.keys(edits));
      const state = await ml.as('manager').run(async (ctx) => {
        await edits[edit]!(ctx, walk, thrown);
        return { edit, lastEntry: await lastEntry(ctx, id), rows: await recordNow(ctx, id), said: undefined as unknown };
      }).catch((error: unknown) => {
        // Refused by the rules: another edit is thrown.
        if (!(error instanceof DomainError)) throw error;
        return null;
      });
      if (!state || state.lastEntry === past.at(-1)?.lastEntry) continue;
      // In French too, now and then.
      if (past.length % 10 === 0) state.said = (await ml.as('manager').run((ctx) => recordAt(ctx, id, { typed: { date: today(), time: '' }, before: null }))).record;
      past.push(state);
    }
    expect(new Set(past.map(({ edit }) => edit)).size).toBeGreaterThan(25);

    await ml.as('manager').run(async (ctx) => {
      const entries = await ctx.db.$queryRaw<{ id: bigint }[]>`SELECT id FROM audit.entry WHERE record_id IN (SELECT ${id}::uuid UNION SELECT organisation_id FROM partnership WHERE id = ${id}::uuid) ORDER BY id`;
      const nextAfter = (last: bigint) => String(entries.find((entry) => entry.id > last)?.id ?? '');
      for (const { edit, lastEntry: last, rows, said } of past.slice(0, -1)) {
        expect({ edit, ...(await recordThen(ctx, id, nextAfter(last))) }).toEqual({ edit, ...rows });
        if (said !== undefined) expect((await recordAt(ctx, id, { typed: noDate, before: nextAfter(last) })).record).toEqual(said);
      }
    });
  }, 120_000);

  test('se lit en quatre requêtes, que son histoire soit courte ou longue', async () => {
    const { ml, partnershipId } = await garage();
    const read = (ctx: Ctx) => recordAt(ctx, partnershipId, { typed: { date: today(), time: '' }, before: null });
    const compare = (ctx: Ctx) => compareDates(ctx, partnershipId, { from: { date: today(), time: '' }, to: noDate, before: null });
    expect([await queriesOf(ml, read), await queriesOf(ml, compare)]).toEqual([4, 4]);
    for (let i = 0; i < 20; i += 1) await ml.as('officer').do(addExchange, { partnershipId, kind: 'call', body: `Appel ${i}`, nextTitle: 'Rappeler' });
    expect([await queriesOf(ml, read), await queriesOf(ml, compare)]).toEqual([4, 4]);
    expect((await ml.as('officer').run(read)).record?.exchanges).toMatchObject({ count: 20, latest: Array.from({ length: 5 }, () => expect.objectContaining({ title: expect.stringMatching(/^Appel, le /) })) });
  }, 60_000);

  test('un jour à venir, d’avant le partenaire ou qui n’en est pas un se dit au champ ; le changement d’une autre fiche n’existe pas', async () => {
    const { ml, partnershipId } = await garage();
    const at = (date: string, time = '', before: string | null = null) => ml.as('officer').run((ctx) => recordAt(ctx, partnershipId, { typed: { date, time }, before }));
    expect(await at('2999-01-01')).toMatchObject({ record: null, errors: { date: expect.stringMatching(/pas encore passé/) } });
    expect(await at('2020-01-01')).toMatchObject({ record: null, errors: { date: expect.stringMatching(/^Ce partenaire n’était pas encore dans votre agence : il y est depuis le/) } });
    expect(await at('31/02/2026')).toMatchObject({ record: null, errors: { date: expect.stringMatching(/n’existe pas/) } });
    expect(await at(today(), '25h')).toMatchObject({ record: null, errors: { time: expect.any(String) } });
    expect(await at(today())).toMatchObject({ errors: {}, isNow: true, said: 'aujourd’hui', record: { name: 'Garage Lafitte', stage: 'prospect', themes: ['Emploi'] } });
    const [creation] = (await history(ml, partnershipId)).groups.slice(-1);
    expect(creation!.hasBefore).toBe(false);
    expect(await at('', '', creation!.key)).toMatchObject({ record: null, errors: { date: expect.stringMatching(/n’était pas encore/) } });
    const other = await garage();
    const [theirs] = (await history(other.ml, other.partnershipId)).groups;
    await expect(at('', '', theirs!.key)).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
    for (const id of ['abc', crypto.randomUUID()]) await expect(ml.as('officer').run((ctx) => recordAt(ctx, id, { typed: noDate, before: null }))).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
  });

  test('au-delà de ce qu’une page sait défaire, elle le dit ; en deçà, elle remonte des milliers de changements', async () => {
    const { ml, partnershipId } = await garage();
    const many = (count: number) => ml.as('officer').run(({ db }) => db.$executeRaw`INSERT INTO contact (partnership_id, last_name) SELECT ${partnershipId}::uuid, 'Nom ' || n FROM generate_series(1, ${count}::int) n`);
    const changeOf = (count: number) => ml.as('officer').run(async (ctx) => String((await lastEntry(ctx, partnershipId)) - BigInt(count - 1)));
    await many(mostEntries - 100);
    const before = await changeOf(mostEntries - 100);
    expect((await ml.as('officer').run((ctx) => recordAt(ctx, partnershipId, { typed: noDate, before }))).record).toMatchObject({ contacts: [], name: 'Garage Lafitte' });
    await many(200);
    expect(await ml.as('officer').run((ctx) => recordAt(ctx, partnershipId, { typed: noDate, before }))).toMatchObject({ record: null, errors: { date: expect.stringMatching(/^Plus de 5.000 changements ont eu lieu depuis/) } });
    expect(await ml.as('officer').run((ctx) => compareDates(ctx, partnershipId, { from: noDate, to: noDate, before }))).toMatchObject({ subjects: null, errors: { du: expect.stringMatching(/choisissez une date plus proche/) } });
  }, 60_000);

  test('une valeur supprimée depuis garde le mot qu’elle avait, une personne aussi', async () => {
    const { ml, partnershipId } = await garage();
    const { valueId } = await ml.as('admin').do(addValue, { set: 'typologies', label: 'Ferme' });
    await ml.as('officer').do(editOrganisation, { partnershipId, otherKindIds: valueId });
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId, lastName: 'Ana' });
    await ml.as('officer').do(editContact, { partnershipId, contactId, version: 1, lastName: 'Bea' });
    const { groups } = await history(ml, partnershipId);
    await ml.as('officer').do(editOrganisation, { partnershipId, otherKindIds: '' });
    await ml.as('admin').do(deleteValue, { set: 'typologies', id: valueId });
    const { record } = await ml.as('officer').run((ctx) => recordAt(ctx, partnershipId, { typed: noDate, before: groups[0]!.key }));
    expect(record).toMatchObject({ contacts: [{ title: 'Ana' }] });
    expect(record!.identity[0]).toMatch(/Ferme/);
  });

  test('ce qui est passé d’une fiche à une autre se lit là où c’était', async () => {
    const { ml, partnershipId } = await garage();
    const other = await ml.as('officer').do(addPartner, { name: 'Garage Lafite' });
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId: other.partnershipId, lastName: 'Ana' });
    const { exchangeId } = await ml.as('officer').do(addExchange, { partnershipId: other.partnershipId, kind: 'visit', body: 'Atelier', contactIds: [contactId] });
    const move = (from: string, to: string) => ml.as('officer').run(async ({ db }) => {
      await db.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
      await db.$executeRaw`UPDATE contact SET partnership_id = ${to}::uuid WHERE partnership_id = ${from}::uuid`;
      await db.$executeRaw`UPDATE interaction SET partnership_id = ${to}::uuid WHERE partnership_id = ${from}::uuid`;
    });
    const newest = async (id: string) => (await history(ml, id)).groups[0]!.key;
    const names = async (id: string, before: string | null) => {
      const { record } = await ml.as('officer').run((ctx) => recordAt(ctx, id, { typed: before ? noDate : { date: today(), time: '' }, before }));
      return [record!.contacts.map(({ title }) => title), record!.exchanges.count, record!.exchanges.latest.map(({ text, facts }) => [text, facts.find(({ label }) => label === 'Avec')?.text])];
    };
    await ml.as('officer').do(editOrganisation, { partnershipId: other.partnershipId, phone: '05 36 49 12 09' });
    const otherBefore = await newest(other.partnershipId);
    await move(other.partnershipId, partnershipId);
    const hereBefore = String(await ml.as('officer').run((ctx) => lastEntry(ctx, partnershipId)));
    await ml.as('officer').do(editContact, { partnershipId, contactId, version: 2, lastName: 'Béa' });
    const [there, here] = [[['Ana'], 1, [['Atelier', 'Ana']]], [['Béa'], 1, [['Atelier', 'Béa']]]];
    expect([await names(partnershipId, null), await names(partnershipId, hereBefore)]).toEqual([here, [[], 0, []]]);
    expect([await names(other.partnershipId, null), await names(other.partnershipId, otherBefore)]).toEqual([[[], 0, []], there]);
    expect(exchangeId).toBeTruthy();
  });
});

describe('deux dates comparées', () => {
  test('ce qui est venu, ce qui a changé et ce qui est parti, par sujet, et l’ancienne valeur revient', async () => {
    const { ml, partnershipId } = await garage();
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId, lastName: 'Ana' });
    const { exchangeId } = await ml.as('officer').do(addExchange, { partnershipId, kind: 'call', body: 'Avant' });
    await ml.as('officer').do(setThemes, { partnershipId, themes: ['sante'] });
    await ml.as('officer').do(editOrganisation, { partnershipId, phone: '05 36 49 00 01' });
    const before = (await history(ml, partnershipId)).groups[0]!.key;
    await ml.as('officer').do(editOrganisation, { partnershipId, phone: '05 36 49 00 02' });
    await ml.as('officer').do(setThemes, { partnershipId, themes: ['emploi'] });
    await ml.as('officer').do(deleteContact, { partnershipId, contactId });
    await ml.as('officer').do(deleteExchange, { partnershipId, exchangeId });
    const bea = await ml.as('officer').do(addContact, { partnershipId, lastName: 'Béa' });
    await ml.as('officer').do(addExchange, { partnershipId, kind: 'visit', body: 'Après', contactIds: [bea.contactId], nextTitle: 'Rappeler' });
    await ml.as('officer').do(editOrganisation, { partnershipId, acronym: 'GL' });
    await ml.as('officer').do(editOrganisation, { partnershipId, acronym: '' });
    const compare = () => ml.as('manager').run((ctx) => compareDates(ctx, partnershipId, { from: noDate, to: noDate, before }));
    const { subjects, saidTo } = await compare();
    expect(saidTo).toBe('aujourd’hui');
    expect(subjects!.map(({ title, lines }) => [title, ...lines.map(({ verb, label, from, to }) => `${verb} ${label} : ${from} → ${to}`).sort()])).toEqual([
      ['L’organisation', 'changed Téléphone : 05 36 49 12 08 → 05 36 49 00 02'],
      ['Le partenariat', 'added Thématique :  → Emploi', 'removed Thématique : Santé → '],
      ['Interlocuteurs', 'added Interlocuteur :  → Béa', 'removed Interlocuteur : Ana → '],
      ['Échanges', 'added Visite :  → Après', 'removed Appel : Avant → '],
      ['Tâches', 'added Tâche :  → Rappeler'],
    ]);
    const restorable = subjects!.flatMap(({ lines }) => lines.filter(({ restore, verb }) => restore && verb !== 'added'));
    expect(restorable.map(({ label }) => label).sort()).toEqual(['Appel', 'Interlocuteur', 'Thématique', 'Téléphone']);
    for (const { restore } of restorable) await ml.as('manager').do(restoreValue, { partnershipId, ...restore! });
    // Who comes back is not the one to call first any more.
    expect((await compare()).subjects!.flatMap(({ lines }) => lines.map(({ verb, label }) => `${verb} ${label}`)).sort()).toEqual(['added Interlocuteur', 'added Thématique', 'added Tâche', 'added Visite', 'changed À joindre en premier']);
  });

  test('la fin avant le début, et une journée où rien n’a changé', async () => {
    const { ml, partnershipId } = await garage();
    const compare = (from: string, to: string) => ml.as('officer').run((ctx) => compareDates(ctx, partnershipId, { from: { date: from, time: '' }, to: { date: to, time: '' }, before: null }));
    expect(await compare(today(), '2020-01-01')).toMatchObject({ subjects: null, errors: { au: expect.stringMatching(/^La fin est avant le début/) } });
    expect(await compare('2020-01-01', '')).toMatchObject({ subjects: null, errors: { du: expect.stringMatching(/n’était pas encore/) } });
    expect(await compare('', '')).toMatchObject({ subjects: null, errors: {}, name: 'Garage Lafitte' });
    expect(await compare('', today())).toMatchObject({ subjects: [], errors: {} });
    expect((await compare(today(), '')).subjects!.flatMap(({ lines }) => lines.map(({ label }) => label))).toEqual(expect.arrayContaining(['Fiche créée', 'Ajouté à vos partenaires', 'Thématique']));
  });
});

describe('deux agences et la même organisation', () => {
  test('la fiche à une date, la comparaison et l’historique montrent les faits partagés, jamais la relation de l’autre', async () => {
    const { ml: tarbes, siret, partnershipId } = await garage();
    const auch = await missionLocale();
    const there = await auch.as('officer').do(addPartner, { name: 'Lafitte', siret });
    await tarbes.as('officer').do(addContact, { partnershipId, lastName: 'Secrète' });
    await tarbes.as('officer').do(addExchange, { partnershipId, kind: 'call', body: 'Secret', nextTitle: 'Secret' });
    await tarbes.as('officer').do(addPatronage, { partnershipId, kind: 'money', year: '2026', amount: '4242', purpose: 'Secret' });
    await tarbes.as('officer').do(editOrganisation, { partnershipId, phone: '05 36 49 99 99' });
    await auch.as('officer').do(editOrganisation, { partnershipId: there.partnershipId, website: 'lafitte.example' });
    const { groups } = await history(auch, there.partnershipId);
    const seen = await auch.as('officer').run(async (ctx) => {
      const read: unknown[] = [groups, await recordAt(ctx, there.partnershipId, { typed: { date: today(), time: '' }, before: null }), await compareDates(ctx, there.partnershipId, { from: { date: today(), time: '' }, to: noDate, before: null })];
      for (const { key } of groups) read.push(await recordAt(ctx, there.partnershipId, { typed: noDate, before: key }));
      return read;
    });
    expect(JSON.stringify(seen)).toMatch(/05 36 49 99 99/);
    expect(JSON.stringify(seen)).not.toMatch(/secr|4242/i);
    expect(JSON.stringify(seen)).not.toContain(tarbes.name);
    // Neither by its address, nor by a change of it.
    const ofTarbes = (await history(tarbes, partnershipId)).groups.find(({ lines }) => lines.some(({ label }) => label === 'Mécénat'));
    for (const id of [partnershipId, there.partnershipId]) await expect(auch.as('officer').run((ctx) => recordAt(ctx, id, { typed: noDate, before: ofTarbes!.key }))).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
    await expect(auch.as('officer').run((ctx) => compareDates(ctx, partnershipId, { from: { date: today(), time: '' }, to: noDate, before: null }))).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
  });
});

const history = (ml: Agency, id: string) => ml.as('officer').run((ctx) => partnerHistory(ctx, id));
async function garage() {
  const ml = await missionLocale();
  const siret = madeUpSiret();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Garage Lafitte', siret, phone: '05 36 49 12 08', postcode: '65000', commune: 'Tarbes', themes: ['emploi'] });
  return { ml, siret, partnershipId };
}

/** Queries beyond those of every transaction (begin, walls, commit). */
async function queriesOf(ml: Agency, work: (ctx: Ctx) => Promise<unknown>): Promise<number> {
  const count = async (what: typeof work) => {
    const trace = { requestId: crypto.randomUUID(), queries: 0 };
    await withTrace(trace, () => ml.as('officer').run(what));
    return trace.queries;
  };
  await count(async () => null);
  return (await count(work)) - (await count(async () => null));
}

const today = () => new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date());
