import type { Permission } from '~/access/permissions';
import { themes, type ThemeCode } from '~/domain/organisation/themes';
import { z } from '~/domain/zod';

/** What can be done to many partners at once, in the words of the buttons, and the right that it asks for. */
export const bulkVerbs = {
  attribuer: { label: 'Attribuer', title: 'Choisir la personne référente', permission: 'partnership.assign' },
  etiqueter: { label: 'Étiquette', title: 'Ajouter ou enlever une étiquette', permission: 'partnership.sort' },
  thematiser: { label: 'Thématique', title: 'Ajouter ou enlever une thématique', permission: 'partnership.sort' },
  typer: { label: 'Typologie', title: 'Ajouter ou enlever une typologie', permission: 'partnership.sort' },
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

const themeCodes = themes.map(({ code }) => code) as [ThemeCode, ...ThemeCode[]];
const sense = z.enum(['ajouter', 'enlever'], 'Dites s’il faut ajouter ou enlever.');

/** What to do, one shape a verb: each form is read by its own, so that no form can ask for another's right. */
export const changeSchemas = {
  attribuer: z.object({ verb: z.literal('attribuer'), officerId: z.union([z.guid(), z.literal('personne')], 'Choisissez une personne.').transform((id) => (id === 'personne' ? null : id)) }),
  etiqueter: z.object({ verb: z.literal('etiqueter'), sense, tagId: z.guid('Choisissez une étiquette.') }),
  thematiser: z.object({ verb: z.literal('thematiser'), sense, themeCode: z.enum(themeCodes, 'Choisissez une thématique.') }),
  typer: z.object({ verb: z.literal('typer'), sense, kindId: z.guid('Choisissez une typologie.') }),
  archiver: z.object({ verb: z.literal('archiver') }),
};
export type BulkChange = { [V in BulkVerb]: z.output<(typeof changeSchemas)[V]> }[BulkVerb];

/** `Aucun partenaire`, `1 partenaire`, `3 637 partenaires`. */
export const partnersInWords = (count: number) => (count === 0 ? 'Aucun partenaire' : count === 1 ? '1 partenaire' : `${String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')} partenaires`);

/** What was done, for the message that follows. */
export function doneInWords(change: BulkChange, count: number): string {
  const who = partnersInWords(count);
  const s = count > 1 ? 's' : '';
  switch (change.verb) {
    case 'attribuer':
      return change.officerId ? `${who} attribué${s}.` : `${who} sans référent·e désormais.`;
    case 'etiqueter':
      return change.sense === 'ajouter' ? `Étiquette ajoutée à ${who}.` : `Étiquette enlevée à ${who}.`;
    case 'thematiser':
      return change.sense === 'ajouter' ? `Thématique ajoutée à ${who}.` : `Thématique enlevée à ${who}.`;
    case 'typer':
      return change.sense === 'ajouter' ? `Typologie ajoutée à ${who}.` : `Typologie enlevée à ${who}.`;
    case 'archiver':
      return `${who} archivé${s}.`;
  }
}
