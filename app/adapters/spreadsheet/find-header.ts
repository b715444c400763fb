import type { RawRow } from './sheet';
import { SheetError } from './sheet-error';

/** How many rows are looked at to find the header. */
export const HEADER_DEPTH = 60;

export type Header = { line: number; headers: string[]; warnings: string[] };

/**
 * Finds the row of titles among the first rows: the first one about as wide as the table, whose cells look like labels.
 * Titles and dates above it are left out. Titles given twice get a number, empty ones a name by position.
 * Throws when there is nothing, or when the first wide row already holds data.
 */
export function findHeader(rows: readonly RawRow[]): Header {
  const filled = rows.map((row) => row.cells.filter((cell) => cell.trim()).length);
  const widest = Math.max(0, ...filled);
  if (!widest) throw new SheetError('empty', 'Ce fichier ne contient aucune ligne remplie.');
  const enough = widest <= 2 ? widest : Math.max(2, Math.ceil(widest / 2));
  const at = filled.findIndex((count, i) => count >= enough && (count >= widest * 0.8 || looksLikeTitles(rows[i]!.cells)));
  const row = rows[at]!;
  if (!looksLikeTitles(row.cells)) {
    throw new SheetError(
      'no-header',
      `La ligne ${row.line} contient déjà des données : il manque la ligne des titres (« Nom », « SIRET », « Code postal »…). Ajoutez-la en tête du tableau.`,
    );
  }
  const { headers, warnings } = named(row.cells);
  if (at > 0 && filled.slice(0, at).some(Boolean)) warnings.unshift(`Les titres ont été trouvés à la ligne ${row.line} : ce qui est au-dessus n’est pas lu.`);
  return { line: row.line, headers, warnings };
}

/** Titles are short and made of words; one cell that can only be data (SIRET, courriel, telephone, date) shows a row of data. */
function looksLikeTitles(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => cell.trim()).filter(Boolean);
  if (texts.some((text) => /@.+\.|^https?:|^[\d\s.+-]{5,}$|^\d{1,2}\/\d{1,2}\/\d{2,4}$|^\d{4}-\d{2}-\d{2}/.test(text))) return false;
  const labels = texts.filter((text) => text.length <= 100 && /\p{L}/u.test(text));
  return labels.length >= texts.length * 0.6;
}

function named(cells: readonly string[]): { headers: string[]; warnings: string[] } {
  let last = cells.length;
  while (last > 0 && !cells[last - 1]!.trim()) last -= 1;
  const seen = new Map<string, number>();
  const warnings: string[] = [];
  const headers = cells.slice(0, last).map((cell, i) => {
    const title = cell.replace(/\s+/g, ' ').trim() || `Colonne ${i + 1}`;
    const times = (seen.get(title.toLowerCase()) ?? 0) + 1;
    seen.set(title.toLowerCase(), times);
    if (times === 1) return title;
    warnings.push(`Le titre « ${title} » est donné plusieurs fois : la colonne ${i + 1} est appelée « ${title} (${times}) ».`);
    return `${title} (${times})`;
  });
  return { headers, warnings };
}
