import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { LinkButton } from '~/ui/link-button';
import { fewerInWords, type Fewer } from './fewer-said';

type FewerWordsProps = {
  fewer: readonly Fewer[];
  /** Ways out that keep every word. */
  others?: readonly { label: string; to: string }[];
  children: ReactNode;
};

/** All the words together find nothing: the first results of fewer of them, under what is left out, and the other ways. */
export function FewerWords({ fewer: [first, ...rest], others = [], children }: FewerWordsProps) {
  if (!first) return null;
  const ways = [...others, ...rest.map((way) => ({ label: `${fewerInWords(way)}\u00a0: ${way.found}`, to: way.to }))];
  return (
    <>
      <div className="fewer-words">
        <div className="card-head">
          <h2>{fewerInWords(first)}{'\u00a0'}: {first.found}</h2>
          <LinkButton to={first.to} size="small">Ouvrir cette liste</LinkButton>
        </div>
        {ways.length > 0 && (
          <ul aria-label="Autres pistes">
            {ways.map(({ label, to }) => <li key={label}><Link to={to}>{label}</Link></li>)}
          </ul>
        )}
      </div>
      {children}
    </>
  );
}
