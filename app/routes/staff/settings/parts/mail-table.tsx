import { Form } from '@remix-run/react';
import type { MailRow as Mail } from '~/domain/mail/list-mails.server';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Chip, type Tone } from '~/ui/chip';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { agoWords } from './moments';

type State = Mail['state'];

const states: Record<State, { label: string; tone: Tone }> = {
  refused: { label: 'Refusé', tone: 'stop' },
  queued: { label: 'En attente', tone: 'wait' },
  sent: { label: 'Envoyé', tone: 'ok' },
};
const many: Record<State, string> = { refused: 'Refusés', queued: 'En attente', sent: 'Envoyés' };

export function MailFilter({ current, counts }: { current: State | null; counts: Record<State, number> }) {
  const total = counts.queued + counts.sent + counts.refused;
  const choices: { state: State | null; label: string; count: number }[] = [
    { state: null, label: 'Tous', count: total },
    ...(Object.keys(states) as State[]).map((state) => ({ state, label: many[state], count: counts[state] })),
  ];
  return (
    <nav aria-label="État des courriels" className="mb-4 flex flex-wrap gap-2">
      {choices.map(({ state, label, count }) => (
        <LinkButton key={label} size="small" to={state ? `${paths.settingsMails()}?etat=${state}` : paths.settingsMails()} aria-current={current === state ? 'page' : undefined} preventScrollReset>
          {label} {frenchNumber(count)}
        </LinkButton>
      ))}
    </nav>
  );
}

export function MailTable({ mails, mayRetry, showPlace, now, isFiltered }: { mails: readonly Mail[]; mayRetry: boolean; showPlace: boolean; now: Date; isFiltered: boolean }) {
  return (
    <DataTable
      caption="Courriels"
      rows={mails}
      rowKey={(mail) => mail.id}
      columns={[
        { key: 'subject', header: 'Courriel', isRowHeader: true, cell: ({ subject }) => subject, detail: ({ recipient }) => `à ${recipient}` },
        ...(showPlace ? [{ key: 'place', header: 'Mission Locale', cell: ({ place }: Mail) => place ?? 'Plateforme' }] : []),
        { key: 'state', header: 'État', cell: ({ state }) => <Chip tone={states[state].tone}>{states[state].label}</Chip> },
        { key: 'when', header: 'Quand', cell: ({ sentAt, createdAt }) => agoWords(sentAt ?? createdAt, now) },
        { key: 'why', header: 'Pourquoi', cell: ({ problem }) => problem, detail: ({ attempts, state }) => (state !== 'sent' && attempts > 0 ? `${frenchNumber(attempts)} essai${attempts > 1 ? 's' : ''}` : null) },
        ...(mayRetry ? [{ key: 'retry', header: 'Action', cell: (mail: Mail) => (mail.state === 'refused' ? <Resend mail={mail} /> : null) }] : []),
      ]}
      empty={<EmptyState icon="mail" title={isFiltered ? 'Aucun courriel dans cet état' : 'Aucun courriel pour le moment'} text="Les invitations et les autres courriels de l’agence apparaîtront ici." />}
    />
  );
}

function Resend({ mail: { id, subject } }: { mail: Mail }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <Button size="small" icon="send">
        Renvoyer<span className="visually-hidden"> {subject}</span>
      </Button>
    </Form>
  );
}
