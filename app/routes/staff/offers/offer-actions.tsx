import { Form } from '@remix-run/react';
import type { Permission } from '~/access/permissions';
import { isEditedHere } from '~/domain/offer/offer-origin';
import { offerVerbs, offerVerbsFrom } from '~/domain/offer/offer.lifecycle';
import type { WholeOffer } from '~/domain/offer/offer.queries.server';
import { paths } from '~/paths';
import { ActionMenu, MenuButton, MenuLink } from '~/ui/action-menu';
import { Button } from '~/ui/button';
import { LinkButton } from '~/ui/link-button';

const icons = { publish: 'send', submit: 'send', giveBack: 'back', pause: 'pause', fill: 'check', withdraw: 'close', archive: 'archive', restore: 'undo', expire: 'clock' } as const;

/** What can be done with an offer of ours: the next step as a button, the rest in a menu. */
export function OfferActions({ offer, permissions }: { offer: WholeOffer; permissions: readonly Permission[] }) {
  const may = (permission: Permission) => permissions.includes(permission);
  if (!may('offer.write')) return null;
  const verbs = offerVerbsFrom(offer.state).filter((verb) => {
    const { permission } = offerVerbs[verb];
    // An agency's own draft is published by whoever may; proposing it is for those who may not.
    return permission !== null && may(permission) && !(verb === 'submit' && may('offer.publish'));
  });
  const [first] = verbs.filter((verb) => verb === 'publish' || verb === 'submit' || verb === 'restore');
  const isOver = offer.state === 'expired' || offer.state === 'filled' || offer.state === 'withdrawn';
  const isOurs = isEditedHere(offer);
  return (
    <>
      {isOver && isOurs && may('offer.publish') ? (
        <Form method="post"><Button type="submit" name="intent" value="renew" variant="main" icon="refresh">Renouveler</Button></Form>
      ) : (
        first && <Form method="post"><Button type="submit" name="intent" value={first} variant="main" icon={icons[first]}>{offerVerbs[first].label}</Button></Form>
      )}
      {isOurs && <LinkButton to={paths.offerEdit(offer.id)} icon="edit">Modifier</LinkButton>}
      <Form method="post">
        <ActionMenu label="Autres actions">
          {offer.state === 'published' && isOurs && may('offer.publish') && <MenuButton name="intent" value="renew" icon="refresh">Prolonger</MenuButton>}
          {verbs.filter((verb) => verb !== first || isOver).map((verb) => <MenuButton key={verb} name="intent" value={verb} icon={icons[verb]}>{offerVerbs[verb].label}</MenuButton>)}
          {may('history.read') && <MenuLink to={paths.offerHistory(offer.id)} icon="history">Historique</MenuLink>}
          {isOurs && offer.state !== 'archived' && <MenuLink to={paths.offerAnotherPlace(offer.id)} icon="pin">Proposer aussi ailleurs</MenuLink>}
          <MenuButton name="intent" value="duplicate" icon="copy">Copier</MenuButton>
          {!offer.publishedAt && <MenuButton name="intent" value="delete" icon="remove" tone="danger">Supprimer</MenuButton>}
        </ActionMenu>
      </Form>
    </>
  );
}
