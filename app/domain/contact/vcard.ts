export type CardOfContact = {
  id: string; firstName: string | null; lastName: string; jobTitle: string | null; /** E.164 */ phone: string | null; email: string | null; channel: string | null;
  organisation: string; website: string | null; address: { line: string | null; postcode: string | null; town: string | null }; changedAt: Date;
};

/**
 * A contact as a vCard 4.0 (RFC 6350): UTF-8, CRLF, lines of 75 octets at most. Facts of the person and of the organisation
 * only: what the agency notes of them does not leave with the card.
 */
export function vcardOf({ id, firstName, lastName, jobTitle, phone, email, channel, organisation, website, address, changedAt }: CardOfContact): string {
  const preferred = (...names: string[]) => (channel && names.includes(channel) ? ';PREF=1' : '');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `UID:urn:uuid:${id}`,
    `FN:${escaped([firstName, lastName].filter(Boolean).join(' '))}`,
    `N:${escaped(lastName)};${escaped(firstName ?? '')};;;`,
    `ORG:${escaped(organisation)}`,
    ...(jobTitle ? [`TITLE:${escaped(jobTitle)}`] : []),
    ...(phone ? [`TEL;VALUE=uri;TYPE=work${preferred('phone', 'text')}:tel:${phone}`] : []),
    ...(email ? [`EMAIL;TYPE=work${preferred('email')}:${escaped(email)}`] : []),
    ...(address.line || address.town ? [`ADR;TYPE=work:;;${escaped(address.line ?? '')};${escaped(address.town ?? '')};;${escaped(address.postcode ?? '')};France`] : []),
    ...(website ? [`URL:${website.replace(/[\r\n]/g, '')}`] : []),
    `REV:${changedAt.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')}`,
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Section 3.4: commas, semicolons, backslashes and line breaks of a text. */
const escaped = (text: string) => text.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, '\\n');

/** Section 3.2: at most 75 octets a line, the next one begins with a space; a letter of several octets is never cut. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += letter;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
