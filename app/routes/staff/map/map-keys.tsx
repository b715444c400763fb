import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ShownSpot } from '~/ui/map/explore-options';

/** As many as one goes through with the arrows. */
const most = 80;

/** A name as wide as this would go beyond the side of the map. In pixels. */
const half = 125;
const edgeOf = (x: number, width: number) => (x < half ? 'start' : x > width - half ? 'end' : undefined);

/**
 * What is drawn on the map, as buttons that lie over it: one tab stop, arrows from one to the next, Enter opens. The pointer goes
 * through them to the map.
 */
export function MapKeys({ spots, onOpen }: { spots: readonly ShownSpot[]; onOpen: (key: string) => void }) {
  const group = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const hadFocus = useRef(false);
  const shown = spots.slice(0, most);
  const at = Math.min(current, Math.max(0, shown.length - 1));

  // A bubble that was opened is no more: whoever was on it goes on with what came out of it.
  useEffect(() => {
    if (!hadFocus.current || group.current?.contains(document.activeElement)) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    group.current?.querySelector<HTMLElement>('[data-spot]')?.focus();
  }, [spots]);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const to = step ? (at + step + shown.length) % shown.length : event.key === 'Home' ? 0 : event.key === 'End' ? shown.length - 1 : null;
    if (to === null || shown.length === 0) return;
    event.preventDefault();
    setCurrent(to);
    group.current?.querySelectorAll<HTMLElement>('[data-spot]')[to]?.focus();
  };
  return (
    <div ref={group} role="toolbar" aria-label="Sur la carte, de haut en bas" className="map-keys" onKeyDown={move} onFocus={() => (hadFocus.current = true)} onBlur={(event) => event.relatedTarget && (hadFocus.current = false)}>
      {shown.map(({ key, x, y, label, isGroup }, index) => (
        <button key={key} type="button" data-spot="" data-group={isGroup ? '' : undefined} data-edge={edgeOf(x, group.current?.clientWidth ?? 0)} tabIndex={index === at ? 0 : -1} style={{ left: x, top: y }} onFocus={() => setCurrent(index)} onClick={() => onOpen(key)}>
          <span>{label}</span>
        </button>
      ))}
    </div>
  );
}
