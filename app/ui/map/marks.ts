import type { IconNode } from 'lucide';

/** Hues of the marks, tokens of the theme: never alone, each mark has its shape or its drawing. */
export const markHues = ['teal', 'blue', 'earth', 'rose', 'violet', 'leaf', 'gold', 'slate'] as const;
export type MarkHue = (typeof markHues)[number];

/** A mark of the map. `icon` is drawn inside, as the buttons draw theirs. */
export type Mark = { shape: keyof typeof shapes; hue: MarkHue; icon?: IconNode; label: string };

const corners = (count: number, radius: number, inner = radius, turn = 0) =>
  Array.from({ length: inner === radius ? count : count * 2 }, (_, i, all = inner === radius ? count : count * 2) => {
    const angle = (i / all) * 2 * Math.PI - Math.PI / 2 + turn;
    const r = i % 2 === 1 && inner !== radius ? inner : radius;
    return `${(16 + r * Math.cos(angle)).toFixed(2)} ${(16 + r * Math.sin(angle)).toFixed(2)}`;
  });
const polygon = (points: readonly string[]) => `M${points.join('L')}Z`;
const disc = (radius: number) => `M16 ${16 - radius}a${radius} ${radius} 0 1 0 0 ${2 * radius}a${radius} ${radius} 0 1 0 0 ${-2 * radius}Z`;

/** The outlines, in a square of 32. */
export const shapes = {
  disc: disc(13),
  circle: disc(10),
  square: 'M8 6h16a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2Z',
  diamond: polygon(corners(4, 13)),
  pentagon: polygon(corners(5, 12.5)),
  triangle: polygon(corners(3, 14)),
  hexagon: polygon(corners(6, 12)),
  cross: 'M12 5h8v7h7v8h-7v7h-8v-7H5v-8h7Z',
  star: polygon(corners(5, 14, 6.4)),
} as const;

/** How far a mark is drawn: the shape, then its drawing in the middle, on 15 of its 32. */
export const iconScale = 15 / 24;
