import { Link, useFetcher } from '@remix-run/react';
import { type MutableRefObject, useEffect } from 'react';
import { paths } from '~/paths';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { FeedbackFields, type FeedbackAbout, type Typed } from './feedback-fields';

type Answer = Failure | { ok: true };

/** The form of a report above the page that it speaks of. Fetched when it is first opened. */
export default function FeedbackWindow({ about, typed, onClose }: { about: FeedbackAbout; typed: MutableRefObject<Typed>; onClose: () => void }) {
  const sender = useFetcher<Answer>();
  const failure = sender.data?.ok === false ? sender.data : undefined;
  const { form: formError, ...errors } = failure?.errors ?? {};
  const isSent = sender.data?.ok === true;
  useEffect(() => {
    if (isSent) typed.current = {};
  }, [isSent, typed]);
  if (isSent) {
    return (
      <Dialog open onClose={onClose} title="Merci, c’est envoyé">
        <p>L’administration de votre agence le lira. Sa réponse vous arrivera par courriel, et restera dans <Link to={paths.accountFeedback()} onClick={onClose}>vos signalements</Link>.</p>
        <FormActions>
          <Button type="button" variant="main" onClick={onClose}>Fermer</Button>
        </FormActions>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title="Signaler un problème ou une idée">
      <sender.Form method="post" action={paths.feedback()} onInput={({ currentTarget }) => (typed.current = Object.fromEntries([...new FormData(currentTarget)].map(([name, value]) => [name, String(value)])))}>
        <FormStack>
          <ErrorSummary errors={errors} formError={formError} />
          <input type="hidden" name="inWindow" value="oui" />
          <FeedbackFields about={about} typed={typed.current} failure={failure} />
          <FormActions>
            <Button variant="main" pending={sender.state !== 'idle'}>Envoyer</Button>
            <Button type="button" variant="quiet" onClick={onClose}>Annuler</Button>
          </FormActions>
        </FormStack>
      </sender.Form>
    </Dialog>
  );
}
