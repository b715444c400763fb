/** Characters of a task: what to do, in a line; the rest is a note. Apart from the schema, so that the screen need not load it. */
export const longestTitle = 200;
