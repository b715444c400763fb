import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { offerFormSchema } from '~/domain/offer/offer-form';
import { offerKindNames, offerKinds } from '~/domain/offer/offer-kinds';
import { typedFields } from '~/server/form.server';
import { renderInRouter } from '~/ui/in-router.testing';
import { OfferForm } from './offer-form';
import type { OfferStart } from './offer-start';

const full: OfferStart = {
  partnershipId: '018f0000-0000-7000-8000-000000000002', partnershipText: 'Auberge',
  offerId: '018f0000-0000-7000-8000-000000000001', version: '3', title: 'En cuisine', description: 'Deux lignes.\nLa seconde.', audience: 'region', themes: ['emploi'], contract: 'CDI', workingTime: 'full', weeklyHours: '35', schedule: '8 h – 12 h', pay: '11,88 €',
  startsOn: '2086-01-07', endsOn: '2086-06-28', duration: '6 mois', prepares: 'CAP cuisine', places: '12', level: '4', experience: 'S', ageMin: '16', ageMax: '25', publics: ['jeunes', 'femmes'], schemes: ['cej'], isHandicapFriendly: 'oui', conditions: 'Être inscrit.', documents: 'CV',
  serviceType: 'atelier', cost: 'payant', costText: '5 €', receptionModes: ['a-distance'], mobilisationModes: ['telephoner'], mobilisableBy: ['usagers'], mobilisationText: 'Le matin.', mobilisationUrl: 'https://exemple.org/', hasOwnPlace: 'oui', addressLine: '12 rue Larrey',
  postcode: '65100', communeCode: '65286', commune: 'Lourdes', zonesText: 'Tarbes (65440), Gers (32)', opensOn: '2085-11-01', closesOn: '2085-12-20', contactName: 'Accueil', contactEmail: 'accueil@exemple.org', contactPhone: '+33562000000',
  rome1: 'G1803', rome1Text: 'Serveur', rome2: 'D1102', rome2Text: 'Boulangère', rome3: 'K1304', rome3Text: 'Aide à domicile', otherRomes: ['M1607', 'N1103'],
};
/** What a kind does not have is emptied by the server: the form may leave it out. */
const without: Record<string, readonly string[]> = {
  trade: ['rome1', 'rome1Text', 'rome2', 'rome2Text', 'rome3', 'rome3Text', 'otherRomes'], work: ['contract', 'workingTime'], hours: ['weeklyHours'], pay: ['pay'], diploma: ['prepares'], wanted: ['level', 'experience'], service: ['serviceType', 'cost', 'costText'], sessions: [],
};

test.each(offerKindNames)('avec script, le formulaire « %s » renvoie tout ce qu’il a reçu, même un contrat que sa sorte ne propose pas', (kind) => {
  const start: OfferStart = { ...full, kind };
  const { container } = renderInRouter(<OfferForm start={start} agency="Mission Locale" mayPublish={false} isNew={false} cancelTo="/" />);
  const sent = typedFields(new FormData(container.querySelector('form')!));
  const missing = Object.entries(without).filter(([part]) => !(offerKinds[kind].has as readonly string[]).includes(part)).flatMap(([, names]) => names);
  const expected = Object.fromEntries(Object.entries(start).filter(([name]) => !missing.includes(name)));
  expect(sent).toMatchObject(expected);
  expect(offerFormSchema.safeParse(sent).success).toBe(true);
});

test('un métier de plus que trois s’enlève en le décochant', () => {
  const { container } = renderInRouter(<OfferForm start={{ ...full, kind: 'job' }} otherTrades={{ M1607: 'Secrétariat (M1607)' }} agency="Mission Locale" mayPublish={false} isNew={false} cancelTo="/" />);
  fireEvent.click(screen.getByLabelText('Secrétariat (M1607)'));
  expect(typedFields(new FormData(container.querySelector('form')!)).otherRomes).toEqual(['N1103']);
});

test('les autres lieux sont corrigés aussi, sauf à le décocher, ce qu’une faute ailleurs n’oublie pas', () => {
  const props = { start: { ...full, kind: 'service', everywhere: 'oui' }, agency: 'Mission Locale', mayPublish: false, isNew: false, cancelTo: '/' };
  const read = (container: HTMLElement) => offerFormSchema.parse(typedFields(new FormData(container.querySelector('form')!)));
  const { container, unmount } = renderInRouter(<OfferForm {...props} otherPlaces={2} />);
  expect(read(container).everywhere).toBe(true);
  fireEvent.click(screen.getByLabelText('Modifier aussi les 2 autres lieux'));
  expect(read(container).everywhere).toBe(false);
  const values = typedFields(new FormData(container.querySelector('form')!));
  unmount();
  const again = renderInRouter(<OfferForm {...props} otherPlaces={2} failure={{ ok: false, intent: 'edit', errors: { title: 'Trop long.' }, values }} />);
  expect(read(again.container).everywhere).toBe(false);
  again.unmount();
  expect(read(renderInRouter(<OfferForm {...props} />).container).everywhere).toBe(false);
});

test('ce qui est tapé dans une sorte y est encore quand on en revient', () => {
  const { container } = renderInRouter(<OfferForm start={{ kind: 'job', title: 'En cuisine' }} agency="Mission Locale" mayPublish={false} isNew cancelTo="/" />);
  const kind = (value: string) => fireEvent.change(screen.getByLabelText('Sorte d’offre'), { target: { value } });
  fireEvent.change(screen.getByLabelText('Rémunération'), { target: { value: '12 € de l’heure' } });
  fireEvent.change(screen.getByLabelText(/Titre/), { target: { value: 'En salle' } });
  fireEvent.click(screen.getByLabelText('À distance'));
  for (const other of ['service', 'workshop', 'job']) kind(other);
  expect(typedFields(new FormData(container.querySelector('form')!))).toMatchObject({ kind: 'job', title: 'En salle', pay: '12 € de l’heure', receptionModes: ['a-distance'] });
  kind('workshop');
  fireEvent.click(screen.getByLabelText('Logement'));
  for (const other of ['job', 'workshop']) kind(other);
  expect(typedFields(new FormData(container.querySelector('form')!)).themes).toEqual(['logement']);
});
