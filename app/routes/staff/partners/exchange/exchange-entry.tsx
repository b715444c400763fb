import { Form } from '@remix-run/react';
import { shortName } from '~/access/actor';
import { sayKind } from '~/domain/exchange/exchange-kinds';
import type { PersonOf, TimelineExchange } from '~/domain/exchange/partner-timeline.server';
import { dueWords } from '~/domain/task/due';
import { momentOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { FileList } from '~/routes/staff/partners/files/file-list';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { ActionMenu, MenuButton, MenuLink } from '~/ui/action-menu';
import { Chip } from '~/ui/chip';
import { WrittenText } from '~/ui/written-text';

/** What the person who looks may do with an exchange, and the day it is for them. */
export type EntryRights = { partnershipId: string; today: string; mayWrite: boolean; mayDelete: boolean };

/** An exchange: what it was, with whom, what came of it, what was said; beside it, what can be done with it. */
export function ExchangeEntry({ exchange, partnershipId, today, mayWrite, mayDelete }: EntryRights & { exchange: TimelineExchange }) {
  const along = useAlong();
  const { id, kind, direction, isPinned, isOwn, at, outcome, author, contacts, colleagues, files } = exchange;
  const ours = [author ? shortOf(author) : 'Ancien compte', ...colleagues.map(shortOf)];
  const theirs = contacts.map(({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' '));
  return (
    <div className="flex items-start justify-between gap-2">
      <div className="min-w-0 break-words">
        <b>{sayKind(kind, direction)}</b> · {[...theirs, ...ours].join(', ')} {outcome && <Chip>{outcome}</Chip>} {isPinned && <Chip tone="wait">Gardé en haut</Chip>}
        <div className="timeline-text"><ExchangeText exchange={exchange} today={today} /></div>
        {files.length > 0 && <FileList files={files} addressOf={(file) => paths.partnerExchangeFile(partnershipId, id, file.id)} mayRemove={(file) => mayWrite && (isOwn || file.isOwn || mayDelete)} of={{ name: 'exchangeId', value: id }} />}
      </div>
      {mayWrite && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="exchangeId" value={id} />
          <input type="hidden" name="isPinned" value={isPinned ? 'non' : 'oui'} />
          <ActionMenu label={`Actions pour : ${sayKind(kind, direction)} du ${momentOf(at)}`} iconOnly>
            {isOwn && <MenuLink to={along(paths.partnerExchangeEdit(partnershipId, id))} icon="edit">Corriger</MenuLink>}
            <MenuLink to={along(paths.partnerExchangeAttach(partnershipId, id))} icon="attachment">Joindre des fichiers</MenuLink>
            <MenuButton name="intent" value="pin" icon="pin">{isPinned ? 'Ne plus garder en haut' : 'Garder en haut'}</MenuButton>
            <MenuLink to={along(`${paths.partnerHistory(partnershipId)}?objet=${id}`)} icon="history">Voir ses changements</MenuLink>
            {(isOwn || mayDelete) && <MenuButton name="intent" value="delete" icon="remove" tone="danger">Supprimer</MenuButton>}
          </ActionMenu>
        </Form>
      )}
    </div>
  );
}

const shortOf = ({ firstName, lastName }: PersonOf) => shortName({ firstName: firstName ?? '', lastName });

/** What was said, and what was to follow. */
function ExchangeText({ exchange: { body, nextSteps }, today }: { exchange: TimelineExchange; today: string }) {
  return (
    <>
      {body && <WrittenText text={body} />}
      {nextSteps.map(({ title, dueOn, isDone }) => (
        <p key={title}>
          <b>{isDone ? 'Fait ensuite' : 'Ensuite'}{' : '}{title}</b>{!isDone && `, ${dueWords(dueOn, today)}`}
        </p>
      ))}
    </>
  );
}
