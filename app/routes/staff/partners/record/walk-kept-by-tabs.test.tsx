// @vitest-environment jsdom
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { expect, test } from 'vitest';
import CompareDates from '~/routes/staff/partners/compare-dates';
import PartnerHistory from '~/routes/staff/partners/history';
import PartnerOffers from '~/routes/staff/partners/offers';
import PartnerRecordAt from '~/routes/staff/partners/record-at';

const partnerId = '0193a5b2-0000-7000-8000-000000000001';
const base = `/partenaires/${partnerId}`;
const walk = 'liste=q%3Dlynx&rang=2';
const groups = [{ code: 'ouvertes', label: 'Ouvertes', count: 60 }, { code: 'fermees', label: 'Fermées', count: 1 }];
const person = { value: 'a', label: 'Nadia B.' };
const days = [{ day: '2026-11-01', label: 'il y a un mois' }];
const change = { key: 'c', at: new Date(0), who: 'Nadia B.', lines: [], hasBefore: true };

/** A page of the record opened in the middle of a list, with what its loader gives. */
function open(screen: ReactNode, address: string, data: object) {
  const routes = [{ id: 'page', path: '*', element: screen, loader: () => data }];
  const router = createMemoryRouter(routes, { initialEntries: [`${base}${address}${address.includes('?') ? '&' : '?'}${walk}`], hydrationData: { loaderData: { page: data } }, future: { v7_relativeSplatPath: true } });
  const { container } = render(<RouterProvider router={router} future={{ v7_startTransition: true }} />);
  const links = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '').filter((to) => to.startsWith(base) || to.startsWith('?'));
  const forms = [...container.querySelectorAll<HTMLFormElement>('form[method=get]')];
  return { links, forms: forms.map((form) => String(new FormData(form).get('liste'))) };
}

test.each([
  ['the tabs and pages of its offers', <PartnerOffers />, '/offres', { partnershipId: partnerId, offers: [], groups, chosen: 'ouvertes', number: 1, hasMore: true, isArchived: false, now: new Date(0) }, 3, 0],
  ['the filters of its history', <PartnerHistory />, '/historique?champ=stage', { groups: [change], next: 'x', people: [person], errors: {}, takenIn: [{ id: 'z', name: 'Lynx', at: new Date(0) }], shown: null, mayRestore: false, own: `${base}/historique`, partnerId, today: '2026-11-25', days, importEntryId: 'i' }, 7, 2],
  ['its record on a date', <PartnerRecordAt />, '/historique/au', { partnerId, record: null, said: null, isNow: false, typed: { date: '', time: '' }, before: null, errors: {}, today: '2026-11-25', days, importEntryId: null }, 4, 1],
  ['two dates compared', <CompareDates />, '/historique/comparer', { name: 'Lynx', errors: {}, subjects: [], saidFrom: '1er', saidTo: '2', from: { date: '', time: '' }, to: { date: '', time: '' }, partnerId, today: '2026-11-25', mayRestore: false }, 2, 1],
])('%s keep the list that one walks', (_what, screen, address, data, count, formCount) => {
  const { links, forms } = open(screen, address, data);
  expect(links.filter((to) => new URLSearchParams(to.split('?')[1]).get('liste') !== 'q=lynx')).toEqual([]);
  expect([links.length, forms]).toEqual([count, Array.from({ length: formCount }, () => 'q=lynx')]);
});
