import { expect, test } from 'vitest';
import { compareRecords, keptFirst } from './compare-records';
import type { PairedPartner } from './list-duplicates.server';

const partner = (facts: Partial<PairedPartner>): PairedPartner => ({
  partnershipId: '1', name: 'Garage du Pic', siret: null, kind: 'Entreprise', addressLine: null, postcode: '65000', commune: 'Tarbes', phone: null, email: null, website: null, stage: 'active', officer: null, contacts: 0, exchanges: 0, createdAt: '2026-03-02T09:00:00Z', isDouble: false, ...facts,
});

test('the one that the network keeps comes first, whatever else', () => {
  expect(keptFirst(partner({ partnershipId: 'double', isDouble: true, siret: '99900000100012', exchanges: 12 }), partner({ partnershipId: 'kept' }))[0].partnershipId).toBe('kept');
});

test('the one with a SIRET is kept, then the one that lives, then the one of which more is known, then the older', () => {
  const kept = (one: Partial<PairedPartner>, other: Partial<PairedPartner>) => keptFirst(partner({ ...one, partnershipId: 'one' }), partner({ ...other, partnershipId: 'other' }))[0].partnershipId;
  expect(kept({ exchanges: 12 }, { siret: '99900000100012' })).toBe('other');
  expect(kept({ stage: 'archived', exchanges: 12 }, {})).toBe('other');
  expect(kept({ contacts: 1 }, { exchanges: 2 })).toBe('other');
  expect(kept({}, { createdAt: '2026-01-01T09:00:00Z' })).toBe('other');
  expect(kept({}, {})).toBe('one');
});

test('each line says whether it is the same, near, different or missing; what both lack is left out', () => {
  const lines = compareRecords(
    partner({ name: 'SARL Garage du Pic', siret: '99900000100012', addressLine: '12 rue Foch', phone: '+33536490001', email: 'accueil@pic.example', exchanges: 3 }),
    partner({ addressLine: '12, rue du Maréchal Foch', phone: '+33536490001', email: 'contact@pic.example', kind: 'Association' }),
  );
  expect(Object.fromEntries(lines.map(({ label, verdict }) => [label, verdict]))).toEqual({
    Nom: 'near', SIRET: 'missing', Typologie: 'differs', Adresse: 'near', Commune: 'same', Téléphone: 'same', Courriel: 'near', Étape: 'fact', 'Déjà noté': 'fact', Ajouté: 'fact',
  });
  expect(lines.find(({ label }) => label === 'Déjà noté')).toMatchObject({ kept: '3 échanges, aucun interlocuteur', other: 'aucun échange, aucun interlocuteur' });
});
