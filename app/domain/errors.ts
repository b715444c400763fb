/** What the domain answers when it cannot do what was asked: a sentence for a person, never a code. */
export type Refusal =
  | { kind: 'notFound' }
  | { kind: 'forbidden' }
  /** This record was taken into another one, which has all of it now. */
  | { kind: 'merged'; keptId: string }
  /** The state of things does not allow it. */
  | { kind: 'conflict' }
  /** One field is wrong; the form shows the sentence beside it. */
  | { kind: 'invalid'; field: string }
  /** Somebody changed the record since the form was opened; `changes` says what, field by field. */
  | { kind: 'stale'; version: number; changes: StaleChange[] };

export type StaleChange = { field: string; label: string; theirs: string; yours: string };

export class DomainError extends Error {
  override name = 'DomainError';
  constructor(
    message: string,
    readonly refusal: Refusal,
  ) {
    super(message);
  }
}

export const notFound = (sentence: string) => new DomainError(sentence, { kind: 'notFound' });
export const forbidden = (sentence: string) => new DomainError(sentence, { kind: 'forbidden' });
export const merged = (keptId: string) => new DomainError('Cette fiche a été fusionnée avec une autre, qui en a tout repris.', { kind: 'merged', keptId });
export const conflict = (sentence: string) => new DomainError(sentence, { kind: 'conflict' });
export const invalid = (field: string, sentence: string) => new DomainError(sentence, { kind: 'invalid', field });
export const stale = (sentence: string, version: number, changes: StaleChange[]) =>
  new DomainError(sentence, { kind: 'stale', version, changes });
