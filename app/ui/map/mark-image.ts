import type { IconNode } from 'lucide';
import { iconScale, shapes, type Mark } from './marks';

/** Drawn at twice its size, so that it is sharp on every screen. */
export const markPixelRatio = 2;
const SIZE = 36;

type Ink = { fill: string; edge: string };

/** A mark as the map's images want it. `isAbout`: the place is the middle of a commune, so the mark is hollow and its edge broken. */
export function markImage(mark: Mark, { fill, edge }: Ink, isAbout: boolean): ImageData | null {
  const pen = penOf(SIZE);
  if (!pen) return null;
  pen.translate((SIZE - 32) / 2, (SIZE - 32) / 2);
  const outline = new Path2D(shapes[mark.shape]);
  pen.lineJoin = 'round';
  pen.strokeStyle = edge;
  pen.lineWidth = isAbout ? 6 : 4;
  pen.stroke(outline);
  pen.fillStyle = isAbout ? edge : fill;
  pen.fill(outline);
  if (isAbout) {
    pen.strokeStyle = fill;
    pen.lineWidth = 2.2;
    pen.setLineDash([4.2, 2.6]);
    pen.stroke(outline);
    pen.setLineDash([]);
  }
  if (mark.icon) drawIcon(pen, mark.icon, isAbout ? fill : edge);
  return pen.getImageData(0, 0, SIZE * markPixelRatio, SIZE * markPixelRatio);
}

/** The bubble of several things: round for one layer, a square for the other. */
export function groupImage(shape: 'disc' | 'square', radius: number, { fill, edge }: Ink, isAbout: boolean): ImageData | null {
  const size = radius * 2 + 8;
  const pen = penOf(size);
  if (!pen) return null;
  const outline = new Path2D();
  if (shape === 'disc') outline.arc(size / 2, size / 2, radius, 0, 2 * Math.PI);
  else outline.roundRect(size / 2 - radius * 0.9, size / 2 - radius * 0.9, radius * 1.8, radius * 1.8, radius * 0.35);
  pen.globalAlpha = 0.28;
  pen.strokeStyle = fill;
  pen.lineWidth = 7;
  pen.stroke(outline);
  pen.globalAlpha = 1;
  pen.fillStyle = isAbout ? edge : fill;
  pen.fill(outline);
  pen.strokeStyle = isAbout ? fill : edge;
  pen.lineWidth = 2.2;
  if (isAbout) pen.setLineDash([5, 3]);
  pen.stroke(outline);
  return pen.getImageData(0, 0, size * markPixelRatio, size * markPixelRatio);
}

function penOf(size: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * markPixelRatio;
  const pen = canvas.getContext('2d');
  pen?.scale(markPixelRatio, markPixelRatio);
  return pen;
}

function drawIcon(pen: CanvasRenderingContext2D, icon: IconNode, colour: string): void {
  pen.save();
  pen.translate(16 - 12 * iconScale, 16 - 12 * iconScale);
  pen.scale(iconScale, iconScale);
  pen.strokeStyle = colour;
  pen.lineWidth = 2.4;
  pen.lineCap = 'round';
  for (const [tag, attributes] of icon) pen.stroke(strokeOf(tag, attributes));
  pen.restore();
}

/** The few elements that the icons are made of. */
function strokeOf(tag: string, attributes: Record<string, unknown>): Path2D {
  const of = (name: string) => Number(attributes[name] ?? 0);
  const path = new Path2D(tag === 'path' ? String(attributes.d) : undefined);
  if (tag === 'circle') path.arc(of('cx'), of('cy'), of('r'), 0, 2 * Math.PI);
  if (tag === 'rect') path.roundRect(of('x'), of('y'), of('width'), of('height'), of('rx'));
  if (tag === 'line') {
    path.moveTo(of('x1'), of('y1'));
    path.lineTo(of('x2'), of('y2'));
  }
  return path;
}
