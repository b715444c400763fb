import { type ReactNode, useInsertionEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';

/** The id by which React Aria sees that its style element is already there. */
const PRESS_STYLE = 'react-aria-pressable-style';

/**
 * Around each use of React Aria: its spoken messages in French, and no `<style>` element added by script, which the
 * Content-Security-Policy would refuse (the one rule that it wants is in base.css).
 */
export function ReactAriaFrame({ children }: { children: ReactNode }) {
  useInsertionEffect(() => {
    if (document.getElementById(PRESS_STYLE)) return;
    const mark = document.createElement('meta');
    mark.id = PRESS_STYLE;
    document.head.append(mark);
  }, []);
  return <I18nProvider locale="fr-FR">{children}</I18nProvider>;
}
