import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** `alertdialog` for a question that must be answered: a click outside does not close it. */
  role?: 'dialog' | 'alertdialog';
  wide?: boolean;
  children: ReactNode;
};

const fetchWindow = () => import('./dialog-window');
const DialogWindow = lazy(fetchWindow);

/**
 * A window above the page: keeps the focus, closes on Escape, and gives the focus back. Needs script: it is fetched once the page
 * stands, so that no page waits for a window that most people never open.
 */
export function Dialog(props: DialogProps) {
  const [wasOpen, setWasOpen] = useState(props.open);
  if (props.open && !wasOpen) setWasOpen(true);
  useEffect(() => {
    const soon = setTimeout(() => void fetchWindow().catch(() => {}), 300); // opening it says what went wrong
    return () => clearTimeout(soon);
  }, []);
  return wasOpen ? (
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  ) : null;
}
