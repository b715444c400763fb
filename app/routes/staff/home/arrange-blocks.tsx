import { Form } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { homeBlocks, type HomeBlock } from '~/domain/home/blocks';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';

export const arrangePath = `${paths.home()}?arranger=oui`;
/** The home is an index: without this word, its forms would go to the frame around it. */
const action = `${paths.home()}?index`;

/** Moves or hides a block, above it. */
export function ArrangeBar({ name, isFirst, isLast }: { name: HomeBlock; isFirst: boolean; isLast: boolean }) {
  const { title } = homeBlocks[name];
  return (
    <Form method="post" action={action} className="home-bar" preventScrollReset aria-label={title}>
      <input type="hidden" name="block" value={name} />
      <b>{title}</b>
      <Button size="small" name="intent" value="up" icon="up" disabled={isFirst}>Monter<span className="visually-hidden"> : {title}</span></Button>
      <Button size="small" name="intent" value="down" icon="down" disabled={isLast}>Descendre<span className="visually-hidden"> : {title}</span></Button>
      <Button size="small" name="intent" value="hide" icon="hide">Cacher<span className="visually-hidden"> : {title}</span></Button>
    </Form>
  );
}

/** What can be added, and the ways out. */
export function HiddenBlocks({ hidden }: { hidden: readonly HomeBlock[] }) {
  const box = useRef<HTMLDivElement>(null);
  const count = useRef(hidden.length);
  // The button that hid or added a block left with it: the focus comes here rather than to the top of the page.
  useEffect(() => {
    if (count.current !== hidden.length && document.activeElement === document.body) box.current?.focus({ preventScroll: true });
    count.current = hidden.length;
  }, [hidden.length]);
  return (
    <div ref={box} tabIndex={-1}>
      <Card title="Arranger mon accueil" action={<LinkButton to={paths.home()} variant="main" size="small" icon="check">Terminer</LinkButton>}>
        <p className="muted">Montez, descendez, cachez : c’est retenu au fur et à mesure.</p>
        {hidden.length > 0 && (
          <ul className="mt-3 flex flex-wrap gap-2">
            {hidden.map((name) => (
              <li key={name}>
                <Form method="post" action={action} preventScrollReset>
                  <input type="hidden" name="block" value={name} />
                  <Button size="small" name="intent" value="show" icon="add">{homeBlocks[name].title}</Button>
                </Form>
              </li>
            ))}
          </ul>
        )}
        <Form method="post" action={action} className="mt-3" preventScrollReset>
          <Button size="small" variant="quiet" icon="undo" name="intent" value="reset">Revenir à l’accueil d’origine</Button>
        </Form>
      </Card>
    </div>
  );
}
