import { describe, expect, test } from 'vitest';
import { addOffer } from '~/domain/offer/add-offer.server';
import { editOffer } from '~/domain/offer/edit-offer.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { offerHistory } from '~/domain/offer/offer-history.server';
import { restoreOfferValue } from '~/domain/offer/restore-offer-value.server';
import { addSession } from '~/domain/offer/session/write-session.server';
import { register } from '~/domain/offer/session/register.server';
import { asSystem } from '~/server/db.server';
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
  const { sessionId } = await officer.do(addSession, { offerId, startsOn: '2086-01-15', startsAt: '9h', endsAt: '11h', seats: '3' });
  await officer.do(register, { offerId, sessionId, label: 'Léa M.' });
  const { changes } = await ml.as('counsellor').do(offerHistory, offerId);
  expect(changes.map(({ label, from, to }) => [label, from, to])).toEqual([['Session', '', 'ajoutée'], ['Où en est-elle', 'Brouillon', 'Publiée'], ['Places', '', '8'], ['Offre écrite', '', 'Atelier CV']]);
  expect(changes.every(({ who }) => who.startsWith('Camille'))).toBe(true);
  await expect((await missionLocale()).as('counsellor').do(offerHistory, offerId)).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
});

describe('rétablir une valeur d’avant', () => {
  async function edited() {
    const ml = await missionLocale();
    const officer = ml.as('officer');
    const first = { kind: 'training' as const, title: 'Cuisine', description: 'Trois mois.', romes: ['G1603'], zones: ['d65'], opensOn: '2086-01-05', closesOn: '2086-01-20', places: '12', hasOwnPlace: 'oui', addressLine: '12 rue Larrey', commune: 'Lourdes', postcode: '65100' };
    const { offerId } = await officer.do(addOffer, first);
    await asSystem('a test: somebody put it right on the map', (db) => db.offer.updateMany({ where: { id: offerId }, data: { latitude: 43.0951, longitude: -0.0457, placePrecision: 'exact' } }));
    await officer.do(editOffer, { offerId, version: 1, ...first, title: 'Commis', romes: ['D1102'], zones: [], places: '8', addressLine: '1 place Verdun', commune: 'Tarbes', postcode: '65000' });
    const read = () => officer.run((ctx) => ctx.db.offer.findFirstOrThrow({ where: { id: offerId } }));
    const lines = async () => (await officer.do(offerHistory, offerId)).changes;
    const back = async (label: string, version?: number) => {
      const { restore } = (await lines()).find((line) => line.label === label && line.restore)!;
      return officer.do(restoreOfferValue, { offerId, ...restore!, version: version ?? (await read()).version });
    };
    return { ml, officer, offerId, read, lines, back };
  }

  test('un titre, des métiers, des zones, un nombre ; l’adresse revient entière, avec le point mis à la main', async () => {
    const { read, lines, back } = await edited();
    expect((await lines()).find(({ label }) => label === 'Zones desservies')).toMatchObject({ from: 'Hautes-Pyrénées (65)', to: '' });
    for (const label of ['Titre', 'Métiers', 'Zones desservies', 'Places']) expect(await back(label)).toEqual({ label });
    expect(await read()).toMatchObject({ title: 'Cuisine', romes: ['G1603'], zones: ['d65'], places: 12, addressLine: '1 place Verdun' });
    await back('Adresse');
    expect(await read()).toMatchObject({ hasOwnPlace: true, addressLine: '12 rue Larrey', postcode: '65100', communeCode: '65286', departementCode: '65', latitude: 43.0951, placePrecision: 'exact' });
    // What is there already is not offered again.
    expect((await lines()).filter(({ to, restore }) => restore !== null && ['Cuisine', '12'].includes(to))).toHaveLength(2); // back to what the correction said
    expect((await lines()).filter(({ from, restore }) => restore !== null && from === 'Cuisine')).toEqual([]);
  });

  test('ce que le formulaire refuserait est refusé : une fermeture d’avant l’ouverture, un champ que la sorte n’a plus', async () => {
    const { officer, offerId, read, back } = await edited();
    const { title, description } = await read();
    const now = { offerId, title, description, kind: 'training' as const, romes: ['D1102'], level: '4' as const };
    await officer.do(editOffer, { ...now, version: 2, opensOn: '2086-02-01', closesOn: '2086-02-20' });
    await expect(back('Date limite')).rejects.toMatchObject({ message: expect.stringMatching(/ferment avant d’ouvrir/) as string, refusal: { kind: 'conflict' } });
    await officer.do(editOffer, { ...now, version: 3, kind: 'service' });
    await expect(back('Métiers')).rejects.toMatchObject({ message: expect.stringMatching(/n’a plus ce champ/) as string });
  });

  test('jamais une offre venue d’ailleurs, ni celle d’une autre agence, ni par-dessus une correction plus récente', async () => {
    const { ml, officer, offerId, lines, back } = await edited();
    const { restore } = (await lines()).find(({ label }) => label === 'Titre')!;
    await expect(back('Titre', 1)).rejects.toMatchObject({ message: expect.stringMatching(/vient de changer/) as string });
    const attempt = { offerId, ...restore!, version: 2 };
    await expect((await missionLocale()).as('officer').do(restoreOfferValue, attempt)).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
    const other = await officer.do(addOffer, { kind: 'workshop', title: 'Autre' });
    await expect(officer.do(restoreOfferValue, { ...attempt, offerId: other.offerId })).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
    await asSystem('a test: it comes from elsewhere', (db) => db.offer.updateMany({ where: { id: offerId }, data: { origin: 'dataInclusion', sourceId: 'x' } }));
    await expect(officer.do(restoreOfferValue, attempt)).rejects.toMatchObject({ refusal: { kind: 'conflict' } });
    expect((await ml.as('officer').do(offerHistory, offerId)).changes.every((line) => line.restore === null)).toBe(true);
  });
});
