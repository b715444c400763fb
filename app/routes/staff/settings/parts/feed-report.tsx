import { Form } from '@remix-run/react';
import type { ListedFeed } from '~/domain/offer/elsewhere/feeds.server';
import { dayOf, momentOf } from '~/domain/text/french-date';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { Chip } from '~/ui/chip';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { frenchNumber } from '~/ui/french-number';

/** How the last refresh of a source went: when, how many, what could not be taken. */
export function FeedReport({ feed, isConfigured, mayEdit }: { feed: ListedFeed; isConfigured: boolean; mayEdit: boolean; now: Date }) {
  const { formError, failure } = useFailure('refresh');
  const isSending = useSending('refresh');
  const { source, isOn, endedAt, askedAt, counts, file, problems } = feed;
  const isWaiting = askedAt !== null && (endedAt === null || endedAt < askedAt);
  return (
    <div className="mb-4 grid gap-3">
      {failure?.values.source === source && <ErrorSummary formError={formError} />}
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={isOn ? 'ok' : 'neutral'}>{isOn ? 'Activée' : 'Désactivée'}</Chip>
        {isWaiting && isConfigured && isOn ? 'Mise à jour demandée, en cours.' : endedAt ? `Dernière mise à jour : ${momentOf(endedAt)}.` : 'Jamais mise à jour.'}
      </p>
      {!isConfigured && <p className="muted">L’accès automatique n’est pas configuré sur ce serveur : demandez à la personne qui l’administre.</p>}
      {counts && <p>{sayCounts(counts)}</p>}
      {file && <p className="muted">Dernier fichier reçu le {dayOf(file.at)}. Ce qu’il a donné part le {dayOf(file.leavesAt)}, si aucun autre n’arrive.</p>}
      {problems.length > 0 && (
        <Flash kind="warning" title="À savoir">
          <ul className="list-disc pl-5">
            {problems.map((problem, i) => <li key={i} className="break-words">{problem}</li>)}
          </ul>
        </Flash>
      )}
      {mayEdit && isOn && isConfigured && (
        <Form method="post">
          <input type="hidden" name="source" value={source} />
          <Button name="intent" value="refresh" size="small" icon="refresh" pending={isSending}>Mettre à jour maintenant</Button>
        </Form>
      )}
    </div>
  );
}

function sayCounts({ read, added, changed, unchanged, withdrawn, refused }: NonNullable<ListedFeed['counts']>): string {
  const parts: [number, string, string][] = [[added, 'ajoutée', 'ajoutées'], [changed, 'modifiée', 'modifiées'], [unchanged, 'sans changement', 'sans changement'], [withdrawn, 'retirée', 'retirées'], [refused, 'illisible', 'illisibles']];
  const said = parts.flatMap(([count, one, many]) => (count > 0 ? [`${frenchNumber(count)}\u00a0${count > 1 ? many : one}`] : []));
  return `${frenchNumber(read)}\u00a0offre${read > 1 ? 's' : ''} lue${read > 1 ? 's' : ''}${said.length > 0 ? ` : ${said.join(', ')}` : ''}.`;
}
