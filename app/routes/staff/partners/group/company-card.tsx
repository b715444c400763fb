import { Form } from '@remix-run/react';
import { isOurs, type Relative } from '~/domain/group/family';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { RelativeLine } from './relative-line';

type CompanyCardProps = { company: readonly Relative[]; mayEdit: boolean; mayAdd: boolean; /** Where ours would be hung. */ around: string };

/** The establishments of the same company (SIREN) that are not in the tree: ours may be hung there at once. */
export function CompanyCard({ company, mayEdit, mayAdd, around }: CompanyCardProps) {
  const ours = company.filter(isOurs);
  const others = company.filter((one) => !isOurs(one));
  return (
    <Card title="Même entreprise, autre établissement">
      <p className="mb-3 muted">Leur SIRET commence comme celui-ci.</p>
      <ul className="grid gap-2">
        {ours.map((relative) => (
          <li key={relative.id} className="flex flex-wrap items-center gap-2">
            <RelativeLine relative={relative} mayAdd={false} />
            {mayEdit && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="partnershipId" value={relative.partnerships[0]?.id} />
                <Button size="small" name="intent" value="gather" aria-label={`Rattacher ${relative.name} à ${around}`}>Rattacher à {around}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details className={ours.length > 0 ? 'mt-3' : undefined}>
          <summary>{others.length > 1 ? `${others.length} établissements connus du réseau` : 'Un établissement connu du réseau'}</summary>
          <ul className="mt-2 grid gap-2">{others.map((relative) => <li key={relative.id}><RelativeLine relative={relative} mayAdd={mayAdd} /></li>)}</ul>
        </details>
      )}
    </Card>
  );
}
