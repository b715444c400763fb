import { expect, test } from 'vitest';
import { addOffer } from '~/domain/offer/add-offer.server';
import { editOffer } from '~/domain/offer/edit-offer.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { offerHistory } from '~/domain/offer/offer-history.server';
import { addSession } from '~/domain/offer/session/write-session.server';
import { register } from '~/domain/offer/session/register.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

test('l’historique d’une offre dit quoi, avant, après et qui ; jamais qui s’est inscrit, ni à une autre agence', async () => {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const workshop = { kind: 'workshop' as const, title: 'Atelier CV', description: 'Deux heures.', audience: 'network' as const };
  const { offerId } = await officer.do(addOffer, workshop);
  await officer.do(editOffer, { offerId, version: 1, ...workshop, places: '8' });
  await ml.as('manager').do(moveOffer, { offerId, verb: 'publish' as const });
  const { sessionId } = await officer.do(addSession, { offerId, startsOn: '2030-01-15', startsAt: '9h', endsAt: '11h', seats: '3' });
  await officer.do(register, { offerId, sessionId, label: 'Léa M.' });
  const { changes } = await ml.as('counsellor').do(offerHistory, offerId);
  expect(changes.map(({ label, from, to }) => [label, from, to])).toEqual([['Session', '', 'ajoutée'], ['Où en est-elle', 'Brouillon', 'Publiée'], ['Places', '', '8'], ['Offre écrite', '', 'Atelier CV']]);
  expect(changes.every(({ who }) => who.startsWith('Camille'))).toBe(true);
  await expect((await missionLocale()).as('counsellor').do(offerHistory, offerId)).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
});
