/** Characters of a note; beyond, it is a document. Apart from the schema, so that the screen need not load it. */
export const longestNote = 10_000;
