import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type TimelineItem = {
  id: string;
  /** ISO, for machines. */
  at: string;
  /** The same, for people: "17 nov.". */
  when: string;
  icon?: IconName;
  title: ReactNode;
  text?: ReactNode;
};

/** What happened, the latest first. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li key={item.id}>
          <time dateTime={item.at}>{item.when}</time>
          <Icon name={item.icon ?? 'clock'} />
          <div className="timeline-body">
            <div>{item.title}</div>
            {item.text && <div className="timeline-text">{item.text}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
