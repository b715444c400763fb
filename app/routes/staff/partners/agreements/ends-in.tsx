import { daysLeft } from '~/domain/agreement/agreement';
import type { AgreementState } from '~/domain/agreement/agreement.lifecycle';
import { Chip } from '~/ui/chip';

type EndsInProps = { state: AgreementState; endsOn: string | null; isRenewed: boolean; today: string; /** Days before the end from which it is said. */ from?: number };

/** « Se termine dans 58 jours », when the end is near and nothing follows yet. */
export function EndsIn({ state, endsOn, isRenewed, today, from = 90 }: EndsInProps) {
  const left = daysLeft(endsOn, today);
  if (state !== 'active' || left === null || left > from) return null;
  if (isRenewed) return <Chip tone="ok">La suivante est prête</Chip>;
  return <Chip tone="wait">{left < 0 ? 'Date de fin passée' : left === 0 ? 'Se termine aujourd’hui' : left === 1 ? 'Se termine demain' : `Se termine dans ${left}\u00a0jours`}</Chip>;
}
