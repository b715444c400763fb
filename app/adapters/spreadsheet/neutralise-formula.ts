/**
 * A cell that a spreadsheet would run as a formula when it opens a CSV gets a leading apostrophe, which spreadsheets show as
 * text: `=cmd|…`, `@SUM(…)`, `+A1`, `-A1`, and those that a tab or a line break leads. Numbers (`-12,5`), telephones
 * (`+33 5 36 49 12 08`) and lone dashes can do no harm and stay as they are. Source: OWASP, CSV Injection.
 */
export function neutraliseFormula(cell: string): string {
  if (!/^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell)) return cell;
  if (/^[+-]?\d[\d\s.,()\u00A0\u202F/-]*$/.test(cell) || /^[-–—\s]*$/.test(cell)) return cell;
  return `'${cell}`;
}

/** Takes our apostrophe off again, so that a file that we wrote reads as what it was. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && neutraliseFormula(cell.slice(1)) === cell ? cell.slice(1) : cell;
}
