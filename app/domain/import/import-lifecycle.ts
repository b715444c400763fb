/**
 * The life of an import, said once: buttons, jobs, tests and screens read this table.
 * `received → reading → (mapping) → planning → planned → applying → applied → undoing → undone`; a person may cancel until
 * it is applied; what goes wrong is `failed`, with a sentence.
 */
export const importStates = {
  received: { label: 'Reçu', tone: 'wait', working: true },
  reading: { label: 'Lecture en cours', tone: 'wait', working: true },
  mapping: { label: 'Colonnes à vérifier', tone: 'wait', working: false },
  planning: { label: 'Préparation en cours', tone: 'wait', working: true },
  planned: { label: 'Prêt à importer', tone: 'wait', working: false },
  applying: { label: 'Import en cours', tone: 'wait', working: true },
  applied: { label: 'Importé', tone: 'ok', working: false },
  undoing: { label: 'Annulation en cours', tone: 'wait', working: true },
  undone: { label: 'Import annulé', tone: 'sleep', working: false },
  cancelled: { label: 'Abandonné', tone: 'sleep', working: false },
  failed: { label: 'Échec', tone: 'stop', working: false },
} as const satisfies Record<string, { label: string; tone: 'ok' | 'wait' | 'stop' | 'sleep'; working: boolean }>;

export type ImportState = keyof typeof importStates;

/** What a person or a job does to an import → the states from which it can be done, and where it leads. */
export const importVerbs = {
  read: { from: ['received', 'reading', 'failed'], to: 'reading' },
  askColumns: { from: ['reading', 'planned', 'failed'], to: 'mapping' },
  plan: { from: ['reading', 'mapping', 'planned', 'planning', 'failed'], to: 'planning' },
  show: { from: ['planning'], to: 'planned' },
  apply: { from: ['planned'], to: 'applying' },
  finish: { from: ['applying'], to: 'applied' },
  undo: { from: ['applied'], to: 'undoing' },
  /** The undo was refused (something was built on the import since) or did not succeed. */
  keep: { from: ['undoing'], to: 'applied' },
  finishUndo: { from: ['undoing'], to: 'undone' },
  cancel: { from: ['received', 'reading', 'mapping', 'planning', 'planned', 'failed'], to: 'cancelled' },
  fail: { from: ['received', 'reading', 'planning', 'applying'], to: 'failed' },
} as const satisfies Record<string, { from: readonly ImportState[]; to: ImportState }>;

export type ImportVerb = keyof typeof importVerbs;

export const canDo = (state: ImportState, verb: ImportVerb): boolean => (importVerbs[verb].from as readonly ImportState[]).includes(state);

/** Is a job at work on it, so that the page should look again in a moment? */
export const isWorking = (state: ImportState): boolean => importStates[state].working;

/** What the four jobs are called while they run. */
export const stepLabels = { read: 'Lecture du fichier', plan: 'Préparation', apply: 'Import', undo: 'Annulation' } as const;
export type ImportStep = keyof typeof stepLabels;
