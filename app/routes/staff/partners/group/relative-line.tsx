import { Link } from '@remix-run/react';
import type { Relative } from '~/domain/group/family';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { paths } from '~/paths';
import { Chip } from '~/ui/chip';

/** An organisation of a family in one line: where it is, and where we stand with it, or how to make it a partner. */
export function RelativeLine({ relative, mayAdd }: { relative: Relative; mayAdd: boolean }) {
  const { name, commune, departementCode, partnerships, isMember, isClosed, siret } = relative;
  const place = commune && `${commune}${departementCode ? ` (${departementCode})` : ''}`;
  const [only, ...others] = partnerships;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {only && others.length === 0 && !isMember ? <Link to={paths.partner(only.id)}>{name}</Link> : <b aria-current={isMember || undefined}>{name}</b>}
      {place && <span className="muted">{place}</span>}
      {isMember && <Chip>Cette fiche</Chip>}
      {isClosed && <Chip tone="stop">Fermé</Chip>}
      {others.length > 0
        ? partnerships.map(({ id, stage, agency }) => <Link key={id} to={paths.partner(id)}>{agency}, {stages[stage].label.toLowerCase()}</Link>)
        : only && <Chip tone={stages[only.stage].tone}>{stages[only.stage].label}</Chip>}
      {!only && mayAdd && siret && !isClosed && <Link to={`${paths.partnerNew()}?siret=${siret}`}>Ajouter<span className="visually-hidden"> {name} à vos partenaires</span></Link>}
    </span>
  );
}
