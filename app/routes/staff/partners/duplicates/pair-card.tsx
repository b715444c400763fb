import { Form, Link } from '@remix-run/react';
import { useId } from 'react';
import type { ComparedLine, Verdict } from '~/domain/duplicate/compare-records';
import type { DuplicateRow } from '~/domain/duplicate/list-duplicates.server';
import { dayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icon';
import { LevelBars } from '~/ui/level';
import { LinkButton } from '~/ui/link-button';
import { levelWords } from './duplicates-address';

/** Two records side by side: why they may be one, what is alike, what differs, and what to do. */
export function PairCard({ pair, action, maySettle }: { pair: DuplicateRow; action: string; maySettle: boolean }) {
  const { id, level, kept, other, reasons, lines, reopenedAt, dismissedAt, dismissedBy } = pair;
  const titleId = useId();
  return (
    <section className="card" aria-labelledby={titleId} data-pair>
      <div className="card-head">
        <h2 id={titleId}>
          {kept.name} <span className="muted font-normal">et</span> {other.name}
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
          <li key={code} data-side={side}>
            <Icon name={side === 'for' ? 'check' : 'warning'} size={16} />
            <span className="visually-hidden">{side === 'for' ? 'Pour : ' : 'Contre : '}</span>
            {text}
          </li>
        ))}
      </ul>
      <table className="pair">
        <caption className="visually-hidden">Les deux fiches, ligne à ligne</caption>
        <thead>
          <tr>
            <td />
            <th scope="col"><Link to={paths.partner(kept.partnershipId)} prefetch="none">{kept.name}</Link></th>
            <th scope="col"><Link to={paths.partner(other.partnershipId)} prefetch="none">{other.name}</Link></th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => <PairLine key={line.label} line={line} />)}
        </tbody>
      </table>
      {maySettle && (
        <div className="mt-4 flex flex-wrap gap-2">
          {dismissedAt ? (
            <Form method="post" action={paths.duplicatePutBack(id)}>
              <Button type="submit" icon="undo" aria-describedby={titleId} data-pair-focus>Remettre à regarder</Button>
            </Form>
          ) : (
            <>
              <LinkButton to={paths.partnerMergeWith(kept.partnershipId, other.partnershipId)} variant="main" icon="merge" aria-describedby={titleId} data-pair-focus>Comparer et fusionner</LinkButton>
              <Form method="post" action={action} preventScrollReset>
                <input type="hidden" name="pairId" value={id} />
                <Button type="submit" icon="close" aria-describedby={titleId}>Ce ne sont pas des doublons</Button>
              </Form>
            </>
          )}
        </div>
      )}
    </section>
  );
}

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
