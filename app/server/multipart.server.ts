/** What a `multipart/form-data` body says, in order: a part begins, then its bytes come. */
export type MultipartEvent = { kind: 'part'; name: string; fileName: string | null } | { kind: 'bytes'; bytes: Buffer };

/** The body stopped before its end: a lost connection, a page closed. */
export class BodyWasCut extends Error {
  override name = 'BodyWasCut';
}

const LONGEST_HEADERS = 16 * 1024;

/**
 * Reads a form with files while it arrives (RFC 7578), holding no more than a chunk. Written here because Remix's own
 * reader refuses file names with a semicolon, and takes a body that was cut short for a whole one.
 * Throws `BodyWasCut` when the closing boundary never comes.
 */
export async function* readMultipart(body: AsyncIterable<Uint8Array>, contentType: string): AsyncGenerator<MultipartEvent> {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType);
  if (!boundary) throw new BodyWasCut('no boundary');
  const mark = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`, 'latin1');
  // The first boundary has no line break before it: one is lent.
  let held: Buffer = Buffer.from('\r\n');
  let reading: 'preamble' | 'headers' | 'content' = 'preamble';
  let isWhole = false;
  for await (const chunk of body) {
    // Read to its very end: a body left there takes its connection along, and the answer with it.
    if (isWhole) continue;
    held = Buffer.concat([held, chunk]);
    for (;;) {
      if (reading === 'headers') {
        isWhole = held.length >= 2 && held.toString('latin1', 0, 2) === '--';
        if (isWhole) break;
        const end = held.indexOf('\r\n\r\n');
        if (end < 0) {
          if (held.length > LONGEST_HEADERS) throw new BodyWasCut('headers without end');
          break;
        }
        yield { kind: 'part', ...partOf(held.toString('utf8', 0, end)) };
        held = held.subarray(end + 4);
        reading = 'content';
      }
      const at = held.indexOf(mark);
      // All but what may be the beginning of a boundary is content.
      const sure = at >= 0 ? at : Math.max(0, held.length - mark.length);
      if (reading === 'content' && sure > 0) yield { kind: 'bytes', bytes: held.subarray(0, sure) };
      if (at < 0) {
        held = held.subarray(sure);
        break;
      }
      held = held.subarray(at + mark.length);
      reading = 'headers';
    }
  }
  if (!isWhole) throw new BodyWasCut('no closing boundary');
}

function partOf(headers: string): { name: string; fileName: string | null } {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  const value = (key: string) => {
    const found = new RegExp(`[;\\s]${key}="((?:[^"\\\\]|\\\\.)*)"|[;\\s]${key}=([^;\\s]+)`, 'i').exec(disposition);
    // Browsers write a quote as %22 and line breaks as %0D%0A; a backslash stays what it is.
    return found ? (found[1] ?? found[2] ?? '').replace(/%22/g, '"').replace(/%0D|%0A/gi, '') : null;
  };
  const fileName = value('filename');
  return { name: value('name') ?? '', fileName: fileName === null ? null : (fileName.split(/[/\\]/).pop() ?? '') };
}
