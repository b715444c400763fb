// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderInRouter } from '~/ui/in-router.testing';
import { listSearch } from '~/routes/staff/partners/list/list-address';
import { ListWalk } from './list-walk';

const [since, at] = ['2026-11-25T08:30:00.000Z', (hour: number) => `2026-11-24T${hour}:00:00.123456Z`];
const walk = { rank: 2, total: 3, isIn: true, isDeleted: false, previousId: null, nextId: 'third', dates: { here: at(12), previous: null, next: at(11) }, since };
const paramsOf = (name: string) => new URL(screen.getByRole('link', { name }).getAttribute('href') ?? '', 'http://maillage.example');

test('by date of change, one goes back to whom one has just changed, and on from where the present one stood', () => {
  const seen = '0193a5b2-0000-7000-8000-000000000001';
  renderInRouter(<ListWalk walk={walk} partnerId="second" savedListId={null} />, `/partenaires/second/echanges${listSearch('tri=modification', 2, null, { since, here: at(12), from: { id: seen, at: at(13) } })}`);
  const [previous, next] = [paramsOf('précédent'), paramsOf('suivant')];
  expect([previous.pathname, previous.searchParams.get('repere'), previous.searchParams.get('rang'), previous.searchParams.get('vu')]).toEqual([`/partenaires/${seen}/echanges`, at(13), '1', null]);
  expect([next.pathname, ...['liste', 'rang', 'depuis', 'repere', 'vu'].map((name) => next.searchParams.get(name))]).toEqual(['/partenaires/third/echanges', 'tri=modification', '3', since, at(11), `second~${at(12)}`]);
});
