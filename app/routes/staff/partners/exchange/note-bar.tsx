import { exchangeKindNames, exchangeKinds } from '~/domain/exchange/exchange-kinds';
import { paths } from '~/paths';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { LinkButton } from '~/ui/link-button';
import { exchangeIcons } from './exchange-icons';

/** One press for what is to be noted: the form opens on it, with or without script. */
export function NoteBar({ partnershipId }: { partnershipId: string }) {
  const along = useAlong();
  return (
    <nav aria-label="Noter un échange" className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {exchangeKindNames.map((kind, rank) => (
          <li key={kind}>
            <LinkButton to={along(paths.partnerExchangeNew(partnershipId, exchangeKinds[kind].slug))} icon={exchangeIcons[kind]} variant={rank === 0 ? 'main' : undefined} preventScrollReset>
              {rank === 0 ? 'Noter un appel' : exchangeKinds[kind].label}
            </LinkButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}
