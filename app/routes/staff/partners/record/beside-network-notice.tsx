import { Link } from '@remix-run/react';
import { paths } from '~/paths';
import { Flash } from '~/ui/flash';

/** The agency had merged its two records one way, the network its two organisations the other way: said, with the way out. */
export function BesideNetworkNotice({ mayMerge }: { mayMerge: boolean }) {
  return (
    <Flash kind="warning" title="Le réseau tient les faits communs de ce partenaire sur l’autre fiche.">
      Vous aviez fusionné deux fiches dans celle-ci. Depuis, le réseau a réuni les deux organismes et garde l’autre : ce que l’on corrige ici n’est plus partagé.{' '}
      {mayMerge ? <>Pour le retrouver, annulez <Link to={paths.partnerMerges()}>votre fusion</Link>, puis refaites-la en gardant l’autre fiche.</> : 'Une personne qui peut fusionner des fiches peut y remédier.'}
    </Flash>
  );
}
