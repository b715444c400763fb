import { useLocation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { LiveRegion } from './live-region';

/** A full page load is announced by the browser; a jump by script is not, so the new title is said aloud. */
export function RouteAnnouncer() {
  const { pathname } = useLocation();
  const firstPath = useRef<string | null>(pathname);
  const [title, setTitle] = useState('');

  useEffect(() => {
    if (firstPath.current === pathname) return;
    firstPath.current = null;
    // The title is set in the same commit as the page; one frame later it is the new one.
    const frame = requestAnimationFrame(() => setTitle(document.title));
    return () => cancelAnimationFrame(frame);
  }, [pathname]);

  return <LiveRegion>{title}</LiveRegion>;
}
