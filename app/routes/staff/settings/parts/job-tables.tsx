import { Form } from '@remix-run/react';
import type { JobState, PastJob, QueuedJob } from '~/domain/job/list-jobs.server';
import { Button } from '~/ui/button';
import { Chip, type Tone } from '~/ui/chip';
import { DataTable, type Column } from '~/ui/data-table';
import { frenchNumber } from '~/ui/french-number';
import { agoWords, untilWords } from './moments';

const states: Record<JobState, { label: string; tone: Tone }> = {
  parked: { label: 'Mise de côté', tone: 'stop' },
  retrying: { label: 'Nouvel essai prévu', tone: 'wait' },
  running: { label: 'En cours', tone: 'ok' },
  waiting: { label: 'En attente', tone: 'neutral' },
};

const placeColumn = <Row extends { place: string | null }>(show: boolean): Column<Row>[] => (show ? [{ key: 'place', header: 'Mission Locale', cell: ({ place }) => place ?? 'Plateforme' }] : []);

export function QueuedJobs({ caption, jobs, mayRetry, showPlace, now }: { caption: string; jobs: readonly QueuedJob[]; mayRetry: boolean; showPlace: boolean; now: Date }) {
  return (
    <DataTable
      caption={caption}
      rows={jobs}
      rowKey={(job) => job.id}
      columns={[
        { key: 'words', header: 'Tâche', isRowHeader: true, cell: ({ words }) => words, detail: ({ since }) => `demandée ${agoWords(since, now)}` },
        ...placeColumn<QueuedJob>(showPlace),
        { key: 'state', header: 'État', cell: ({ state }) => <Chip tone={states[state].tone}>{states[state].label}</Chip> },
        { key: 'next', header: 'Essais', cell: ({ attempts, most, state, runAt }) => <Tries {...{ attempts, most, state, runAt, now }} /> },
        { key: 'why', header: 'Pourquoi', cell: ({ failure }) => failure?.sentence, detail: ({ failure }) => failure?.errorId && `numéro ${failure.errorId}` },
        ...(mayRetry ? [{ key: 'retry', header: 'Action', cell: (job: QueuedJob) => (job.state === 'parked' || job.state === 'retrying' ? <Retry job={job} /> : null) }] : []),
      ]}
    />
  );
}

function Tries({ attempts, most, state, runAt, now }: Pick<QueuedJob, 'attempts' | 'most' | 'state' | 'runAt'> & { now: Date }) {
  if (state === 'waiting') return <>prévue {untilWords(runAt, now)}</>;
  const count = `${attempts} sur ${most}`;
  return state === 'retrying' ? <>{`${count}, prochain ${untilWords(runAt, now)}`}</> : <>{count}</>;
}

function Retry({ job: { id, words } }: { job: QueuedJob }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <Button size="small" icon="refresh">
        Relancer<span className="visually-hidden"> {words}</span>
      </Button>
    </Form>
  );
}

export function PastJobs({ jobs, showPlace, now }: { jobs: readonly PastJob[]; showPlace: boolean; now: Date }) {
  return (
    <DataTable
      caption="Dernières tâches faites"
      rows={jobs}
      rowKey={(job) => job.id}
      columns={[
        { key: 'words', header: 'Tâche', isRowHeader: true, cell: ({ words }) => words },
        ...placeColumn<PastJob>(showPlace),
        { key: 'ended', header: 'Faite', cell: ({ endedAt }) => agoWords(endedAt, now) },
        { key: 'seconds', header: 'Durée', align: 'end', cell: ({ seconds }) => (seconds < 1 ? 'moins d’une seconde' : `${frenchNumber(Math.round(seconds))} s`) },
        { key: 'attempt', header: 'Essais', align: 'end', cell: ({ attempt }) => frenchNumber(attempt) },
      ]}
    />
  );
}
