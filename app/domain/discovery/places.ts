/** Where a step or something new leads, by the name that app/paths.ts gives it; the arrangement of the home page has none. */
export type Place = 'partners' | 'partnersMatrix' | 'partnersBoard' | 'offers' | 'exchanges' | 'imports' | 'tasks' | 'agreements' | 'patrons' | 'settingsSites' | 'settingsUsers' | 'settingsValues' | 'settingsFeedback' | 'accountFeedback' | 'arrangeHome';
