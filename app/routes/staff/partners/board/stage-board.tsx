import { Link, useNavigation, useSubmit } from '@remix-run/react';
import { useState } from 'react';
import type { BoardCard, BoardColumn } from '~/domain/partner/list/board-of-partners.server';
import { writeFilters, type PartnerFilters } from '~/domain/partner/list/filters';
import { verbBetween } from '~/domain/partnership/move-card';
import { stages, type Stage, type Verb } from '~/domain/partnership/partnership.lifecycle';
import { paths } from '~/paths';
import { listAddress, listSearch, viewAddress } from '~/routes/staff/partners/list/list-address';
import type { Failure } from '~/server/http.server';
import { frenchNumber } from '~/ui/french-number';
import { BoardCardItem } from './board-card';
import { MoveWindow } from './move-window';

export type Moving = { card: Pick<BoardCard, 'id' | 'name'>; stage: Stage; verb?: Verb };
type StageBoardProps = {
  columns: readonly BoardColumn[];
  filters: PartnerFilters;
  allowed: readonly Verb[];
  endReasons: readonly { value: string; label: string }[];
  isRegion: boolean;
  chosenId: string | null;
  failure?: Failure;
};

/** Columns by stage. A card is dragged to another, or moved by its button, which works by keyboard and without script too. */
export function StageBoard({ columns, filters, allowed, endReasons, isRegion, chosenId, failure }: StageBoardProps) {
  const submit = useSubmit();
  const { state } = useNavigation();
  const find = (id: string | null): Moving | null => {
    const column = columns.find(({ cards }) => cards.some((card) => card.id === id));
    const card = column?.cards.find((one) => one.id === id);
    return column && card ? { card, stage: column.stage } : null;
  };
  const refusedId = typeof failure?.values.partnerId === 'string' ? failure.values.partnerId : null;
  const [moving, setMoving] = useState<Moving | null>(() => find(refusedId ?? chosenId));
  const [dragged, setDragged] = useState<Moving | null>(null);
  const action = viewAddress(paths.partnersBoard(), filters);
  const through = listSearch(writeFilters({ ...filters, tri: 'nom' }).toString());
  const target = (to: Stage) => (dragged && dragged.stage !== to ? verbBetween(dragged.stage, to, allowed) : null);

  const drop = (to: Stage) => {
    const verb = target(to);
    setDragged(null);
    if (!dragged || !verb) return;
    // Ending asks why; the rest is done at once, and can be undone.
    if (verb === 'end') setMoving({ ...dragged, verb });
    else submit({ intent: verb, partnerId: dragged.card.id }, { method: 'post', action, preventScrollReset: true });
  };

  return (
    <>
      {moving && <MoveWindow key={`${moving.card.id}${moving.verb ?? ''}`} moving={moving} allowed={allowed} endReasons={endReasons} action={action} failure={failure} onClose={() => setMoving(null)} />}
      <div className="board" data-busy={state !== 'idle' || undefined}>
        {columns.map(({ stage, count, cards }) => (
          <section
            key={stage}
            className="board-column"
            aria-labelledby={`etape-${stage}`}
            data-target={target(stage) ? '' : undefined}
            data-closed={dragged && dragged.stage !== stage && !target(stage) ? '' : undefined}
            onDragOver={(event) => target(stage) && event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              drop(stage);
            }}
          >
            <h2 id={`etape-${stage}`}>
              {stages[stage].label} <span className="muted">{frenchNumber(count)}</span>
            </h2>
            {count === 0 && <p className="muted">Personne à cette étape.</p>}
            <ul>
              {cards.map((card) => (
                <BoardCardItem key={card.id} card={card} isRegion={isRegion} through={through} moveTo={allowed.length > 0 ? `${action}${action.includes('?') ? '&' : '?'}carte=${card.id}` : null} onMove={() => setMoving({ card, stage })} onDrag={(isDragged) => setDragged(isDragged ? { card, stage } : null)} />
              ))}
            </ul>
            {count > cards.length && <Link to={listAddress({ ...filters, etape: [stage] })}>Voir les {frenchNumber(count)}</Link>}
          </section>
        ))}
      </div>
    </>
  );
}
