import { shortName } from '~/access/actor';
import type { ContactGuard } from '~/domain/exchange/contact-guard.server';
import { exchangeKinds } from '~/domain/exchange/exchange-kinds';
import { dateOfDay } from '~/domain/text/paris-day';
import { dayOf } from '~/domain/text/french-date';
import { Flash } from '~/ui/flash';

/** Somebody was there a few days ago: read before one calls too. */
export function GuardNotice({ guard: { ours, others } }: { guard: ContactGuard }) {
  if (!ours && others.length === 0) return null;
  return (
    <Flash kind="info" title="Ce partenaire vient d’être contacté.">
      <ul className="mt-1">
        {ours && (
          <li>
            {shortName(ours)}, le {dayOf(ours.at)}{' '}({exchangeKinds[ours.kind].label.toLowerCase()})
          </li>
        )}
        {others.map(({ agency, on }) => (
          <li key={agency}>
            {agency}, le {dayOf(dateOfDay(on))}
          </li>
        ))}
      </ul>
    </Flash>
  );
}
