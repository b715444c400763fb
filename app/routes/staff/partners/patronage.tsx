import { useActionData, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { contactChoices } from '~/domain/contact/contact.queries.server';
import { addPatronage } from '~/domain/patronage/add-patronage.server';
import { deletePatronage } from '~/domain/patronage/delete-patronage.server';
import { editPatronage } from '~/domain/patronage/edit-patronage.server';
import { patronageOfPartner } from '~/domain/patronage/patronage.queries.server';
import { editPatronageSchema, patronageIdSchema, patronageSchema } from '~/domain/patronage/patronage.schema';
import { knownId, partnershipOf } from '~/domain/partnership/partnership-of.server';
import { parisDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { GiftCard } from '~/routes/staff/partners/patronage/gift-card';
import { GiftForm } from '~/routes/staff/partners/patronage/gift-form';
import { YearTotals } from '~/routes/staff/partners/patronage/year-totals';
import { failureOf } from '~/routes/staff/partners/record/typed-again';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { Card } from '~/ui/card';
import { Columns } from '~/ui/columns';
import { EmptyState } from '~/ui/empty-state';

export const loader = page('patronage.read', async (ctx, { params }) => {
  const { id } = await partnershipOf(ctx, params.partnerId);
  const mayWrite = actorMay(ctx.actor, 'patronage.write');
  return { ...(await patronageOfPartner(ctx, id)), contacts: mayWrite ? await contactChoices(ctx, id) : [], mayWrite, today: parisDay(ctx.now) };
});

const told = (partnershipId: string, text: string, undo?: string) =>
  redirectWith(paths.partnerPatronage(partnershipId), { kind: 'ok', text, ...(undo ? { action: { label: 'Annuler', to: undo } } : {}) });

export const action = keepingWalk(commands({
  add: command('patronage.write', patronageSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await addPatronage(ctx, { ...input, partnershipId });
    return told(partnershipId, 'Le don est noté.');
  }),
  edit: command('patronage.write', editPatronageSchema, async (ctx, input, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await editPatronage(ctx, { ...input, partnershipId });
    return told(partnershipId, 'Le don est enregistré.');
  }),
  delete: command('patronage.write', patronageIdSchema, async (ctx, { patronageId }, { params }) => {
    const partnershipId = knownId(params.partnerId);
    await deletePatronage(ctx, { partnershipId, patronageId });
    return told(partnershipId, 'Le don est supprimé.', paths.partnerPatronageRestore(partnershipId, patronageId));
  }),
}));

export default function PartnerPatronage() {
  const { gifts, years, contacts, mayWrite, today } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  return (
    <Columns
      aside={
        <>
          {years.length > 0 && <Card title="Par année"><YearTotals years={years} /></Card>}
          {mayWrite && (
            <Card title="Noter un don">
              <GiftForm key={gifts.length} contacts={contacts} today={today} failure={failureOf(failure, 'add')} />
            </Card>
          )}
        </>
      }
    >
      {gifts.length === 0 && <EmptyState icon="patronage" title="Pas de don pour l’instant" text="Argent, matériel, temps de salariés : notez ici ce que ce partenaire donne ou promet. Il apparaît alors parmi vos mécènes." />}
      {gifts.map((gift) => (
        <GiftCard key={`${gift.id}${gift.version}`} gift={gift} contacts={contacts} today={today} mayWrite={mayWrite} failure={failureOf(failure, 'edit', 'patronageId', gift.id)} />
      ))}
    </Columns>
  );
}
