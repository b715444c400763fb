import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonLook } from './button';
import { Icon } from './icon';

/** A link that looks like a button, for what goes somewhere rather than changes something. */
export function LinkButton({ variant, size, icon, children, ...link }: ButtonLook & Omit<LinkProps, 'className'>) {
  return (
    <Link className="button" data-variant={variant} data-size={size} {...link}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
