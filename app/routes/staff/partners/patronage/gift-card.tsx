import { Form } from '@remix-run/react';
import type { Choice } from '~/domain/partner/choices.queries.server';
import { sayAmount } from '~/domain/patronage/amount';
import { patronageKinds, patronageState, patronageStates, type Gift } from '~/domain/patronage/patronage';
import { dayOf } from '~/domain/text/french-date';
import type { Failure } from '~/server/http.server';
import { ActionMenu, MenuButton } from '~/ui/action-menu';
import { Card } from '~/ui/card';
import { Chip, Chips } from '~/ui/chip';
import { DescriptionList } from '~/ui/description-list';
import { GiftForm } from './gift-form';

type GiftCardProps = { gift: Gift; contacts: readonly Choice[]; today: string; mayWrite: boolean; failure?: Failure };

const said = (day: string | null) => day && dayOf(new Date(`${day}T12:00:00Z`));

/** A gift: what, how much, where it stands. */
export function GiftCard({ gift, contacts, today, mayWrite, failure }: GiftCardProps) {
  const { id, kind, year, amount, purpose, contact, promisedOn, receivedOn, receiptOn, receiptNumber, renewalOn, comment } = gift;
  const title = [amount && sayAmount(amount), patronageKinds[kind].label.toLowerCase(), year].filter(Boolean).join(', ');
  const state = patronageStates[patronageState(gift)];
  const facts = [
    { term: 'Pour quoi', detail: purpose },
    { term: 'Interlocuteur', detail: contact },
    { term: 'Promis le', detail: said(promisedOn) },
    { term: 'Reçu le', detail: said(receivedOn) },
    { term: 'Reçu fiscal', detail: receiptOn && [`remis le ${said(receiptOn)}`, receiptNumber && `nᵒ ${receiptNumber}`].filter(Boolean).join(', ') },
    { term: 'À reproposer le', detail: renewalOn && <>{said(renewalOn)}{renewalOn < today && <> <Chip tone="wait">date passée</Chip></>}</> },
  ].filter(({ detail }) => detail);
  return (
    <Card
      title={title.charAt(0).toUpperCase() + title.slice(1)}
      action={
        mayWrite && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="patronageId" value={id} />
            <ActionMenu label={`Actions pour le don ${title}`} iconOnly>
              <MenuButton name="intent" value="delete" icon="remove" tone="danger">Supprimer</MenuButton>
            </ActionMenu>
          </Form>
        )
      }
    >
      <div className="mb-3"><Chips><Chip tone={state.tone}>{state.label}</Chip>{kind !== 'money' && amount && <Chip>valeur estimée</Chip>}</Chips></div>
      {facts.length > 0 && <DescriptionList items={facts} />}
      {comment && <p className="mt-2 whitespace-pre-line break-words">{comment}</p>}
      {mayWrite && (
        <details className="mt-3" open={failure ? true : undefined}>
          <summary>Modifier</summary>
          <div className="mt-3"><GiftForm gift={gift} contacts={contacts} today={today} failure={failure} /></div>
        </details>
      )}
    </Card>
  );
}
