import type { ImportOptions } from './import-options.schema';

export const newPartnerStages = [
  { value: 'prospect', label: 'Prospect', hint: 'À contacter : la relation commence.' },
  { value: 'active', label: 'Actif', hint: 'Vous travaillez déjà avec eux.' },
] as const satisfies readonly { value: ImportOptions['stage']; label: string; hint: string }[];

/** As kept with the import; the ids of the tags that applying it made are added, for the undo. */
export type KeptOptions = ImportOptions & { madeTagIds?: string[]; /** The person asked to see the columns. */ askColumns?: boolean };
export const noOptions: KeptOptions = { stage: 'prospect', officerId: null, tag: null };
