import type { ComponentPropsWithRef, ReactNode } from 'react';
import { forwardRef } from 'react';
import { Icon, type IconName } from './icon';

export type ButtonLook = {
  variant?: 'main' | 'default' | 'quiet' | 'danger';
  size?: 'small' | 'medium' | 'large';
  icon?: IconName;
};

export type ButtonProps = ButtonLook & {
  /** The action is under way: the button stays in place and in focus, and ignores further clicks. */
  pending?: boolean;
  children: ReactNode;
} & Omit<ComponentPropsWithRef<'button'>, 'children' | 'className'>;

/** A native button; `type="submit"` unless told otherwise, as in HTML. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, size, icon, pending, children, onClick, ...native },
  ref,
) {
  return (
    <button
      ref={ref}
      className="button"
      data-variant={variant}
      data-size={size}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      {...native}
    >
      {pending ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
});
