import { bulkVerbNames, type BulkVerb } from '~/domain/partner/list/bulk-change';
import type { Choice } from '~/domain/partner/together/choices-together.server';
import type { Failure } from '~/server/http.server';
import type { Prepared } from './bulk-form';

/** What the first step of a change made together answers. */
export type PreparedAnswer = { ok: true; prepared: Prepared };

type Asked = { prepared: Prepared; errors: Record<string, string>; typed: Failure['values'] };

/** What must be asked now: after the first step, or again when the second was refused, with what was typed. */
export function preparedBy(answer: PreparedAnswer | Failure | undefined, total: number): Asked | null {
  if (!answer) return null;
  if (answer.ok) return { prepared: answer.prepared, errors: {}, typed: answer.prepared.typed };
  const verb = bulkVerbNames.find((name): name is BulkVerb => name === answer.intent?.replace('apercu-', ''));
  if (!verb) return null;
  const isAll = answer.values.tous === 'on';
  const ids = [answer.values.partenaire ?? []].flat();
  const choices = readChoices(answer.values.choices);
  return { prepared: { verb, isAll, ids, count: isAll ? total : ids.length, choices, preview: null, typed: answer.values }, errors: answer.errors, typed: answer.values };
}

/** The choices that the form was shown with: a refused one is shown again with the same. */
function readChoices(written: unknown): Choice[] {
  try {
    const read: unknown = typeof written === 'string' ? JSON.parse(written) : [];
    return Array.isArray(read) ? read.filter(isChoice) : [];
  } catch {
    return [];
  }
}

const isChoice = (value: unknown): value is Choice => typeof value === 'object' && value !== null && ['value', 'label'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
