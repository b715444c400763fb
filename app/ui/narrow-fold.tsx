import { useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon, type IconName } from './icon';

type NarrowFoldButtonProps = {
  /** The id of what it opens. */
  opens: string;
  label: string;
  icon: IconName;
  /** The label is only spoken. */
  iconOnly?: boolean;
  /** How many of what it holds are in use. */
  count?: number;
};

/** React 18 knows the attributes of popovers only as unknown lowercase ones (see `app-frame`). */
const isPopover: object = { popover: 'auto' };

/** Shown on a telephone only: opens its `NarrowFold`, without script. */
export function NarrowFoldButton({ opens, label, icon, iconOnly, count = 0 }: NarrowFoldButtonProps) {
  const target: object = { popovertarget: opens };
  return (
    <button type="button" className="button narrow-fold-button" data-on={count > 0 || undefined} {...target}>
      <Icon name={icon} />
      {iconOnly ? <span className="visually-hidden">{label}</span> : label}
      {count > 0 && ` (${count})`}
    </button>
  );
}

/** What stands in the page where there is room, and behind a button on a telephone, so that the list begins on the first screen. `isOpen`: unfolded in the page, because it holds an error. */
export function NarrowFold({ id, label, isOpen, children }: { id: string; label: string; isOpen?: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  // What was chosen in it has been done.
  useEffect(() => {
    if (box.current?.matches?.(':popover-open')) box.current.hidePopover();
  }, [key]);
  return (
    <div ref={box} id={id} className="narrow-fold" role="group" aria-label={label} data-open={isOpen || undefined} {...isPopover}>
      {children}
    </div>
  );
}
