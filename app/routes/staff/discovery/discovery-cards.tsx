import { Form, Link, useSubmit } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { Discovery } from '~/domain/discovery/discovery.queries.server';
import type { TickedStep } from '~/domain/discovery/steps';
import type { News } from '~/domain/discovery/whats-new';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { pathOfPlace } from './path-of-place';
import { progressWords, StepList } from './step-list';

/** On the home page: the first steps, or what is new, or nothing. In the page, never over it. */
export function DiscoveryCards({ steps, news }: Discovery) {
  const wasShown = useRef(steps !== null || news.length > 0);
  const isShown = steps !== null || news.length > 0;
  // Put away by the keyboard, the card takes the focus with it: it goes back to the page.
  useEffect(() => {
    if (wasShown.current && !isShown && document.activeElement === document.body) document.getElementById('contenu')?.focus();
    wasShown.current = isShown;
  }, [isShown]);
  return (
    <>
      {steps && <FirstStepsCard steps={steps} />}
      {news.length > 0 && <NewsCard news={news} />}
    </>
  );
}

function FirstStepsCard({ steps }: { steps: readonly TickedStep[] }) {
  const submit = useSubmit();
  const isTicking = steps.some(({ done }) => done !== null);
  return (
    // Escape is a shortcut of the button « Masquer », which everybody can reach.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={({ key }) => key === 'Escape' && submit({ intent: 'putAway' }, { method: 'post', action: paths.discovery() })}>
      <Card title={<>Premiers pas{isTicking && <span className="muted"> · {progressWords(steps)}</span>}</>} action={<OneButton intent="putAway" icon="close">Masquer</OneButton>}>
        <StepList steps={steps} isShort />
      </Card>
    </div>
  );
}

function NewsCard({ news }: { news: readonly News[] }) {
  return (
    <Card title="Nouveau dans Maillage" action={<OneButton intent="read" icon="check">C’est lu</OneButton>}>
      <NewsList news={news} />
    </Card>
  );
}

export function NewsList({ news }: { news: readonly News[] }) {
  return (
    <ul className="grid gap-2">
      {news.map(({ title, text, to }) => (
        <li key={title}>
          {to ? <Link to={pathOfPlace(to)}>{title}</Link> : <b>{title}</b>}
          <div className="muted text-sm">{text}</div>
        </li>
      ))}
    </ul>
  );
}

function OneButton({ intent, icon, children }: { intent: string; icon: 'close' | 'check'; children: string }) {
  return (
    <Form method="post" action={paths.discovery()}>
      <Button size="small" variant="quiet" icon={icon} name="intent" value={intent}>{children}</Button>
    </Form>
  );
}
