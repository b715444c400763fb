import type { ReactNode } from 'react';
import type { ComparedLine, Verdict } from '~/domain/duplicate/compare-records';
import type { Reason } from '~/domain/duplicate/duplicate-score';
import type { Level } from '~/domain/duplicate/level';
import { dayOf } from '~/domain/text/french-date';
import { Icon } from '~/ui/icon';
import { LevelBars } from '~/ui/level';
import { levelWords } from './duplicates-address';

type Pair = { level: Level; reasons: readonly Reason[]; lines: readonly ComparedLine[]; reopenedAt: Date | null; dismissedAt: Date | null; dismissedBy: string | null };
type ComparedPairProps = { pair: Pair; titleId: string; names: readonly [string, string]; /** What heads each column: a name, or a link to it. */ heads: readonly [ReactNode, ReactNode]; /** What to do with it. */ children?: ReactNode };

/** Two records side by side: why they may be one, what is alike, what differs, and what to do. */
export function ComparedPair({ pair: { level, reasons, lines, reopenedAt, dismissedAt, dismissedBy }, titleId, names, heads, children }: ComparedPairProps) {
  return (
    <section className="card" aria-labelledby={titleId} data-pair>
      <div className="card-head">
        <h2 id={titleId}>
          {names[0]} <span className="muted font-normal">et</span> {names[1]}
        </h2>
        <span className="level">
          <LevelBars level={levelWords[level].bars} />
          {levelWords[level].label}
        </span>
      </div>
      {dismissedAt ? (
        <p className="muted mb-2">Ne sont pas des doublons{dismissedBy && `, selon ${dismissedBy}`}, le {dayOf(dismissedAt)}.</p>
      ) : (
        reopenedAt && <p className="mb-2"><b>À revoir :</b> une raison de plus est apparue depuis que ces fiches ont été écartées.</p>
      )}
      <ul className="pair-reasons" aria-label="Pourquoi">
        {reasons.map(({ code, side, text }) => (
          <li key={code} data-side={sideOf({ code, side })}>
            <Icon name={sides[sideOf({ code, side })].icon} size={16} />
            <span className="visually-hidden">{sides[sideOf({ code, side })].word} : </span>
            {text}
          </li>
        ))}
      </ul>
      <table className="pair">
        <caption className="visually-hidden">Les deux fiches, ligne à ligne</caption>
        <thead>
          <tr>
            <td />
            {heads.map((head, i) => <th key={i} scope="col">{head}</th>)}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => <PairLine key={line.label} line={line} />)}
        </tbody>
      </table>
      {children && <div className="mt-4 flex flex-wrap gap-2">{children}</div>}
    </section>
  );
}

/** That a SIRET is missing proves nothing: it only leaves the question open, whatever weight it has. */
const sideOf = ({ code, side }: Pick<Reason, 'code' | 'side'>): keyof typeof sides => (code === 'siretMissing' ? 'open' : side);

const sides = {
  for: { icon: 'check', word: 'Pour' },
  against: { icon: 'warning', word: 'Contre' },
  open: { icon: 'info', word: 'Sans preuve' },
} as const;

/** A word and a sign each: colour is never alone to say it. */
const verdicts: Record<Exclude<Verdict, 'fact'>, { sign: string; word: string }> = {
  same: { sign: '=', word: 'pareil' },
  near: { sign: '≈', word: 'proche' },
  differs: { sign: '≠', word: 'différent' },
  missing: { sign: '–', word: 'manque' },
};

function PairLine({ line: { label, kept, other, verdict } }: { line: ComparedLine }) {
  return (
    <tr data-verdict={verdict}>
      <th scope="row">
        {label}
        {verdict !== 'fact' && (
          <span className="pair-verdict">
            <span aria-hidden="true">{verdicts[verdict].sign}</span> {verdicts[verdict].word}
          </span>
        )}
      </th>
      {[kept, other].map((value, i) => <td key={i}>{value ?? <span className="muted">vide</span>}</td>)}
    </tr>
  );
}
