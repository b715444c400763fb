import { Form, Link } from '@remix-run/react';
import type { Permission } from '~/access/permissions';
import { isEditedHere } from '~/domain/offer/offer-origin';
import { offerStates } from '~/domain/offer/offer.lifecycle';
import type { WholeOffer } from '~/domain/offer/offer.queries.server';
import { everywhereFrom, everywhereVerbs } from '~/domain/offer/spread/everywhere-verbs';
import type { OtherPlace } from '~/domain/offer/spread/places-of.server';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { LinkButton } from '~/ui/link-button';

const icons = { renew: 'refresh', publish: 'send', pause: 'pause', withdraw: 'close', confirm: 'check' } as const;

/** Where else an offer is proposed, and what can be done with all its places at once. */
export function PlacesCard({ offer, places, permissions }: { offer: WholeOffer; places: readonly OtherPlace[]; permissions: readonly Permission[] }) {
  const maySpread = permissions.includes('offer.write') && isEditedHere(offer) && !offer.deletedAt && offer.state !== 'archived';
  const verbs = maySpread ? everywhereFrom([offer.state, ...places.map(({ state }) => state)]).filter((verb) => permissions.includes(everywhereVerbs[verb].permission)) : [];
  return (
    <Card title="Aussi proposée à" action={maySpread && <LinkButton to={paths.offerAnotherPlace(offer.id)} size="small" icon="add">Ailleurs aussi</LinkButton>}>
      <ul>
        {places.map(({ id, name, address, state }) => (
          <li key={id} className="mb-2">
            <Link to={paths.offer(id)}>{name}</Link>
            {address && <span className="muted">, {address}</span>} {state !== 'published' && <Chip tone={offerStates[state].tone}>{offerStates[state].label}</Chip>}
          </li>
        ))}
      </ul>
      {verbs.length > 0 && (
        <Form method="post" className="mt-4">
          <fieldset>
            <legend className="mb-2 font-semibold">Dans les {places.length + 1} lieux à la fois</legend>
            <div className="flex flex-wrap gap-2">
              {verbs.map((verb) => <Button key={verb} type="submit" name="intent" value={`${verb}Everywhere`} size="small" icon={icons[verb]}>{everywhereVerbs[verb].label}</Button>)}
            </div>
          </fieldset>
        </Form>
      )}
    </Card>
  );
}
