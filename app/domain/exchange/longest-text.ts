/** Characters of an exchange; beyond, it is a document. Apart from the schema, so that the screen need not load it. */
export const longestText = 10_000;
