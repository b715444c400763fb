/** When what follows an exchange is to be done. Apart from the schema, so that the screen need not load it. */
export const nextSteps = { tomorrow: 'Demain', week: 'Dans une semaine', month: 'Dans un mois', date: 'Un autre jour' } as const;
export type NextWhen = keyof typeof nextSteps;
