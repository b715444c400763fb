import { expect, test } from 'vitest';
import { contactSchema } from './contact.schema';

test('un interlocuteur sans nom, au numéro trop court et à l’adresse sans @ : tout se corrige en une fois', () => {
  const { error } = contactSchema.safeParse({ lastName: '', phone: '12 34', email: 'lea', informedOn: '2190-01-31' });
  expect(error?.issues.map(({ path }) => path[0])).toEqual(['lastName', 'informedOn', 'phone', 'email']);
});

test('des champs envoyés deux fois se refusent', () => {
  expect(contactSchema.safeParse({ lastName: 'Roux', phone: ['1', '2'], email: ['a', 'b'] }).success).toBe(false);
});
