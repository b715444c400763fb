import { useLoaderData } from '@remix-run/react';
import { ownFeedback } from '~/domain/feedback/feedback.queries.server';
import { paths } from '~/paths';
import { FeedbackReport } from '~/routes/staff/feedback/feedback-report';
import { page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';

export const loader = page('feedback.write', (ctx, { url }) => ownFeedback(ctx, { after: url.searchParams.get('apres') }));

export default function OwnFeedback() {
  const { reports, next } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-4xl">
      {reports.length === 0 && (
        <Card>
          <EmptyState icon="message" title="Vous n’avez encore rien signalé" text="Un problème, une idée, une question : le lien est en bas du menu, sur chaque page. La réponse arrive ici et par courriel." action={<LinkButton to={paths.feedback()} icon="message">Signaler quelque chose</LinkButton>} />
        </Card>
      )}
      {reports.map((report) => <FeedbackReport key={report.id} report={report} />)}
      {next && <LinkButton to={`?apres=${next}`}>Plus anciens</LinkButton>}
    </div>
  );
}
