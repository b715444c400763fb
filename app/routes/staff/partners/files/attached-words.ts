import { inGuillemets } from '~/domain/text/in-guillemets';

/** What was just joined, in a sentence. */
export const attachedInWords = (files: readonly { name: string }[]) => (files.length === 1 ? `${inGuillemets(files[0]!.name)} est joint.` : `${files.length} fichiers sont joints.`);
