import { aboutFile, fileTooBig, largestFile, mostFiles, tooManyFiles } from '~/domain/stored-file/file-limits';

/** What a field of files says and lets choose, as the server will ask. */
export const keptFiles = { hint: `PDF, photo, Word, Excel ou LibreOffice, jusqu’à ${largestFile}\u00a0Mo.`, accept: '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.odp' } as const;

type Chosen = readonly Pick<File, 'name' | 'size'>[];
const isTooBig = ({ size }: Chosen[number]) => size > largestFile * 1024 * 1024;

/** Why one file would be refused for its size, before it leaves. */
export const problemOfFile = (files: Chosen) => (files.some(isTooBig) ? fileTooBig : null);

/** Why files would be refused for their size or their number, before they leave. */
export function problemOfFiles(files: Chosen): string | null {
  const problems = files.filter(isTooBig).map(({ name }) => aboutFile(name, fileTooBig));
  return [...problems, ...(files.length > mostFiles ? [tooManyFiles] : [])].join(' ') || null;
}
