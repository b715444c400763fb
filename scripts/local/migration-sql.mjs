/**
 * Prisma's SQL as single changes: `ALTER TABLE "x" a,\nb;` is two. Each keeps the comment that Prisma put above.
 * @returns {{ title: string, change: string }[]}
 */
export function changesOf(sql) {
  const blocks = sql.split(/\n\s*\n(?=--)/).map((block) => block.trim()).filter(Boolean); // prettier-ignore
  return blocks.flatMap((block) => {
    const lines = block.split('\n');
    const title = lines.filter((line) => line.startsWith('--')).join('\n');
    const statement = lines.filter((line) => !line.startsWith('--')).join('\n').trim(); // prettier-ignore
    if (!statement) return [];
    const alter = /^(ALTER TABLE "[^"]+")\s+([\s\S]*);$/.exec(statement);
    if (!alter) return [{ title, change: statement }];
    return alter[2].split(/,\n/).map((clause) => ({ title, change: `${alter[1]} ${clause.trim().replace(/\s+/g, ' ')};` })); // prettier-ignore
  });
}

/** The changes of `sql` that `kept` does not hold: what hand-written SQL made, and Prisma would undo, stays. */
export function withoutKept(sql, kept) {
  const known = new Set(changesOf(kept).map(({ change }) => change));
  return changesOf(sql).filter(({ change }) => !known.has(change));
}

/** The changes as a file, a title only where it changes. */
export const fileOf = (changes) =>
  changes.map(({ title, change }, index) => (title && title !== changes[index - 1]?.title ? `${index > 0 ? '\n' : ''}${title}\n${change}` : change)).join('\n') + '\n';

/** `20261122093000_add_opening_hours` from what a person typed and a date, always after the folders that exist. */
export function folderName(name, now, existing = []) {
  const clean = name.trim().toLowerCase().replace(/[\s-]+/g, '_');
  if (!/^[a-z][a-z0-9_]*$/.test(clean)) throw new Error(`« ${name} » : un nom en minuscules, par exemple add_opening_hours.`);
  const stamp = Number(now.toISOString().replace(/\D/g, '').slice(0, 14));
  const last = Math.max(0, ...existing.map((folder) => Number(folder.slice(0, 14)) || 0));
  return `${Math.max(stamp, last + 1)}_${clean}`;
}
