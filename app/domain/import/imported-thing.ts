import type { Ctx } from '~/access/context';
import type { CommuneLookup } from '~/domain/place/commune-lookup';
import type { AnsweredItem, AskedItem } from './answer-question.server';
import type { ColumnVocabulary, MappedColumns } from './column-vocabulary';
import type { AnyQuestion } from './import-question';
import type { FileContent, RefusedLine, Report } from './plan-items.server';

/** What reading a row needs besides the row. `today` is an ISO 8601 day. */
export type ReadContext = { mapping: MappedColumns; communes: CommuneLookup; today: string };
export type SheetRow = { line: number; cells: string[]; refusal?: string; notes?: readonly string[] };

/** How things of one kind are imported: everything that the steps, the jobs and the questions do not share. */
export type ImportedThing<Row = unknown, Thing = unknown> = {
  vocabulary: ColumnVocabulary;
  /** One line of the file: accepted, or refused with its reasons. */
  read: (row: SheetRow, context: ReadContext) => { ok: true; row: Row } | { ok: false; refused: RefusedLine };
  /** The things that the accepted lines tell of. */
  gather: (rows: Row[]) => Thing[];
  plan: (ctx: Ctx, importId: string, content: FileContent<Thing>, report: Report) => Promise<void>;
  answered: (ctx: Ctx, items: AskedItem<unknown, AnyQuestion>[]) => Promise<AnsweredItem[]>;
  apply: (ctx: Ctx, importId: string, report: Report) => Promise<void>;
  undo: (ctx: Ctx, importId: string, report: Report) => Promise<void>;
  /** Why it can no longer be undone, in a sentence: somebody built on it since; null when it can. */
  builtOn: (ctx: Ctx, importId: string) => Promise<string | null>;
};
