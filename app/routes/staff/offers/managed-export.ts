import { exportOffers } from '~/domain/offer/import/export-offers.server';
import { managedGroups } from '~/domain/offer/managed-groups';
import { parisDay } from '~/domain/text/paris-day';
import { sheet } from '~/server/sheet.server';

/** `/offres/gestion/export?etat=ouvertes&format=xlsx`: the agency's own offers, as a table that is changed and imported again. */
export const loader = sheet('offer.write', (ctx, { url }) => {
  const group = managedGroups.find(({ code }) => code === url.searchParams.get('etat'));
  const states = group ? group.states : managedGroups.filter(({ code }) => code !== 'archivees').flatMap(({ states: some }) => some);
  return { rows: exportOffers(ctx, states), format: url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx', name: `offres-${parisDay(ctx.now)}` };
});
