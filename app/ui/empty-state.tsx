import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type EmptyStateProps = {
  icon?: IconName;
  title: ReactNode;
  /** Why there is nothing, and what to do. */
  text?: ReactNode;
  action?: ReactNode;
};

/** Nothing here yet: says so, and what to do about it. */
export function EmptyState({ icon = 'inbox', title, text, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon name={icon} size={36} />
      <h2>{title}</h2>
      {text && <p className="empty-text">{text}</p>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
