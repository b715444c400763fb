/** The maillage: five knots tied together, the agency in the middle. Drawn for a dark ground. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <g stroke="#f3b557" strokeWidth="1.8" fill="none">
        <path d="M5 6 13 13 21 5M13 13 6 21M13 13l8 7M5 6l1 15M21 5v15M6 21h15" />
      </g>
      <g fill="#fff">
        <circle cx="5" cy="6" r="2.6" />
        <circle cx="21" cy="5" r="2.6" />
        <circle cx="13" cy="13" r="3.2" fill="#f3b557" />
        <circle cx="6" cy="21" r="2.6" />
        <circle cx="21" cy="20" r="2.6" />
      </g>
    </svg>
  );
}
