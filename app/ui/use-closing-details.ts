import { type RefObject, useEffect } from 'react';

/** Makes a `<details>` close as a menu does: on Escape (the focus goes back to its button), on a click elsewhere, and once its form is sent. */
export function useClosingDetails(ref: RefObject<HTMLDetailsElement>) {
  useEffect(() => {
    const details = ref.current;
    if (!details) return;
    const close = () => {
      details.open = false;
    };
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !details?.open) return;
      event.stopPropagation();
      close();
      details.querySelector('summary')?.focus();
    }
    function onPointer(event: Event) {
      if (event.target instanceof Node && !details?.contains(event.target)) close();
    }
    const form = details.closest('form');
    details.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPointer);
    form?.addEventListener('submit', close);
    return () => {
      details.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPointer);
      form?.removeEventListener('submit', close);
    };
  }, [ref]);
}
