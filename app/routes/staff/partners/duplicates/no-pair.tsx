import type { ReactNode } from 'react';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';

type NoPairProps = {
  isDismissed: boolean;
  isFiltered: boolean;
  /** What the pairs are made of, and what finds them by itself. */
  words: { two: string; searched: string };
  /** The address of the queue. */
  at: string;
  /** Where one goes when nothing is waiting. */
  elsewhere?: ReactNode;
};

/** No pair to settle in a queue, of an agency or of the network: says why, and that the search goes on by itself. */
export function NoPair({ isDismissed, isFiltered, words, at, elsewhere }: NoPairProps) {
  return (
    <Card>
      {isDismissed ? (
        <EmptyState icon="copy" title="Aucune paire écartée" text={`Quand vous dites que ${words.two} ne sont pas des doublons, vous les retrouvez ici, et pouvez changer d’avis.`} action={<LinkButton to={at}>Voir les doublons possibles</LinkButton>} />
      ) : isFiltered ? (
        <EmptyState icon="check" title="Rien à ce niveau" text="Regardez les autres : le plus sûr est toujours en premier." action={<LinkButton to={at}>Tout voir</LinkButton>} />
      ) : (
        <EmptyState icon="check" title="Pas de doublon en vue" text={words.searched} action={elsewhere} />
      )}
    </Card>
  );
}
