import { aboutFile, fileTooBig, largestFile, mostFiles, tooManyFiles } from '~/domain/stored-file/file-limits';

/** What a field of files says and lets choose, as the server will ask. */
export const keptFiles = { hint: `PDF, photo, Word, Excel ou LibreOffice, jusqu’à ${largestFile}\u00a0Mo. ${mostFiles} au plus à la fois.`, accept: '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp' } as const;

type Chosen = readonly Pick<File, 'name' | 'size'>[];
const isTooBig = ({ size }: Chosen[number]) => size > largestFile * 1024 * 1024;

/** Why files would be refused for their size or their number, before they leave. */
export function problemOfFiles(files: Chosen): string | null {
  const problems = files.filter(isTooBig).map(({ name }) => aboutFile(name, fileTooBig));
  return [...problems, ...(files.length > mostFiles ? [tooManyFiles] : [])].join(' ') || null;
}
