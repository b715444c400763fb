import { Link } from '@remix-run/react';
import { shortName } from '~/access/actor';
import type { OfferMove } from '~/domain/exchange/offer-moves.server';
import type { PersonOf, TimelineItem } from '~/domain/exchange/partner-timeline.server';
import { agreementStates } from '~/domain/agreement/agreement.lifecycle';
import { patronageKinds } from '~/domain/patronage/patronage';
import { sayAmount } from '~/domain/patronage/amount';
import { dateOfDay } from '~/domain/text/paris-day';
import { paths } from '~/paths';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { shortDayOf } from '~/domain/text/french-date';
import { Card } from '~/ui/card';
import { Timeline, type TimelineItem as Line } from '~/ui/timeline';
import { WrittenText } from '~/ui/written-text';
import { exchangeIcons } from './exchange-icons';
import { ExchangeEntry, type EntryRights } from './exchange-entry';

type TimelineCardProps = EntryRights & { title?: string; items: readonly TimelineItem[] };

/** What happened, the latest first: exchanges, moves of the lifecycle, tasks done, agreements, gifts. */
export function TimelineCard({ title, items, ...rights }: TimelineCardProps) {
  return (
    <Card title={title}>
      <Timeline items={items.map((item) => ({ id: item.id, at: item.at.toISOString(), when: shortDayOf(item.at), ...sayItem(item, rights) }))} />
    </Card>
  );
}

function sayItem(item: TimelineItem, rights: EntryRights): Pick<Line, 'icon' | 'title' | 'text'> {
  if (item.type === 'agreement') {
    return { icon: 'document', title: <><b>{item.isSigned ? 'Convention signée' : `Convention, ${agreementStates[item.state].label.toLowerCase()}`}</b>{' : '}<Link to={paths.partnerAgreements(rights.partnershipId)}>{item.title}</Link>{item.endsOn && <span className="muted"> · jusqu’au {shortDayOf(dateOfDay(item.endsOn))}</span>}</> };
  }
  if (item.type === 'gift') {
    const what = [patronageKinds[item.kind].label, item.amount && sayAmount(item.amount), `pour ${item.year}`].filter(Boolean).join(', ');
    return { icon: 'patronage', title: <><b>{item.isReceived ? 'Don reçu' : 'Don promis'}</b>{' : '}<Link to={paths.partnerPatronage(rights.partnershipId)}>{what}</Link></>, text: item.purpose };
  }
  if (item.type === 'offer') {
    const untilThen = item.closesOn && (item.became === 'published' || item.became === 'renewed') && ` · jusqu’au ${shortDayOf(dateOfDay(item.closesOn))}`;
    return { icon: 'offer', title: <><b>{offerMoves[item.became]}</b>{' : '}<Link to={paths.offer(item.offerId)}>{item.title}</Link>{untilThen && <span className="muted">{untilThen}</span>}{by(item.by)}</> };
  }
  if (item.type === 'exchange') return { icon: exchangeIcons[item.kind], title: <ExchangeEntry exchange={item} {...rights} /> };
  if (item.type === 'task') return { icon: 'check', title: <><b>Fait</b>{' : '}{item.title}{by(item.by)}</> };
  return {
    icon: item.fromStage ? 'forward' : 'add',
    title: <><b>{item.fromStage ? `Étape : ${stages[item.toStage].label}` : 'Ajouté à vos partenaires'}</b>{by(item.by)}</>,
    text: item.comment && <WrittenText text={item.comment} />,
  };
}

const offerMoves = { published: 'Offre publiée', renewed: 'Offre renouvelée', filled: 'Offre pourvue', expired: 'Offre échue', withdrawn: 'Offre retirée' } as const satisfies Record<OfferMove, string>;

const by = (person: PersonOf | null) => person && <> · {shortName({ firstName: person.firstName ?? '', lastName: person.lastName })}</>;
