import { useSearchParams } from '@remix-run/react';
import { alongWalk, walkIn } from '~/routes/staff/partners/list/list-address';

/** Makes an address of the record keep the list that one walks. */
export function useAlong(): (to: string) => string {
  const [search] = useSearchParams();
  return (to) => alongWalk(to, search);
}

/** The same for a form that asks (`method="get"`), whose fields are its whole address. */
export function WalkFields() {
  const [search] = useSearchParams();
  return walkIn(search).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
