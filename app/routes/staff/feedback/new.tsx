import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { returnPath } from '~/domain/account/return-path';
import { sendFeedbackSchema } from '~/domain/feedback/feedback.schema';
import { sendFeedback } from '~/domain/feedback/send-feedback.server';
import { ticked } from '~/domain/partner/typed-text';
import { paths } from '~/paths';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { FeedbackFields } from '~/routes/staff/feedback/feedback-fields';
import { redirectWith } from '~/server/flash.server';
import { command, pageOfActor, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Signaler · Maillage' }];

export const loader = pageOfActor('feedback.write', (_actor, { url }) => ({ page: url.searchParams.get('page'), errorId: url.searchParams.get('erreur') }));

export const action = command('feedback.write', sendFeedbackSchema.extend({ inWindow: ticked() }), async (ctx, { inWindow, ...report }) => {
  await sendFeedback(ctx, report);
  if (inWindow) return { ok: true as const };
  return redirectWith(report.errorId ? paths.accountFeedback() : returnPath(report.page), { kind: 'ok', text: 'Merci, c’est envoyé. L’administration de votre agence le lira ; sa réponse restera dans « Mon compte », « Mes signalements ».' });
});

export default function NewFeedback() {
  const about = useLoaderData<typeof loader>();
  const answer = useActionData<Failure>();
  const { errors, formError, typed } = useFailure();
  const failure = answer?.ok === false ? answer : undefined;
  return (
    <Page title="Signaler un problème ou une idée" meta={['Lu par l’administration de votre agence, qui vous répond']}>
      <div className="max-w-3xl">
        <Card>
          <Form method="post">
            <FormStack>
              <ErrorSummary errors={errors} formError={formError} />
              <FeedbackFields about={about} typed={{ kind: typed('kind'), happened: typed('happened'), expected: typed('expected') }} failure={failure} />
              <FormActions>
                <Button variant="main" pending={useSending()}>Envoyer</Button>
                <LinkButton to={returnPath(about.page)} variant="quiet">Annuler</LinkButton>
              </FormActions>
            </FormStack>
          </Form>
        </Card>
      </div>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
