/** What a person reads of a message kept as a file. */
export type ReadMail = { from: string; to: string; subject: string; date: string; text: string; html: string };

/** Reads a message as this program writes them: text and HTML side by side (RFC 5322, 2045 to 2047), without attachments. */
export function readEml(raw: string): ReadMail {
  const mail: ReadMail = { from: '', to: '', subject: '', date: '', text: '', html: '' };
  const whole = partOf(raw);
  for (const name of ['from', 'to', 'subject', 'date'] as const) mail[name] = decodedWords(whole.headers.get(name) ?? '');
  for (const { headers, body } of leavesOf(whole)) {
    const type = headers.get('content-type') ?? 'text/plain';
    if (!/^text\/(plain|html)/i.test(type)) continue;
    const content = decodedBody(body, headers.get('content-transfer-encoding') ?? '7bit');
    if (/^text\/html/i.test(type)) mail.html ||= content;
    else mail.text ||= content;
  }
  return mail;
}

type Part = { headers: Map<string, string>; body: string };

function partOf(raw: string): Part {
  const text = raw.replace(/\r\n/g, '\n');
  const end = text.indexOf('\n\n');
  const head = end === -1 ? text : text.slice(0, end);
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n');
  const headers = new Map(lines.map((line) => [line.slice(0, Math.max(0, line.indexOf(':'))).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  return { headers, body: end === -1 ? '' : text.slice(end + 2) };
}

function leavesOf(part: Part): Part[] {
  const type = part.headers.get('content-type') ?? '';
  const boundary = /^multipart\/.*;\s*boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (!boundary) return [part];
  const pieces = `\n${part.body}`.split(`\n--${boundary}`).slice(1);
  return pieces.filter((piece) => !piece.startsWith('--')).flatMap((piece) => leavesOf(partOf(piece.replace(/^[^\n]*\n/, ''))));
}

function decodedBody(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString();
    case 'quoted-printable':
      return bytesOf(body.replace(/[ \t]*=\n/g, (broken) => broken.replace('=\n', '')), /=([0-9a-f]{2})/gi).replace(/\n$/, '');
    default:
      return body.replace(/\n$/, '');
  }
}

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=` in a header; the space between two of them is not a space. */
function decodedWords(header: string): string {
  return header
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat([...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, way = '', text = '']) =>
        way.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : Buffer.from(bytesOf(text.replace(/_/g, ' '), /=([0-9a-f]{2})/gi, 'latin1'), 'latin1'),
      )).toString(),
    );
}

/** Bytes written in hexadecimal, among plain ASCII. */
const bytesOf = (text: string, pattern: RegExp, charset: BufferEncoding = 'utf8') =>
  Buffer.from(text.replace(pattern, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString(charset);
