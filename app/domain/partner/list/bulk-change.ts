import type { Permission } from '~/access/permissions';
import { themes, type ThemeCode } from '~/domain/organisation/themes';
import { choice } from '~/domain/partner/typed-text';
import { verbNames, verbs, type Verb } from '~/domain/partnership/partnership.lifecycle';
import { taskFieldsSchema } from '~/domain/task/task.schema';
import { z } from '~/domain/zod';

/** What can be done to many partners at once, in the words of the buttons, and the right that it asks for. */
export const bulkVerbs = {
  attribuer: { label: 'Attribuer', title: 'Choisir la personne référente', permission: 'partnership.assign' },
  etiqueter: { label: 'Étiquette', title: 'Ajouter ou enlever une étiquette', permission: 'partnership.sort' },
  thematiser: { label: 'Thématique', title: 'Ajouter ou enlever une thématique', permission: 'partnership.sort' },
  typer: { label: 'Typologie', title: 'Ajouter ou enlever une typologie', permission: 'partnership.sort' },
  deplacer: { label: 'Étape', title: 'Changer l’étape', permission: 'partnership.move' },
  lister: { label: 'Ajouter à une liste', title: 'Ajouter à une liste', permission: 'list.save' },
  planifier: { label: 'Tâche', title: 'Une tâche pour chacun', permission: 'task.write' },
  archiver: { label: 'Archiver', title: 'Archiver', permission: 'partnership.archive' },
} as const satisfies Record<string, { label: string; title: string; permission: Permission }>;

export type BulkVerb = keyof typeof bulkVerbs;
export const bulkVerbNames = Object.keys(bulkVerbs) as BulkVerb[];

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

/** The moves that many may make together. Archiving has its own button; leaving the archives is done one by one. */
export const movesTogether = verbNames.filter((verb): verb is Exclude<Verb, 'archive' | 'restore'> => verb !== 'archive' && verb !== 'restore');
export type MoveTogether = (typeof movesTogether)[number];

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

/** What a change would do, before it does. */
export type ChangePreview = {
  changing: number;
  /** Left alone: it is so already. */
  already: number;
  /** Not possible, and why. */
  refused: { count: number; why: string }[];
  /** What one should know before going on. */
  notes: string[];
};

/** `Aucun partenaire`, `1 partenaire`, `3 637 partenaires`. */
export const partnersInWords = (count: number) => (count === 0 ? 'Aucun partenaire' : count === 1 ? '1 partenaire' : `${String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')} partenaires`);

/** What was done, for the message that follows. */
export function doneInWords(change: BulkChange, count: number): string {
  const who = partnersInWords(count);
  const s = count > 1 ? 's' : '';
  const given = (what: string, sense: 'ajouter' | 'enlever') => `${what} ${sense === 'ajouter' ? 'ajoutée' : 'enlevée'} à ${who}.`;
  switch (change.verb) {
    case 'attribuer':
      return change.officerId ? `${who} attribué${s}.` : `${who} sans référent·e désormais.`;
    case 'etiqueter':
      return given('Étiquette', change.sense);
    case 'thematiser':
      return given('Thématique', change.sense);
    case 'typer':
      return given('Typologie', change.sense);
    case 'deplacer':
      return `« ${verbs[change.move].label} » : ${who}.`;
    case 'lister':
      return `${who} ajouté${s} à la liste.`;
    case 'planifier':
      return `Une tâche notée pour ${who}.`;
    case 'archiver':
      return `${who} archivé${s}.`;
  }
}
