import { exchangeKinds, type ExchangeKind } from '~/domain/exchange/exchange-kinds';
import { renewals, type Renewal } from '~/domain/agreement/agreement';
import { agreementStates, type AgreementState } from '~/domain/agreement/agreement.lifecycle';
import { channels, type ContactChannel } from '~/domain/contact/channels';
import { sayAmount } from '~/domain/patronage/amount';
import { patronageKinds, type PatronageKind } from '~/domain/patronage/patronage';
import { formatPhone } from '~/domain/organisation/phone';
import { formatSiret } from '~/domain/organisation/siret';
import type { OpeningHours } from '~/domain/organisation/opening-hours';
import { headcountLabel } from '~/domain/partner/headcount';
import { openingHoursSentence } from '~/domain/partner/say-opening-hours';
import { stages, type Stage } from '~/domain/partnership/partnership.lifecycle';
import { dayOf, momentOf, monthName } from '~/domain/text/french-date';
import type { ValueKind } from './history-fields';

const readiness: Record<string, string> = { refused: 'non', to_explore: 'à explorer', willing: 'partant', tried: 'déjà fait', regular: 'régulier' };

/** An old or new value of the audit trail as a person reads it; empty when there is none. `labels` gives the words of an id. */
export function sayValue(value: unknown, kind: ValueKind = 'text', labels: ReadonlyMap<string, string> = new Map()): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map((one) => sayValue(one, kind, labels)).join(', ');
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const said: Record<ValueKind, () => string> = {
    text: () => text,
    number: () => text.replace('.', ','),
    label: () => labels.get(text) ?? 'valeur supprimée',
    phone: () => formatPhone(text),
    siret: () => formatSiret(text),
    yesNo: () => (value === true ? 'oui' : 'non'),
    stage: () => (text in stages ? stages[text as Stage].label : text),
    readiness: () => readiness[text] ?? text,
    date: () => dayOf(new Date(text)),
    months: () => monthName(Number(text)),
    headcount: () => headcountLabel(text),
    hours: () => sayHours(value),
    exchange: () => (Object.hasOwn(exchangeKinds, text) ? exchangeKinds[text as ExchangeKind].label : text),
    direction: () => (text === 'in' ? 'le partenaire' : 'nous'),
    patronage: () => (Object.hasOwn(patronageKinds, text) ? patronageKinds[text as PatronageKind].label : text),
    euros: () => sayAmount(text),
    agreement: () => (Object.hasOwn(agreementStates, text) ? agreementStates[text as AgreementState].label : text),
    renewal: () => (Object.hasOwn(renewals, text) ? renewals[text as Renewal].label : text),
    channel: () => (Object.hasOwn(channels, text) ? channels[text as ContactChannel] : text),
    moment: () => momentOf(new Date(text)),
  };
  return said[kind]();
}

function sayHours(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('days' in value)) return '';
  const hours = value as OpeningHours;
  return [openingHoursSentence(hours), hours.note].filter(Boolean).join(' ; ');
}
