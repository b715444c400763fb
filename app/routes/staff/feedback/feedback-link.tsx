import { Link, useLocation } from '@remix-run/react';
import { lazy, Suspense, useRef, useState } from 'react';
import { paths } from '~/paths';
import { Icon } from '~/ui/icon';
import type { Typed } from './feedback-fields';

const FeedbackWindow = lazy(() => import('./feedback-window'));

/**
 * « Signaler un problème ou une idée », on every page. With script a window opens over the page, so that a form half filled stays
 * as it is; without, the link leads to a page of its own. What was typed stays when the window is closed, until it is sent.
 */
export function FeedbackLink() {
  const { pathname } = useLocation();
  const [openOn, setOpenOn] = useState<string | null>(null);
  const typed = useRef<Typed>({});
  return (
    <>
      <Link
        className="button"
        data-variant="quiet"
        data-size="small"
        to={paths.feedback({ page: pathname })}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || pathname === paths.feedback()) return;
          event.preventDefault();
          setOpenOn(pathname);
        }}
      >
        <Icon name="message" />
        Signaler un problème ou une idée
      </Link>
      {openOn !== null && (
        <Suspense fallback={null}>
          <FeedbackWindow about={{ page: openOn, errorId: null }} typed={typed} onClose={() => setOpenOn(null)} />
        </Suspense>
      )}
    </>
  );
}
