/** A one-page PDF with these lines, the first one large: the document that a partner sends. Written by hand, for a few lines of text. */
export function demoPdf([title = '', ...lines]: readonly string[]): Buffer {
  const text = [`BT /F1 22 Tf 60 760 Td (${escaped(title)}) Tj ET`, ...lines.map((line, i) => `BT /F1 12 Tf 60 ${720 - i * 20} Td (${escaped(line)}) Tj ET`)].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  const [starts, parts]: [number[], string[]] = [[], ['%PDF-1.4\n']];
  for (const [i, object] of objects.entries()) {
    starts.push(parts.join('').length);
    parts.push(`${i + 1} 0 obj\n${object}\nendobj\n`);
  }
  const table = [`0000000000 65535 f \n`, ...starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`)].join('');
  const body = parts.join('');
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}

/** The typographic apostrophe has another place in the encoding of the font. */
const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&').replace(/’/g, '\x92');
