import { stale } from '~/domain/errors';
import { seenVersion } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';

/** The fields of a form as the person sees them, all texts. */
export type FormText = Record<string, string>;

const texts = z.record(z.string(), z.string());

/** A memory that was lost or forged is an empty one: then nothing is overwritten without being shown. */
function remembered(was: string | FormText | undefined): FormText {
  if (typeof was === 'object') return was;
  try {
    return texts.parse(JSON.parse(was ?? '{}'));
  } catch {
    return {};
  }
}

/** Two hidden fields of every edit form: the version it was opened on, and what it showed then. */
export const editedOver = {
  version: seenVersion(),
  was: z.union([z.string(), texts]).optional().transform(remembered),
};

type Edit<F extends string> = { version: number; was: FormText; yours: Record<F, string>; theirs: Record<F, string>; current: number; labels: Record<F, string> };

/**
 * The fields that this form changed, to be written and no other: what somebody else changed elsewhere in the record stays.
 * Throws `stale` with both values when the two changed the same field since the form was opened on `version`; sent
 * again on the version that the refusal tells, the form wins, since the person has seen.
 */
export function fieldsToWrite<F extends string>({ version, was, yours, theirs, current, labels }: Edit<F>): F[] {
  const fields = Object.keys(labels) as F[];
  const changed = fields.filter((field) => yours[field] !== (was[field] ?? theirs[field]));
  const disputed = version === current ? [] : changed.filter((field) => theirs[field] !== was[field] && theirs[field] !== yours[field]);
  if (disputed.length > 0) {
    const changes = disputed.map((field) => ({ field, label: labels[field], theirs: theirs[field], yours: yours[field] }));
    throw stale('Quelqu’un a modifié cette fiche pendant que vous l’aviez sous les yeux.', current, changes);
  }
  return changed;
}
