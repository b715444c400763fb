import { useActionData, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { addContact } from '~/domain/contact/add-contact.server';
import { chooseMainContact } from '~/domain/contact/choose-main-contact.server';
import { listContacts } from '~/domain/contact/contact.queries.server';
import { contactIdSchema, contactSchema, editContactSchema } from '~/domain/contact/contact.schema';
import { deleteContact } from '~/domain/contact/delete-contact.server';
import { editContact } from '~/domain/contact/edit-contact.server';
import { markContactLeft } from '~/domain/contact/mark-contact-left.server';
import { phoneLink } from '~/domain/partner/phone-link';
import { knownId, partnershipOf } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { ContactCard } from '~/routes/staff/partners/record/contact-card';
import { ContactForm } from '~/routes/staff/partners/record/contact-form';
import { failureOf } from '~/routes/staff/partners/record/typed-again';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Card } from '~/ui/card';
import { Columns } from '~/ui/columns';
import { EmptyState } from '~/ui/empty-state';

export const loader = page('contact.read', async (ctx, { params }) => {
  const { id } = await partnershipOf(ctx, params.partnerId);
  const contacts = await listContacts(ctx, id);
  return { partnershipId: id, contacts: contacts.map((contact) => ({ ...contact, phoneLink: contact.phone ? phoneLink(contact.phone) : null })), mayWrite: actorMay(ctx.actor, 'contact.write') };
});

const told = (partnershipId: string, text: string, undo?: string) =>
  redirectWith(paths.partnerContacts(partnershipId), { kind: 'ok', text, ...(undo ? { action: { label: 'Annuler', to: undo } } : {}) });

/** Kept, and what lacks to reach the person. */
const toldOf = (partnershipId: string, text: string, missing: string | null) =>
  redirectWith(paths.partnerContacts(partnershipId), missing ? { kind: 'warning', text: `${text} ${missing}` } : { kind: 'ok', text });

export const action = keepingWalk(commands({
  add: command('contact.write', contactSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const { missing } = await addContact(ctx, { ...input, partnershipId });
    return toldOf(partnershipId, 'L’interlocuteur est ajouté.', missing);
  }),
  edit: command('contact.write', editContactSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const { missing } = await editContact(ctx, { ...input, partnershipId });
    return toldOf(partnershipId, 'L’interlocuteur est enregistré.', missing);
  }),
  main: command('contact.write', contactIdSchema, async (ctx, { contactId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await chooseMainContact(ctx, { partnershipId, contactId });
    return told(partnershipId, 'C’est la personne à joindre en premier.');
  }),
  left: command('contact.write', contactIdSchema, async (ctx, { contactId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await markContactLeft(ctx, { partnershipId, contactId, hasLeft: true });
    return told(partnershipId, 'C’est noté : cette personne n’est plus en place.');
  }),
  back: command('contact.write', contactIdSchema, async (ctx, { contactId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await markContactLeft(ctx, { partnershipId, contactId, hasLeft: false });
    return told(partnershipId, 'C’est noté : cette personne est de nouveau en place.');
  }),
  delete: command('contact.write', contactIdSchema, async (ctx, { contactId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    const { name } = await deleteContact(ctx, { partnershipId, contactId });
    return told(partnershipId, `${name} n’est plus parmi les interlocuteurs.`, paths.partnerContactRestore(partnershipId, contactId));
  }),
}));

export default function PartnerContacts() {
  const { partnershipId, contacts, mayWrite } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  return (
    <Columns aside={mayWrite && <Card title="Ajouter un interlocuteur"><ContactForm key={contacts.length} failure={failureOf(failure, 'add')} /></Card>}>
      {contacts.length === 0 && <EmptyState icon="person" title="Personne à joindre pour l’instant" text="Ajoutez la première personne que vous connaissez : son nom et un téléphone suffisent." />}
      {contacts.map((contact) => (
        <ContactCard key={`${contact.id}${contact.version}`} partnershipId={partnershipId} contact={contact} mayWrite={mayWrite} failure={failureOf(failure, 'edit', 'contactId', contact.id)} />
      ))}
    </Columns>
  );
}
