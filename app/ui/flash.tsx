import { type ReactNode, useState } from 'react';
import { Icon, type IconName } from './icon';
import { useHydrated } from './use-hydrated';

export type FlashKind = 'ok' | 'info' | 'warning' | 'error';

const icons: Record<FlashKind, IconName> = { ok: 'ok', info: 'info', warning: 'warning', error: 'error' };

export type FlashProps = {
  kind?: FlashKind;
  title?: ReactNode;
  children?: ReactNode;
  /** Offers to close it. It never leaves by itself: some people read slowly. */
  dismissible?: boolean;
};

/** What just happened, or what must be known before going on. */
export function Flash({ kind = 'info', title, children, dismissible }: FlashProps) {
  const [closed, setClosed] = useState(false);
  const hydrated = useHydrated();
  if (closed) return null;
  return (
    <div className="flash" data-kind={kind} role={kind === 'error' || kind === 'warning' ? 'alert' : 'status'}>
      <Icon name={icons[kind]} />
      <div className="flash-body">
        {title && <b>{title}</b>}
        {title && children ? ' ' : null}
        {children}
      </div>
      {dismissible && hydrated && (
        <button type="button" className="icon-button" onClick={() => setClosed(true)}>
          <Icon name="close" label="Fermer ce message" />
        </button>
      )}
    </div>
  );
}
