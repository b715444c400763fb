import { describe, expect, test } from 'vitest';
import { addContact } from '~/domain/contact/add-contact.server';
import { chooseMainContact } from '~/domain/contact/choose-main-contact.server';
import { listContacts } from '~/domain/contact/contact.queries.server';
import { deleteContact } from '~/domain/contact/delete-contact.server';
import { editContact } from '~/domain/contact/edit-contact.server';
import { markContactLeft } from '~/domain/contact/mark-contact-left.server';
import { restoreContact } from '~/domain/contact/restore-contact.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
async function scierie() {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie' });
  const contacts = () => ml.as('counsellor').run((ctx) => listContacts(ctx, partnershipId));
  return { ml, partnershipId, contacts };
}

describe('interlocuteurs', () => {
  test('le premier est à joindre en premier, puis celui que l’on choisit ; il n’y en a jamais deux', async () => {
    const { ml, partnershipId, contacts } = await scierie();
    const ana = await ml.as('counsellor').do(addContact, { partnershipId, lastName: 'Ana', phone: '06 39 98 00 12' });
    const bob = await ml.as('counsellor').do(addContact, { partnershipId, lastName: 'Bob', email: 'bob@scierie.example' });
    expect((await contacts()).map(({ lastName, isMain }) => [lastName, isMain])).toEqual([['Ana', true], ['Bob', false]]);
    await ml.as('officer').do(chooseMainContact, { partnershipId, contactId: bob.contactId });
    expect((await contacts()).filter(({ isMain }) => isMain).map(({ lastName }) => lastName)).toEqual(['Bob']);
    await ml.as('officer').do(markContactLeft, { partnershipId, contactId: bob.contactId, hasLeft: true });
    expect((await contacts()).map(({ lastName, isMain, leftAt }) => [lastName, isMain, leftAt !== null])).toEqual([['Ana', true, false], ['Bob', false, true]]);
    expect(ana.contactId).not.toBe(bob.contactId);
  });

  test('supprimer s’annule', async () => {
    const { ml, partnershipId, contacts } = await scierie();
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId, firstName: 'Ana', lastName: 'Roux', phone: '06 39 98 00 12' });
    expect(await ml.as('officer').do(deleteContact, { partnershipId, contactId })).toEqual({ name: 'Ana Roux' });
    expect(await contacts()).toEqual([]);
    await ml.as('officer').do(restoreContact, { partnershipId, contactId });
    await ml.as('officer').do(restoreContact, { partnershipId, contactId });
    expect(await contacts()).toMatchObject([{ lastName: 'Roux', isMain: true }]);
  });

  test('deux corrections à la fois : la seconde voit la première', async () => {
    const { ml, partnershipId, contacts } = await scierie();
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId, lastName: 'Ana', phone: '06 39 98 00 12' });
    const [known] = await contacts();
    const typed = { partnershipId, contactId, version: known!.version, phone: '06 39 98 00 12' };
    await ml.as('officer').do(editContact, { ...typed, lastName: 'Anna' });
    expect(await refusalOf(ml.as('counsellor').do(editContact, { ...typed, lastName: 'Hannah' }))).toMatchObject({ refusal: { kind: 'stale', changes: [{ label: 'Nom', theirs: 'Anna', yours: 'Hannah' }] } });
  });

  test.each([
    ['sans nom', { lastName: ' ', phone: '06 39 98 00 12' }, 'lastName'],
    ['informée demain', { lastName: 'Ana', informedOn: '2099-01-01' }, 'informedOn'],
    ['jointe par pigeon', { lastName: 'Ana', channel: 'pigeon' as never }, 'channel'],
    ['au numéro trop court', { lastName: 'Ana', phone: '06' }, 'phone'],
    ['au courriel faux', { lastName: 'Ana', email: 'ana' }, 'email'],
    ['à deux numéros', { lastName: 'Ana', phone: '06 39 98 00 12 / 06 39 98 00 13' }, 'phone'],
    ['au nom de 10 000 lettres', { lastName: 'A'.repeat(10_000), phone: '06 39 98 00 12' }, 'lastName'],
  ])('une personne %s est refusée par une phrase', async (_what, typed, field) => {
    const { ml, partnershipId } = await scierie();
    expect(await refusalOf(ml.as('officer').do(addContact, { partnershipId, ...typed }))).toMatchObject({ refusal: { kind: 'invalid', field } });
  });

  test('sans moyen de la joindre, elle est gardée et l’on dit ce qui manque', async () => {
    const { ml, partnershipId, contacts } = await scierie();
    expect(await ml.as('officer').do(addContact, { partnershipId, lastName: 'Ana', channel: 'email', origin: 'forum de printemps', informedOn: '2026-03-01' })).toMatchObject({ missing: expect.stringMatching(/^Il manque un moyen de joindre/) as string });
    expect(await contacts()).toMatchObject([{ lastName: 'Ana', channel: 'email', origin: 'forum de printemps', informedOn: '2026-03-01' }]);
  });

  test('la même personne chez deux partenaires se voit des deux côtés, jamais d’une agence à l’autre', async () => {
    const { ml, partnershipId, contacts } = await scierie();
    await ml.as('officer').do(addContact, { partnershipId, lastName: 'Ana', phone: '06 39 98 00 12' });
    const { partnershipId: club } = await ml.as('officer').do(addPartner, { name: 'Club' });
    const { contactId } = await ml.as('officer').do(addContact, { partnershipId: club, lastName: 'Ana', phone: '+33 6 39 98 00 12' });
    const other = await scierie();
    await other.ml.as('officer').do(addContact, { partnershipId: other.partnershipId, lastName: 'Ana', phone: '06 39 98 00 12' });
    expect((await contacts()).map(({ elsewhere }) => elsewhere.map(({ name }) => name))).toEqual([['Club']]);
    expect((await other.contacts())[0]?.elsewhere).toEqual([]);
    await ml.as('officer').do(markContactLeft, { partnershipId: club, contactId, hasLeft: true });
    expect((await contacts())[0]?.elsewhere).toEqual([]);
  });

  test('une préférence suffit à dire comment joindre', async () => {
    const { ml, partnershipId, contacts } = await scierie();
    await ml.as('officer').do(addContact, { partnershipId, lastName: 'Ana', preference: 'passer à l’atelier le matin' });
    expect(await contacts()).toHaveLength(1);
  });
});
