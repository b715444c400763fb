import { useLoaderData, useSearchParams } from '@remix-run/react';
import { feedbackStateNames } from '~/domain/feedback/feedback';
import { listFeedback } from '~/domain/feedback/feedback.queries.server';
import { followFeedbackSchema } from '~/domain/feedback/feedback.schema';
import { followFeedback } from '~/domain/feedback/follow-feedback.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { FeedbackReport } from '~/routes/staff/feedback/feedback-report';
import { FeedbackFilter, FollowForm } from '~/routes/staff/settings/parts/feedback-forms';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';

const stateParameter = z.enum(feedbackStateNames).nullable().catch(null);

export const loader = page('feedback.manage', async (ctx, { url }) => {
  const state = stateParameter.parse(url.searchParams.get('etat'));
  return { state, ...(await listFeedback(ctx, { state, after: url.searchParams.get('apres') })) };
});

export const action = command('feedback.manage', followFeedbackSchema, async (ctx, input, { url }) => {
  const { isAnswered } = await followFeedback(ctx, input);
  return redirectWith(url.pathname + url.search, { kind: 'ok', text: isAnswered ? 'Votre réponse est envoyée.' : 'C’est enregistré.' });
});

export default function FeedbackOfAgency() {
  const { state, reports, counts, next } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const older = new URLSearchParams(search);
  if (next) older.set('apres', next);
  return (
    <>
      <p className="mb-4 text-muted">Ce que l’équipe signale de Maillage : problèmes, idées, questions. La personne reçoit votre réponse par courriel.</p>
      <FeedbackFilter current={state} counts={counts} />
      {reports.length === 0 && (
        <Card>
          <EmptyState icon="message" title={state ? 'Rien dans cet état' : 'Personne n’a encore rien signalé'} text="Le lien « Signaler un problème ou une idée » est en bas du menu, sur chaque page." action={state && <LinkButton to={paths.settingsFeedback()}>Tout voir</LinkButton>} />
        </Card>
      )}
      {reports.map((report) => (
        <FeedbackReport key={report.id} report={report} showAuthor>
          <FollowForm key={report.version} report={report} />
        </FeedbackReport>
      ))}
      {next && <LinkButton to={`?${older}`}>Plus anciens</LinkButton>}
    </>
  );
}
