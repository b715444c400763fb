/** Work under way, in words; for a place where content will come, see Skeleton. */
export function Busy({ label = 'Chargement…' }: { label?: string }) {
  return (
    <p className="busy" role="status">
      <span className="spinner" aria-hidden="true" />
      {label}
    </p>
  );
}
