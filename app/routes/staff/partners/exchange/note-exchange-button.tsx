import { useNavigate } from '@remix-run/react';
import { paths } from '~/paths';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { Kbd } from '~/ui/kbd';
import { LinkButton } from '~/ui/link-button';
import { useHydrated } from '~/ui/use-hydrated';
import { useShortcut } from '~/ui/use-shortcut';

/** From any tab of the record, by a press or by the letter N: the form of a call, which most exchanges are. */
export function NoteExchangeButton({ partnershipId }: { partnershipId: string }) {
  const along = useAlong();
  const navigate = useNavigate();
  const to = along(paths.partnerExchangeNew(partnershipId));
  useShortcut('n', () => navigate(to, { preventScrollReset: true }));
  return (
    <LinkButton to={to} icon="message" variant="main" aria-keyshortcuts="N" preventScrollReset>
      Noter un échange {useHydrated() && <Kbd>N</Kbd>}
    </LinkButton>
  );
}
