import type { FoundType, PlaceDoubt } from '~/domain/place/place-doubt.server';
import { Flash } from '~/ui/flash';
import { LinkButton } from '~/ui/link-button';

const found: Record<FoundType, string> = { housenumber: 'un numéro', street: 'une rue', locality: 'un lieu-dit', municipality: 'la commune seule', other: 'un endroit' };

/** Why the position is to be checked: what the address service found, and how sure it was. */
export function DoubtNotice({ doubt: { point }, address, isShown }: { doubt: PlaceDoubt; address: string; /** The point found is where the form stands. */ isShown: boolean }) {
  return (
    <Flash kind="warning" title="Cette position est à vérifier.">
      {point
        ? `Le service d’adresses a trouvé ${found[point.type]} pour « ${address} », sans en être sûr (${Math.round(point.score * 100)}\u00a0%).${isShown ? ' Le repère y est : enregistrez s’il est au bon endroit, sinon déplacez-le.' : ''}`
        : `Le service d’adresses n’a rien trouvé pour « ${address} ». Placez le repère vous-même, ou corrigez l’adresse de la fiche.`}{' '}
      {point && !isShown && <LinkButton to="?point=trouve" size="small" icon="pin">Voir le point trouvé</LinkButton>}
    </Flash>
  );
}
