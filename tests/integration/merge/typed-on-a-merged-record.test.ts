import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { paths } from '~/paths';
import { action, loader } from '~/routes/staff/partners/contacts';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

/** An officer who has the form of a contact open while a colleague merges the record. */
async function staleForm() {
  const ml = await missionLocale();
  const { partnershipId: keptId } = await ml.as('officer').do(addPartner, { name: 'Garage Morel' });
  const { partnershipId: mergedId } = await ml.as('officer').do(addPartner, { name: 'SARL Garage Morel' });
  await ml.as('manager').do(mergePartners, { keptId, mergedId });
  const actor = await ml.person('officer');
  const request = () => ({ params: { partnerId: mergedId }, context: { requestId: crypto.randomUUID(), address: '', visitor: Promise.resolve({ actor, missing: null }) } });
  return { keptId, address: `http://maillage.example${paths.partnerContacts(mergedId)}`, request };
}
const typed = { intent: 'add', lastName: 'Roux', jobTitle: 'Cheffe d’atelier', phone: '06 39 98 12 34', preference: 'Plutôt\nle matin', version: '3', isMain: '' };

test('what was typed on a record that a colleague merged meanwhile is still in the form, which says where the record is', async () => {
  const { address, request } = await staleForm();
  const answer = await action({ ...request(), request: new Request(address, { method: 'POST', body: new URLSearchParams(typed) }) } as unknown as ActionFunctionArgs);
  expect(answer).toMatchObject({ init: { status: 409 }, data: { ok: false, values: { lastName: 'Roux', jobTitle: 'Cheffe d’atelier', phone: '06 39 98 12 34' } } });
  expect((answer as { data: { errors: { form: string } } }).data.errors.form).toContain('Cette fiche a été fusionnée avec une autre, qui en a tout repris. Ce que vous avez saisi est encore ici');
});

test('without a script, the page made again in the same request gives back what was typed, and the way to the record that is kept', async () => {
  const { keptId, address, request } = await staleForm();
  const visit = request();
  await action({ ...visit, request: new Request(address, { method: 'POST', body: new URLSearchParams(typed) }) } as unknown as ActionFunctionArgs);
  const page = await loader({ ...visit, request: new Request(address) } as unknown as LoaderFunctionArgs).catch((thrown: unknown) => thrown);
  expect(page).toMatchObject({ init: { status: 409 }, data: { title: 'Fiche fusionnée', unsaved: ['Roux', 'Cheffe d’atelier', '06 39 98 12 34', 'Plutôt\nle matin'], instead: { to: paths.partner(keptId) } } });
  // Who merely opens the address is led there, as ever.
  const led = await loader({ ...request(), request: new Request(address) } as unknown as LoaderFunctionArgs).catch((thrown: unknown) => thrown as Response);
  expect((led as Response).headers.get('Location')).toBe(paths.partner(keptId));
});
