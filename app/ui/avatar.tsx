/** The initials of a person whose name is written beside. */
export function Avatar({ name, size }: { name: string; size?: 'small' }) {
  return (
    <span className="avatar" data-size={size} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** First letters of the first and last words: `Nadia Ben Salah` gives `NS`. */
export function initials(name: string): string {
  const words = name.match(/\p{L}+/gu) ?? [];
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('fr') ?? '').join('');
}
