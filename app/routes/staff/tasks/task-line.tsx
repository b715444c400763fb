import { Form, Link } from '@remix-run/react';
import type { TaskRow } from '~/domain/task/list-tasks.server';
import { offerOfRule } from '~/domain/offer/offer-rule';
import { dueGroup, dueWords, lateWords } from '~/domain/task/due';
import { dateOfDay, type Day } from '~/domain/text/paris-day';
import { dayOf, momentOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Chip } from '~/ui/chip';
import { SnoozeMenu } from './snooze-menu';

export type TaskLineProps = {
  task: TaskRow;
  today: Day;
  mayWrite: boolean;
  /** Where one comes back to once it is done. */
  back: string;
  /** Says whose it is: useless among one's own. */
  showsPerson?: boolean;
  /** Left out on the partner's own record. */
  showsPartner?: boolean;
  /** The address that shows the form in its place. */
  editTo?: string;
};

/** One thing to do: tick it, put it off, or correct it. The forms are those of the page of tasks, from wherever the line stands. */
export function TaskLine({ task, today, mayWrite, back, showsPerson = true, showsPartner = true, editTo }: TaskLineProps) {
  const about = task.doneAt ? null : offerOfRule(task.ruleKey);
  const { id, title, partnershipId, partnerName, doneAt } = task;
  return (
    <li className="task-line" data-task={id} data-late={!doneAt && task.dueOn < today ? '' : undefined}>
      {mayWrite && (
        <Form method="post" action={paths.tasks()} preventScrollReset>
          <input type="hidden" name="taskId" value={id} />
          <input type="hidden" name="back" value={back} />
          <button className="task-tick" name="intent" value={doneAt ? 'reopen' : 'complete'} data-done={doneAt ? '' : undefined} data-task-tick>
            <span className="visually-hidden">{doneAt ? `Remettre à faire : ${title}` : `C’est fait : ${title}`}</span>
          </button>
        </Form>
      )}
      <div className="task-body">
        <p className="task-title" dir="auto">{title}</p>
        <p className="task-facts">
          {showsPartner && partnershipId && <Link to={paths.partner(partnershipId)}>{partnerName ?? 'Voir le partenaire'}</Link>}
          {doneAt ? <span>faite le {momentOf(doneAt)}{task.doneBy && `, par ${task.doneBy}`}</span> : <DueWords task={task} today={today} />}
          {showsPerson && <span>{task.assignee ?? 'Pour toute l’équipe'}</span>}
          {task.origin === 'rule' && <Chip>Proposition de Maillage</Chip>}
          {about && <Link to={paths.offer(about.offerId)}>{about.question === 'closing' ? 'Voir et prolonger' : 'Voir l’offre'}</Link>}
          {task.snoozedFrom && task.snoozedFrom < task.dueOn && !doneAt && <span>reportée, d’abord prévue le {dayOf(dateOfDay(task.snoozedFrom))}</span>}
        </p>
        {about?.question === 'current' && mayWrite && <OfferAnswer offerId={about.offerId} title={title} />}
      </div>
      {mayWrite && !doneAt && <SnoozeMenu task={task} today={today} back={back} editTo={editTo} />}
      {mayWrite && doneAt && (
        // On a telephone the ring does the same, and the words have the room.
        <Form method="post" action={paths.tasks()} className="max-[35em]:hidden" preventScrollReset>
          <input type="hidden" name="taskId" value={id} />
          <input type="hidden" name="back" value={back} />
          <Button size="small" variant="quiet" icon="undo" name="intent" value="reopen">Remettre à faire</Button>
        </Form>
      )}
    </li>
  );
}

/** « Still current? », answered from the line. */
function OfferAnswer({ offerId, title }: { offerId: string; title: string }) {
  return (
    <Form method="post" action={paths.offer(offerId)} className="mt-1 flex flex-wrap gap-2">
      <Button size="small" icon="check" name="intent" value="confirm" aria-label={`Toujours d’actualité : ${title}`}>Toujours d’actualité</Button>
      <Button size="small" variant="quiet" icon="close" name="intent" value="withdraw" aria-label={`Fermer : ${title}`}>Fermer</Button>
    </Form>
  );
}

function DueWords({ task: { dueOn }, today }: Pick<TaskLineProps, 'task' | 'today'>) {
  const group = dueGroup(dueOn, today);
  const said = <time dateTime={dueOn}>{group === 'late' ? lateWords(dueOn, today) : `pour ${dueWords(dueOn, today)}`}</time>;
  return group === 'late' ? <Chip tone="stop">{said}</Chip> : group === 'today' ? <Chip tone="wait">{said}</Chip> : <span>{said}</span>;
}
