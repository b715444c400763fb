import { themes, type ThemeCode } from '~/domain/organisation/themes';
import { choice } from '~/domain/partner/typed-text';
import { taskFieldsSchema } from '~/domain/task/task.schema';
import { z } from '~/domain/zod';
import { movesTogether, type BulkVerb, type MoveTogether } from './bulk-change';

const many = z.union([z.string(), z.array(z.string())]).optional().transform((ids) => [ids ?? []].flat());

/** Which partners: the ticked ones, or all those of the list's filters. */
export const selectionSchema = z
  .object({ partenaire: many, tous: z.string().optional() })
  .transform(({ partenaire, tous }) => ({ ids: partenaire.filter((id) => z.guid().safeParse(id).success).slice(0, 1000), isAll: tous === 'on' }));
export type Selection = z.output<typeof selectionSchema>;

/** How many partners the preview said would change; absent when nothing was previewed. */
export const expectedSchema = z.object({ expected: z.coerce.number().int().min(0).optional() });

/** The fields of the question as they were typed, so that one can come back to them. */
export const typedSchema = z.looseObject({}).transform(({ partenaire: _ids, tous: _all, intent: _intent, ...typed }) => ({ typed: typed as Record<string, string | string[]> }));

const themeCodes = themes.map(({ code }) => code) as [ThemeCode, ...ThemeCode[]];
const sense = z.enum(['ajouter', 'enlever'], 'Dites s’il faut ajouter ou enlever.');

/** What to do, one shape a verb: each form is read by its own, so that no form can ask for another's right. */
export const changeSchemas = {
  attribuer: z.object({ verb: z.literal('attribuer'), officerId: z.union([z.guid(), z.literal('personne')], 'Choisissez une personne.').transform((id) => (id === 'personne' ? null : id)) }),
  etiqueter: z.object({ verb: z.literal('etiqueter'), sense, tagId: z.guid('Choisissez une étiquette.') }),
  thematiser: z.object({ verb: z.literal('thematiser'), sense, themeCode: z.enum(themeCodes, 'Choisissez une thématique.') }),
  typer: z.object({ verb: z.literal('typer'), sense, kindId: z.guid('Choisissez une typologie.') }),
  deplacer: z.object({ verb: z.literal('deplacer'), move: z.enum(movesTogether as [MoveTogether, ...MoveTogether[]], 'Choisissez ce qui se passe.'), endReasonId: choice() }),
  lister: z.object({ verb: z.literal('lister'), listId: z.guid('Choisissez une liste.') }),
  planifier: taskFieldsSchema.extend({ verb: z.literal('planifier'), forWhom: z.enum(['referent', 'moi'], 'Dites pour qui.') }),
  archiver: z.object({ verb: z.literal('archiver') }),
};
export type BulkChange = { [V in BulkVerb]: z.output<(typeof changeSchemas)[V]> }[BulkVerb];
export type ChangeOf<V extends BulkVerb> = Extract<BulkChange, { verb: V }>;
