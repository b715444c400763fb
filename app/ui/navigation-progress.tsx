import { useNavigation } from '@remix-run/react';

/** A thin bar on top of the window while the next page comes. */
export function NavigationProgress() {
  const { state } = useNavigation();
  return state === 'idle' ? null : <div className="page-progress" aria-hidden="true" />;
}
