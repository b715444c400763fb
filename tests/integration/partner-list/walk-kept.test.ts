import type { ActionFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { deleteExchange } from '~/domain/exchange/delete-exchange.server';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { readFilters } from '~/domain/partner/list/read-filters';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { stepThrough, type Walk } from '~/domain/saved-list/step-through.server';
import { action as contacts } from '~/routes/staff/partners/contacts';
import { action as edit } from '~/routes/staff/partners/edit';
import { action as exchanges } from '~/routes/staff/partners/exchanges';
import { action as record } from '~/routes/staff/partners/record';
import { action as restoreExchange } from '~/routes/staff/partners/restore-exchange';
import { action as tasks } from '~/routes/staff/tasks';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { partners } from './some-partners';

useDatabase();
const threeOf = async (ml: Awaited<ReturnType<typeof missionLocale>>) => partners(ml, ['Lynx un', 'Lynx deux', 'Lynx trois'].map((name) => ({ name })));

/** Walks the list as the screen leads, changing each partner on the way; `meanwhile` before each step. */
async function walked(tri: 'modification' | '-modification', meanwhile: (ids: string[], step: number) => string | null = () => null) {
  const ml = await missionLocale();
  await threeOf(ml);
  const address = `q=lynx&tri=${tri}`;
  const { rows, dates } = await ml.as('officer').do(listPartners, readFilters(new URLSearchParams(address)).filters);
  const since = new Date().toISOString();
  const [seen, ranks]: [string[], number[]] = [[], []];
  for (let [id, here]: [string | null, string | null] = [rows[0]!.id, dates![0]!]; id && seen.length < 9; ) {
    seen.push(id);
    const other = meanwhile(rows.map((row) => row.id), seen.length);
    for (const changed of [id, other]) if (changed) await ml.as('officer').do(movePartnership, { partnershipId: changed, verb: 'contact' });
    const step: Walk | null = await ml.as('officer').do(stepThrough, { partnershipId: id, address, known: seen.length, listId: null, began: { since, here } });
    ranks.push(step!.rank);
    [id, here] = [step!.nextId, step!.dates!.next];
  }
  return { names: rows.map((row) => row.id), seen, ranks };
}

test.each(['modification', '-modification'] as const)('a list by « %s » is walked to its end, each partner once, though each step changes one', async (tri) => {
  const { names, seen, ranks } = await walked(tri);
  expect(seen).toEqual(names);
  expect(ranks).toEqual([1, 2, 3]);
});

test.each(['modification', '-modification'] as const)('by « %s », what a colleague changes meanwhile is behind: it never brings the walk back', async (tri) => {
  const { names, seen } = await walked(tri, (ids, step) => (step === 1 ? ids[1]! : null));
  expect(seen).toEqual([names[0], names[2]]);
});

test('a form that is saved leads back to the record with the list that one walks, and so does its « Annuler »', async () => {
  const ml = await missionLocale();
  const [partnershipId] = await threeOf(ml);
  const { exchangeId } = await ml.as('officer').do(addExchange, { partnershipId: partnershipId!, kind: 'note', body: 'À effacer' });
  await ml.as('officer').do(deleteExchange, { partnershipId: partnershipId!, exchangeId });
  const walk = new URLSearchParams({ liste: 'q=lynx&tri=nom', rang: '2', parcours: '0193a5b2-0000-7000-8000-000000000001' });
  const base = `/partenaires/${partnershipId}`;
  const sent = async (action: (args: ActionFunctionArgs) => Promise<unknown>, form: Record<string, string>, search = `?noter=appel&${walk}`) => {
    const request = new Request(`http://maillage.example${base}/x${search}`, { method: 'POST', body: new URLSearchParams(form) });
    const context = { requestId: crypto.randomUUID(), visitor: ml.person('officer').then((actor) => ({ actor, missing: null })) };
    const answer = await action({ request, params: { partnerId: partnershipId!, exchangeId }, context } as unknown as ActionFunctionArgs);
    return answer instanceof Response ? answer.headers.get('Location') : answer;
  };
  expect(await sent(edit, { name: 'Lynx premier', kindCode: 'entreprise', organisationVersion: '1', partnershipVersion: '1', base: JSON.stringify({ name: 'Lynx un' }) })).toBe(`${base}?${walk}`);
  expect(await sent(exchanges, { intent: 'add', kind: 'call', body: 'Vu' })).toBe(`${base}/echanges?${walk}`);
  expect(await sent(restoreExchange, {})).toBe(`${base}/echanges?${walk}`);
  expect(await sent(contacts, { intent: 'add', lastName: 'Essai', phone: '05 36 49 00 00' })).toBe(`${base}/interlocuteurs?${walk}`);
  expect(await sent(record, { intent: 'contact' })).toBe(`${base}?${walk}`);
  expect(await sent(tasks, { intent: 'add', title: 'Rappeler', dueOn: '2030-01-02', partnershipId: partnershipId!, back: `${base}?${walk}` })).toBe(`${base}?${walk}`);
  // No list walked, nothing added.
  expect(await sent(exchanges, { intent: 'add', kind: 'call', body: 'Revu' }, '')).toBe(`${base}/echanges`);
});
