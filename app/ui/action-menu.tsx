import { Link, type LinkProps } from '@remix-run/react';
import { type ComponentPropsWithoutRef, type ReactNode, useRef } from 'react';
import { Icon, type IconName } from './icon';
import { useClosingDetails } from './use-closing-details';

export type ActionMenuProps = {
  label: string;
  icon?: IconName;
  /** The label is only spoken: three dots are enough where place lacks. */
  iconOnly?: boolean;
  /** The side on which it hangs. */
  side?: 'start' | 'end';
  children: ReactNode;
};

/** Less frequent actions behind one button. Opens without script. */
export function ActionMenu({ label, icon = 'more', iconOnly, side = 'end', children }: ActionMenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useClosingDetails(details);
  return (
    <details ref={details} className="action-menu" data-side={side}>
      <summary className="button">
        <Icon name={icon} />
        {iconOnly ? <span className="visually-hidden">{label}</span> : label}
        {!iconOnly && <Icon name="expand" size={16} />}
      </summary>
      <div className="popover">{children}</div>
    </details>
  );
}

type ItemLook = { icon?: IconName; tone?: 'danger' };

export function MenuLink({ icon, tone, children, ...link }: ItemLook & Omit<LinkProps, 'className'>) {
  return (
    <Link className="menu-item" data-tone={tone} {...link}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A submit button of the form around the menu, or of the one it names. */
export function MenuButton({
  icon,
  tone,
  children,
  ...button
}: ItemLook & Omit<ComponentPropsWithoutRef<'button'>, 'className'>) {
  return (
    <button className="menu-item" data-tone={tone} {...button}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
