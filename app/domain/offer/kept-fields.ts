import type { z } from '~/domain/zod';
import { has } from './offer-kinds';
import type { offerSchema } from './offer.schema';

/** What is kept of an offer that was read, but its place: fields that its kind does not have are emptied, a workshop has no salary. Days are `YYYY-MM-DD`. */
export function keptFields(typed: z.output<typeof offerSchema>) {
  const { themes, commune: _commune, addressLine: _line, postcode: _postcode, communeCode: _code, ...facts } = typed;
  const work = has(typed.kind, 'work') ? {} : { contract: null, workingTime: null };
  const hours = has(typed.kind, 'hours') ? {} : { weeklyHours: null };
  const pay = has(typed.kind, 'pay') ? {} : { pay: null };
  const diploma = has(typed.kind, 'diploma') ? {} : { prepares: null };
  const trade = has(typed.kind, 'trade') ? {} : { romes: [] as string[] };
  const wanted = has(typed.kind, 'wanted') ? {} : { level: null, experience: null };
  const service = has(typed.kind, 'service') ? {} : { serviceType: null, cost: null, costText: null };
  return { ...facts, ...work, ...hours, ...pay, ...diploma, ...trade, ...wanted, ...service, themeCodes: themes };
}
