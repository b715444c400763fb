import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { answerQuestion } from '~/domain/offer/still-current/answer-question.server';
import { readQuestion, type Question } from '~/domain/offer/still-current/read-question.server';
import { dayOf } from '~/domain/text/french-date';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { asActor, asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { publicCommand, publicPage } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Flash } from '~/ui/flash';
import { LinkButton } from '~/ui/link-button';
import { DeadLink } from './dead-link';
import { Gate } from './gate';
import { useFailure } from './use-failure';

export const meta: MetaFunction = () => [{ title: 'Toujours d’actualité ? · Maillage' }];

// Opening it changes nothing: some mailboxes open every link before their owner does.
export const loader = publicPage(async ({ params }) => {
  const question = await readQuestion(asSystem, params.token ?? '');
  return data({ question }, question ? 200 : 410);
});

const answerSchema = z.object({ answer: z.enum(['current', 'over'], { error: 'Choisissez l’une des deux réponses.' }) });

export const action = publicCommand(answerSchema, async ({ answer }, { params, address }, requestId) => ({
  answered: await answerQuestion(asSystem, (actor, work) => asActor(actor, requestId, work), env().APP_SECRET, { token: params.token ?? '', answer }, { address }),
}));

export default function StillCurrent() {
  const { question } = useLoaderData<typeof loader>();
  const sent = useActionData<{ answered?: (Question & { isNew: boolean }) | null }>();
  const { errors, formError } = useFailure();
  const told = sent?.answered ?? question;
  const signIn = <LinkButton to={paths.login(paths.tasks())}>Ouvrir Maillage</LinkButton>;
  if (!told) return <DeadLink text="Il date de plus de trois semaines, ou il n’est pas complet. La question reste dans « À faire »." action={signIn} />;
  if (told.state === 'moot') return <Gate title="C’est déjà réglé" intro={<>Une réponse pour <b>{told.title}</b> a été donnée dans Maillage entre-temps. Merci !</>}>{signIn}</Gate>;
  if (told.state === 'answered') return <Answered {...told} isNew={sent?.answered?.isNew ?? false}>{signIn}</Answered>;
  return (
    <Gate title="Toujours d’actualité ?" intro={<><b>{told.title}</b>, {told.holder}. Sans nouvelles depuis le {dayOf(told.confirmedAt)}.</>}>
      {(formError ?? errors.answer) && <Flash kind="error">{formError ?? errors.answer}</Flash>}
      <Form method="post" className="grid gap-3">
        <Button type="submit" name="answer" value="current" variant="main" size="large" icon="check">Oui, toujours d’actualité</Button>
        <Button type="submit" name="answer" value="over" size="large" icon="close">Non, la retirer</Button>
      </Form>
    </Gate>
  );
}

type AnsweredProps = Extract<Question, { state: 'answered' }> & { isNew: boolean; children: React.ReactNode };

/** What was answered: just now, or before when the link is opened again. */
function Answered({ title, answer, at, isNew, children }: AnsweredProps) {
  const said = answer === 'current' ? 'elle reste publiée' : 'elle est retirée';
  const undo = answer === 'current' ? 'Elle a changé depuis ? Retirez-la dans Maillage.' : 'Une erreur ? Elle se publie de nouveau dans Maillage, rien n’est perdu.';
  return (
    <Gate title={isNew ? 'Merci, c’est noté' : 'Vous avez déjà répondu'} intro={isNew ? <><b>{title}</b>{' : '}{said}.</> : <>Le {dayOf(at)}, pour <b>{title}</b>{' : '}{said}. Ce lien ne sert qu’une fois.</>}>
      <p className="mb-4">{undo}</p>
      {children}
    </Gate>
  );
}
