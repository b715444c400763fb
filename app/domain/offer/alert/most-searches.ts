/** Searches of offers that one person keeps in an agency. */
export const mostSearches = 20;
