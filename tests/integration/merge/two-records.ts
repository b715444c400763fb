import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { addAgreementParty } from '~/domain/agreement/agreement-party.server';
import { addContact } from '~/domain/contact/add-contact.server';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { mergeFields, type MergeField } from '~/domain/merge/merge-fields';
import { addOffer } from '~/domain/offer/add-offer.server';
import { themes as themeNames, type ThemeCode } from '~/domain/organisation/themes';
import { addPartner } from '~/domain/partner/add-partner.server';
import { setTags } from '~/domain/partnership/set-tags.server';
import { setThemes } from '~/domain/partnership/set-themes.server';
import { addPatronage } from '~/domain/patronage/add-patronage.server';
import { addTask } from '~/domain/task/add-task.server';
import type { Ctx } from '~/access/context';
import { onServer } from '../../support/database';

/** What hangs on one record of a test, by number: how many of each. */
export type Weight = { contacts: number; exchanges: number; tasks: number; gifts: number; agreements: number; offers: number; themes: number[]; tags: number[]; forms: number[]; lists: number[]; phone: string | null; description: string | null; stage: boolean };
export type Shared = { tagIds: string[]; formCodes: string[]; listIds: string[]; agreementIds: string[] };

export const themeCodes = themeNames.map(({ code }): ThemeCode => code);
const some = <T>(from: readonly T[], numbers: readonly number[]) => [...new Set(numbers.map((n) => from[n % from.length]!))];

/** A partner with all that can hang on one, written by the commands of the domain. */
export async function partnerWith(ctx: Ctx, name: string, weight: Weight, shared: Shared): Promise<{ partnershipId: string; contactIds: string[]; exchangeIds: string[]; taskIds: string[] }> {
  const { partnershipId } = await addPartner(ctx, { name, phone: weight.phone, description: weight.description, officerId: weight.stage ? ctx.actor.userId : null });
  const [contactIds, exchangeIds, taskIds]: string[][] = [[], [], []];
  for (let n = 0; n < weight.contacts; n += 1) contactIds!.push((await addContact(ctx, { partnershipId, lastName: `${name} ${n}`, phone: `06 39 98 ${10 + n} ${10 + n}` })).contactId);
  for (let n = 0; n < weight.exchanges; n += 1) {
    const noted = await addExchange(ctx, { partnershipId, kind: 'visit', body: `Visite ${n} de ${name}`, contactIds: contactIds!.slice(0, n), ...(n === 1 ? { nextTitle: 'Rappeler', nextOn: '2030-01-15' } : {}) });
    exchangeIds!.push(noted.exchangeId);
  }
  for (let n = 0; n < weight.tasks; n += 1) taskIds!.push((await addTask(ctx, { partnershipId, title: `Tâche ${n} de ${name}`, dueOn: '2030-01-15' })).taskId);
  for (let n = 0; n < weight.gifts; n += 1) await addPatronage(ctx, { partnershipId, kind: 'money', year: 2020 + n, amount: '100', contactId: contactIds![n] ?? null });
  for (let n = 0; n < weight.agreements; n += 1) await addAgreement(ctx, { partnershipId, title: `Convention ${n} de ${name}` });
  for (let n = 0; n < weight.offers; n += 1) await addOffer(ctx, { partnershipId, kind: 'immersion', title: `Immersion ${n} de ${name}` } as never);
  await setThemes(ctx, { partnershipId, themes: some(themeCodes, weight.themes) });
  await setTags(ctx, { partnershipId, tagIds: some(shared.tagIds, weight.tags) });
  for (const formCode of some(shared.formCodes, weight.forms)) await setEngagement(ctx, { partnershipId, formCode, readiness: weight.stage ? 'regular' : 'to_explore', comment: name } as never);
  for (const listId of some(shared.listIds, weight.lists)) await ctx.db.savedListPartner.create({ data: { listId, partnershipId } });
  for (const agreementId of shared.agreementIds.slice(0, weight.lists.length)) {
    const { partnershipId: holder } = await ctx.db.agreement.findFirstOrThrow({ where: { id: agreementId } });
    await addAgreementParty(ctx, { partnershipId: holder, agreementId, party: partnershipId });
  }
  return { partnershipId, contactIds: contactIds!, exchangeIds: exchangeIds!, taskIds: taskIds! };
}

