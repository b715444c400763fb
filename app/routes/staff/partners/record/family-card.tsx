import { Link } from '@remix-run/react';
import type { Kin, Relative } from '~/domain/group/family';
import { paths } from '~/paths';
import { RelativeLine } from '~/routes/staff/partners/group/relative-line';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { Card } from '~/ui/card';

/** Names that fit in the card; the page shows all. */
const most = 6;

/** The group of a partner and its establishments, or its federation and the members: ours by name, the others by their number. */
export function FamilyCard({ kin, partnershipId, mayEdit }: { kin: Kin | null; partnershipId: string; mayEdit: boolean }) {
  const along = useAlong();
  const to = along(paths.partnerGroup(partnershipId));
  if (!kin) return mayEdit ? <p className="mb-4"><Link to={to}>Rattacher à un groupe ou à une fédération</Link></p> : null;
  const { parent, siblings, children, sameCompany, others, untold, isFederation } = kin;
  return (
    <Card title={isFederation ? 'Fédération et membres' : 'Groupe et établissements'} action={<Link to={to}>Voir l’arbre</Link>}>
      {parent && <Some title="Rattaché à" relatives={[parent]} />}
      {children.length > 0 && <Some title={isFederation ? 'Membres' : 'Établissements'} relatives={children} />}
      {siblings.length > 0 && <Some title="À côté" relatives={siblings} />}
      {sameCompany.length > 0 && <Some title="Même entreprise, à rattacher" relatives={sameCompany} />}
      {untold > 0 && <p className="muted">Et encore {untold}, à lire dans l’arbre</p>}
      {others > 0 && <p className="muted">{others > 1 ? `${others} autres, que le réseau connaît` : 'Un autre, que le réseau connaît'}</p>}
    </Card>
  );
}

function Some({ title, relatives }: { title: string; relatives: readonly Relative[] }) {
  return (
    <div className="mb-3">
      <h3 className="muted">{title}</h3>
      <ul>{relatives.slice(0, most).map((relative) => <li key={relative.id}><RelativeLine relative={relative} mayAdd={false} /></li>)}</ul>
      {relatives.length > most && <p className="muted">et {relatives.length - most} de plus</p>}
    </div>
  );
}
