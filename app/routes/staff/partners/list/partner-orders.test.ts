import { expect, test } from 'vitest';
import { noFilters } from '~/domain/partner/list/filters';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { offerOrders } from '~/routes/staff/offers/offer-orders';
import { partnerOrders } from './partner-orders';

test('les partenaires se trient par ressemblance si l’on cherche des mots, par distance autour d’un lieu, par nom et par date toujours', () => {
  expect(partnerOrders({ filters: noFilters, sort: 'nom', hasCircle: false, heads: [] }).map(({ label }) => label)).toEqual(['nom', 'date de modification']);
  const all = partnerOrders({ filters: { ...noFilters, q: 'garage', commune: '65440', rayon: 20 }, sort: 'distance', hasCircle: true, heads: ['nom', 'distance'] });
  expect(all.map(({ label, isCurrent }) => `${label}${isCurrent ? ' *' : ''}`)).toEqual(['ressemblance', 'distance *', 'nom', 'date de modification']);
  expect(all.filter(({ hasHead }) => hasHead).map(({ label }) => label)).toEqual(['distance', 'nom']);
  expect(all[0]!.to).toBe('/partenaires?q=garage&commune=65440&rayon=20&tri=pertinence');
});

test('les offres aussi', () => {
  const { filters } = readOfferFilters(new URLSearchParams('q=serveuse&commune=65440&rayon=20'));
  expect(offerOrders({ filters, sort: 'pertinence', hasCircle: true, heads: [] }).map(({ label, to }) => [label, new URLSearchParams(to.split('?')[1]).get('tri')])).toEqual([
    ['ressemblance', 'pertinence'], ['distance', 'distance'], ['date de publication', 'date'], ['date de début', 'debut'],
  ]);
  expect(offerOrders({ filters: { ...filters, q: '' }, sort: 'date', hasCircle: false, heads: ['published'] }).map(({ label, hasHead }) => [label, hasHead])).toEqual([['date de publication', true], ['date de début', false]]);
});