type Row = Record<string, unknown>;
/** Every row of some records, by `table/key`; versions and dates of change apart, as in the audit trail. */
export type Snapshot = Map<string, Row>;

/** Reads everything that points to these partnerships, as the catalogue knows it: nothing can be forgotten here. */
export async function snapshotOf(adminUrl: string, partnershipIds: readonly string[]): Promise<Snapshot> {
  const tables = await onServer<{ name: string; keys: string[] }>(adminUrl, `
    SELECT DISTINCT c.conrelid::regclass::text AS name, (SELECT array_agg(a.attname::text ORDER BY k.place) FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(number, place)
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number WHERE i.indrelid = c.conrelid AND i.indisprimary AND a.attname <> 'mission_locale_id') AS keys
    FROM pg_constraint c JOIN pg_attribute pointing ON pointing.attrelid = c.conrelid AND pointing.attnum = ANY (c.conkey) AND pointing.attname = 'partnership_id'
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`);
  const reads = [
    ...tables.map(({ name, keys }) => ({ name, keys, where: 't.partnership_id = ANY ($1::uuid[])' })),
    { name: 'partnership', keys: ['id'], where: 't.id = ANY ($1::uuid[])' },
    { name: 'organisation', keys: ['id'], where: 't.id IN (SELECT organisation_id FROM partnership WHERE id = ANY ($1::uuid[]))' },
  ];
  const one = reads.map(({ name, keys, where }) => `SELECT concat_ws('/', '${name}', ${keys.map((key) => `t.${key}`).join(', ')}) AS key, to_jsonb(t) - 'version' - 'updated_at' AS row FROM ${name} t WHERE ${where}`);
  return new Map((await onServer<{ key: string; row: Row }>(adminUrl, one.join(' UNION ALL '), [partnershipIds])).map(({ key, row }) => [key, row]));
}

/**
 * What both records must be once the merge is undone: as before it, and exactly what people did in between, which is the
 * difference between the merged record and what it had become. Told without the code that undoes.
 */
export function expectedAfterUndo({ before, merged, later, keptId, mergedId }: { before: Snapshot; merged: Snapshot; later: Snapshot; keptId: string; mergedId: string }): Snapshot {
  const expected: Snapshot = new Map([...before].map(([key, row]) => [key, structuredClone(row)]));
  // Where a row of the merged record was before: under its own key, or, when the partnership is in the key, under the other's.
  const origin = (key: string) => (before.has(key) ? key : before.has(key.replace(keptId, mergedId)) ? key.replace(keptId, mergedId) : null);
  for (const [key, row] of later) {
    const was = merged.get(key);
    if (!was) expected.set(key, row);
    else {
      const at = origin(key);
      if (at) expected.set(at, edited(expected.get(at)!, was, row));
    }
  }
  for (const key of merged.keys()) {
    const at = origin(key);
    if (!later.has(key) && at) expected.delete(at);
  }
  return expected;
}

/** Columns that make one fact change together; sources are told fact by fact. */
function edited(before: Row, was: Row, now: Row): Row {
  const changed = new Set(Object.keys(now).filter((column) => JSON.stringify(was[column]) !== JSON.stringify(now[column])));
  for (const { columns } of mergeFields as readonly MergeField[]) if (columns.some((column) => changed.has(column) && column in now)) for (const column of columns) if (column in now) changed.add(column);
  const result = { ...before };
  for (const column of changed) result[column] = column === 'fact_sources' ? sources(before[column] as Row, was[column] as Row, now[column] as Row) : now[column];
  return result;
}

function sources(before: Row, was: Row, now: Row): Row {
  const result = { ...before };
  for (const fact of new Set([...Object.keys(was), ...Object.keys(now)])) {
    if (JSON.stringify(was[fact]) === JSON.stringify(now[fact])) continue;
    if (fact in now) result[fact] = now[fact];
    else delete result[fact];
  }
  return result;
}

export const asObject = (snapshot: Snapshot) => Object.fromEntries([...snapshot].sort(([a], [b]) => a.localeCompare(b)));
