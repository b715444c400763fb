export type SheetProblem =
  | 'empty'
  | 'only-header'
  | 'no-header'
  | 'wrong-type'
  | 'too-big'
  | 'too-many-rows'
  | 'zip-bomb'
  | 'password'
  | 'damaged'
  | 'binary'
  | 'open-quote';

/** A file that cannot be read at all. `message` is a French sentence for people that says what to do; `problem` is for code. */
export class SheetError extends Error {
  readonly problem: SheetProblem;

  constructor(problem: SheetProblem, message: string) {
    super(message);
    this.name = 'SheetError';
    this.problem = problem;
  }
}
