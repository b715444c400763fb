import { iconScale, shapes, type Mark } from './marks';

/** A mark of the map among words: in the legend, on a card. */
export function MarkSample({ mark, isAbout = false, size = 24 }: { mark: Mark; isAbout?: boolean; size?: number }) {
  const colour = `var(--mark-${mark.hue})`;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="mark-sample">
      <path d={shapes[mark.shape]} fill={isAbout ? 'var(--card)' : colour} stroke={isAbout ? colour : 'none'} strokeWidth={2} strokeDasharray={isAbout ? '4 2.5' : undefined} />
      {mark.icon && (
        <g transform={`translate(${16 - 12 * iconScale} ${16 - 12 * iconScale}) scale(${iconScale})`} fill="none" stroke={isAbout ? colour : 'var(--card)'} strokeWidth={2.4} strokeLinecap="round" strokeLinejoin="round">
          {mark.icon.map(([Tag, attributes], index) => <Tag key={index} {...attributes} />)}
        </g>
      )}
    </svg>
  );
}
