import type { ExchangeKind } from '~/domain/exchange/exchange-kinds';
import type { IconName } from '~/ui/icon';

/** How each kind is drawn, beside its name. */
export const exchangeIcons: Record<ExchangeKind, IconName> = { call: 'phone', email: 'mail', visit: 'organisation', meeting: 'users', event: 'agenda', letter: 'inbox', note: 'document' };
