import { Readable } from 'node:stream';
import { files } from '~/adapters/files/chosen-files';
import { FileIsGone } from '~/adapters/files/files';
import { notFound } from '~/domain/errors';
import { attachment } from '~/domain/stored-file/file-name';

export type SentFile = { fileKey: string; name: string; mediaType: string; size: number };

/** A kept file, to be saved and never shown inside the site: what people send is not trusted. Throws `notFound` when its bytes are gone. */
export async function sendFile({ fileKey, name, mediaType, size }: SentFile): Promise<Response> {
  const bytes = await files().read(fileKey).catch((error: unknown) => {
    if (error instanceof FileIsGone) throw notFound('Ce fichier n’est plus sur le serveur.');
    throw error;
  });
  return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(size),
      'Content-Disposition': attachment(name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
}
