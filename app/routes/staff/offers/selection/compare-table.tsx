import { Form, Link } from '@remix-run/react';
import type { Compared } from '~/domain/offer/kept/compare-offers';
import { paths } from '~/paths';
import { Button } from '~/ui/button';

type CompareTableProps = { offers: readonly { id: string; title: string; /** What tells it from another of the same title. */ holder: string; note: string | null }[]; rows: readonly Compared[] };

/** Offers side by side, a column each; on a telephone, criterion by criterion. What differs is marked. */
export function CompareTable({ offers, rows }: CompareTableProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways is reached by the keyboard
    <div className="compare-scroll" tabIndex={0} role="group" aria-label="Comparaison, à faire défiler">
      <table className="compare">
        <caption className="visually-hidden">Offres de la sélection, côte à côte</caption>
        <thead>
          <tr>
            <td><span className="visually-hidden">Critère</span></td>
            {offers.map(({ id, title, holder }) => (
              <th key={id} scope="col">
                <span>
                  <Link to={paths.offer(id)}>{title}</Link>
                  <span className="block font-normal text-muted">{holder}</span>
                </span>
                <Form method="post" className="no-print">
                  <input type="hidden" name="offre" value={id} />
                  <Button type="submit" name="intent" value="retirer" size="small" variant="quiet" icon="close" aria-label={`Retirer ${title}`}>Retirer</Button>
                </Form>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.filter(({ label }) => label !== 'Chez').map(({ label, values, differ }) => (
            <tr key={label} data-differ={differ ? '' : undefined}>
              <th scope="row">{label}</th>
              {values.map((value, index) => <td key={offers[index]?.id ?? index} data-label={offers[index]?.holder}><span>{value || <span className="muted">non précisé</span>}</span></td>)}
            </tr>
          ))}
          <tr>
            <th scope="row">Note pour soi</th>
            {offers.map(({ id, title, holder, note }) => (
              <td key={id} data-label={holder}>
                <details className="no-print">
                  <summary>{note ? 'Changer' : 'Ajouter'}<span className="visually-hidden"> une note sur {title}</span></summary>
                  <Form method="post" className="mt-2 grid gap-2">
                    <input type="hidden" name="offerId" value={id} />
                    <textarea className="control" name="note" rows={3} maxLength={500} defaultValue={note ?? ''} aria-label={`Note sur ${title}`} />
                    <Button type="submit" name="intent" value="noter" size="small">Enregistrer</Button>
                  </Form>
                </details>
                {note && <span className="whitespace-pre-line">{note}</span>}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
