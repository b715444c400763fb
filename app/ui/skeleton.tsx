/** Grey lines where text will come, so that the page does not jump. */
export function Skeleton({ lines = 3, label = 'Chargement…' }: { lines?: number; label?: string }) {
  return (
    <div className="skeleton" role="status">
      <b className="visually-hidden">{label}</b>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
