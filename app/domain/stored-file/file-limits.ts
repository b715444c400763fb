import { inGuillemets } from '~/domain/text/in-guillemets';

/** Megabytes of a file at most. */
export const largestFile = 15;

/** Files sent at once at most: more come in a second time. */
export const mostFiles = 5;

export const fileTooBig = `Ce fichier dépasse ${largestFile}\u00a0Mo. Réduisez-le, ou partagez-le en plusieurs fichiers.`;
export const tooManyFiles = `${mostFiles} fichiers au plus à la fois. Joignez les autres ensuite.`;

/** A sentence about one file among several. */
export const aboutFile = (name: string, sentence: string) => `${inGuillemets(name)} est refusé. ${sentence}`;
