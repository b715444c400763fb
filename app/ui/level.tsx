import type { ReactNode } from 'react';

export type EngagementLevel = 'refused' | 'to_explore' | 'willing' | 'tried' | 'regular';

const levels: Record<EngagementLevel, { bars: number; word: string }> = {
  refused: { bars: 0, word: 'non' },
  to_explore: { bars: 0, word: 'à explorer' },
  willing: { bars: 1, word: 'partant' },
  tried: { bars: 2, word: 'déjà fait' },
  regular: { bars: 3, word: 'régulier' },
};

export const levelWords: Record<EngagementLevel, string> = { refused: levels.refused.word, to_explore: levels.to_explore.word, willing: levels.willing.word, tried: levels.tried.word, regular: levels.regular.word };

/** The three bars alone: the word is said beside them. */
export function LevelBars({ level }: { level: EngagementLevel }) {
  return (
    <span className="level-bars" aria-hidden="true">
      {[1, 2, 3].map((bar) => (
        <i key={bar} data-on={bar <= levels[level].bars || undefined} />
      ))}
    </span>
  );
}

/** How far an organisation is with a form of engagement: three bars and the word, or other words in its place. */
export function Level({ level, children }: { level: EngagementLevel; children?: ReactNode }) {
  const { word } = levels[level];
  return (
    <span className="level" data-level={level}>
      <LevelBars level={level} />
      {children === undefined ? (
        word
      ) : (
        <>
          <span className="visually-hidden">{word}, </span>
          {children}
        </>
      )}
    </span>
  );
}
