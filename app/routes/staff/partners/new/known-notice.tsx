import { Link } from '@remix-run/react';
import type { KnownPartner } from '~/domain/partner/known-partners.server';
import { paths } from '~/paths';
import { Flash } from '~/ui/flash';

/** Who is already known under this SIRET or this name, and what to do about it. `live` is read aloud as one types. */
export function KnownNotice({ known, siret }: { known: readonly KnownPartner[]; siret: string }) {
  const [first] = known;
  if (!first) return null;
  const same = known.find(({ match }) => match === 'siret');
  if (same?.partnershipId) {
    return (
      <Flash kind="warning" title={`${same.name} est déjà parmi vos partenaires${same.isArchived ? ', dans les archives' : ''}.`}>
        <Link to={paths.partner(same.partnershipId)}>Ouvrir sa fiche</Link>
      </Flash>
    );
  }
  if (same) {
    return (
      <Flash kind="info" title={`Le réseau connaît déjà cet établissement : ${same.name}${same.place ? `, ${same.place}` : ''}.`}>
        En l’ajoutant, vous rejoignez sa fiche ; ce que vous savez de plus la complète.{' '}
        <Link to={`${paths.partnerNew()}?siret=${siret}`}>Reprendre ses informations</Link>
      </Flash>
    );
  }
  return (
    <Flash kind="warning" title={known.length === 1 ? 'Un partenaire porte un nom semblable. Est-ce le même ?' : 'Des partenaires portent un nom semblable. Est-ce l’un d’eux ?'}>
      <ul>
        {known.map((one) => (
          <li key={one.organisationId}>
            {one.partnershipId ? <Link to={paths.partner(one.partnershipId)}>{one.name}</Link> : one.name}
            <span className="muted"> · {[one.kind, one.place, one.isArchived ? 'dans vos archives' : one.partnershipId ? 'chez vous' : 'dans le réseau'].filter(Boolean).join(' · ')}</span>
            {!one.partnershipId && one.siret && <> · <Link to={`${paths.partnerNew()}?siret=${one.siret}`}>C’est lui, reprendre ses informations</Link></>}
          </li>
        ))}
      </ul>
    </Flash>
  );
}
