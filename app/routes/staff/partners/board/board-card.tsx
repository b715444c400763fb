import type { BoardCard } from '~/domain/partner/list/board-of-partners.server';
import { shortDayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';

type BoardCardItemProps = { card: BoardCard; isRegion: boolean; through: string; moveTo: string | null; onMove: () => void; onDrag: (isDragged: boolean) => void };

/** A partner on the board. Plain links: a hundred and eighty of the router’s would take longer than the rest of the page. */
export function BoardCardItem({ card: { id, name, agency, commune, officer, stageSince }, isRegion, through, moveTo, onMove, onDrag }: BoardCardItemProps) {
  return (
    <li
      className="board-card"
      draggable={moveTo !== null}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', name);
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    >
      <a href={`${paths.partner(id)}${through}`} draggable={false}>{name}</a>
      <div className="muted">{[commune, isRegion && agency, officer].filter(Boolean).join(' · ')}</div>
      <div className="muted">depuis le {shortDayOf(stageSince)}</div>
      {moveTo && (
        <a
          className="board-move"
          href={moveTo}
          draggable={false}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onMove();
          }}
        >
          Déplacer<span className="visually-hidden"> {name}</span>
        </a>
      )}
    </li>
  );
}
