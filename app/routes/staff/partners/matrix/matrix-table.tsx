import { readinessNames } from '~/domain/engagement/readiness';
import { partnersInWords } from '~/domain/partner/list/bulk-change';
import type { PartnerMatrix } from '~/domain/partner/list/matrix-of-partners.server';
import { paths } from '~/paths';
import { listSearch } from '~/routes/staff/partners/list/list-address';
import { frenchNumber } from '~/ui/french-number';
import { Level, LevelBars, levelWords } from '~/ui/level';

type Row = { id: string; name: string; agency: string; commune: string | null; departementCode: string | null };
type MatrixTableProps = Pick<PartnerMatrix, 'forms' | 'cells' | 'totals'> & { rows: readonly Row[]; total: number; isRegion: boolean; list: string };

/** What slides must take the focus, so that arrows slide it. */
const reachedByKeyboard = { tabIndex: 0, role: 'group', 'aria-label': 'Partenaires et formes d’engagement' };
const furthestFirst = [...readinessNames].reverse();

/** Partners by forms of engagement: the totals of all that the filters keep, then a line a partner. Bars with their word for who listens. */
export function MatrixTable({ rows, forms, cells, totals, total, isRegion, list }: MatrixTableProps) {
  const through = listSearch(list);
  return (
    <div className="table-scroll" {...reachedByKeyboard}>
      <table className="data-table matrix">
        <caption className="visually-hidden">Ce que chaque partenaire accepte, forme par forme</caption>
        <thead>
          <tr>
            <th scope="col">Partenaire</th>
            {forms.map(({ value, label }) => (
              <th key={value} scope="col">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody className="matrix-totals">
          <tr>
            <th scope="rowgroup" colSpan={forms.length + 1}>En tout, {partnersInWords(total)}</th>
          </tr>
          {furthestFirst.map((level) => (
            <tr key={level}>
              <th scope="row"><Level level={level} /></th>
              {forms.map(({ value }) => (
                <td key={value}>{totals[value]?.[level] ? frenchNumber(totals[value][level]) : <span className="muted">0</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tbody>
          {rows.map(({ id, name, agency, commune, departementCode }) => (
            <tr key={id}>
              <th scope="row">
                <a className="row-link" href={`${paths.partnerEngagements(id)}${through}`}>{name}</a>
                <div className="muted">{[commune && `${commune} (${departementCode})`, isRegion && agency].filter(Boolean).join(' · ')}</div>
              </th>
              {forms.map(({ value }) => {
                const cell = cells[id]?.[value];
                return (
                  <td key={value}>
                    {cell && (
                      <span className="level" data-level={cell.readiness} title={levelWords[cell.readiness]}>
                        <LevelBars level={cell.readiness} />
                        <span className="visually-hidden">{levelWords[cell.readiness]}</span>
                        {cell.capacityPerMonth !== null && <span>{cell.capacityPerMonth}<span className="visually-hidden"> par mois</span></span>}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
