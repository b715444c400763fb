import { shortName } from '~/access/actor';
import type { PersonOf, TimelineItem } from '~/domain/exchange/partner-timeline.server';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { shortDayOf } from '~/domain/text/french-date';
import { Card } from '~/ui/card';
import { Timeline, type TimelineItem as Line } from '~/ui/timeline';
import { WrittenText } from '~/ui/written-text';
import { exchangeIcons } from './exchange-icons';
import { ExchangeEntry, type EntryRights } from './exchange-entry';

type TimelineCardProps = EntryRights & { title?: string; items: readonly TimelineItem[] };

/** What happened, the latest first: exchanges, moves of the lifecycle, tasks done. */
export function TimelineCard({ title, items, ...rights }: TimelineCardProps) {
  return (
    <Card title={title}>
      <Timeline items={items.map((item) => ({ id: item.id, at: item.at.toISOString(), when: shortDayOf(item.at), ...sayItem(item, rights) }))} />
    </Card>
  );
}

function sayItem(item: TimelineItem, rights: EntryRights): Pick<Line, 'icon' | 'title' | 'text'> {
  if (item.type === 'exchange') return { icon: exchangeIcons[item.kind], title: <ExchangeEntry exchange={item} {...rights} /> };
  if (item.type === 'task') return { icon: 'check', title: <><b>Fait</b>{' : '}{item.title}{by(item.by)}</> };
  return {
    icon: item.fromStage ? 'forward' : 'add',
    title: <><b>{item.fromStage ? `Étape : ${stages[item.toStage].label}` : 'Ajouté à vos partenaires'}</b>{by(item.by)}</>,
    text: item.comment && <WrittenText text={item.comment} />,
  };
}

const by = (person: PersonOf | null) => person && <> · {shortName({ firstName: person.firstName ?? '', lastName: person.lastName })}</>;
