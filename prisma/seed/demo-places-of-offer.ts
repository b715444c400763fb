import type { Actor } from '~/access/actor';
import { addOffer } from '~/domain/offer/add-offer.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { addPlace } from '~/domain/offer/spread/add-place.server';
import { asActor } from '~/server/db.server';

/** A service of the agency that is held in three communes, each with its own page; in one of them somebody else is to be asked. */
export async function seedOfferInSeveralPlaces(officer: Actor): Promise<void> {
  await asActor(officer, 'demonstration', async (real) => {
    const ctx = { ...real, emit: async () => {} };
    const { offerId } = await addOffer(ctx, {
      kind: 'service',
      title: 'Permanence mobilité',
      description: 'Trouver comment se déplacer : cars et trains, prêt d’un scooter ou d’un vélo, aides au permis.\n\n- le mardi à Tarbes\n- le jeudi à Lourdes\n- le vendredi à Bagnères-de-Bigorre',
      themes: ['mobilite'],
      serviceType: 'information',
      cost: 'gratuit',
      receptionModes: ['en-presentiel'],
      mobilisationModes: ['telephoner', 'se-presenter'],
      mobilisableBy: ['usagers', 'professionnels'],
      audience: 'network',
      schedule: '9 h – 12 h',
      hasOwnPlace: 'oui',
      addressLine: 'Maison des mobilités, 8 rue des Tilleuls',
      postcode: '65000',
      communeCode: '65440',
      contactName: 'Accueil de la permanence',
      contactPhone: '05 36 49 00 41',
    });
    await moveOffer(ctx, { offerId, verb: 'publish' });
    await addPlace(ctx, { offerId, addressLine: 'Espace Gave, 2 rue du Lavoir', postcode: '65100', communeCode: '65286' });
    await addPlace(ctx, { offerId, addressLine: 'Salle des associations, place du Marché', postcode: '65200', communeCode: '65059', contactName: 'Maison des associations', contactPhone: '05 36 49 00 42' });
  });
}
