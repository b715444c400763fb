import type { MapColours } from './map-colours';
import type { PointTone } from './map-data';

const SIZE = 48;
export const tones: readonly PointTone[] = ['ok', 'wait', 'stop', 'sleep', 'theme', 'neutral'];

/** The mark of a point, at twice its size on screen: the shapes are those of the chips, so that colour is never alone. */
export function toneImage(tone: PointTone, colours: MapColours): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.translate(SIZE / 2, SIZE / 2);
  pen.lineWidth = 5;
  pen.strokeStyle = colours.card;
  pen.fillStyle = colours[tone];
  const shape = outline(tone);
  pen.stroke(shape);
  pen.fill(shape);
  if (tone === 'sleep') {
    pen.fillStyle = colours.card;
    pen.beginPath();
    pen.arc(0, 0, 11, -Math.PI / 2, Math.PI / 2);
    pen.fill();
  }
  return pen.getImageData(0, 0, SIZE, SIZE);
}

function outline(tone: PointTone): Path2D {
  const path = new Path2D();
  if (tone === 'wait') {
    path.moveTo(0, -19);
    path.lineTo(19, 0);
    path.lineTo(0, 19);
    path.lineTo(-19, 0);
    path.closePath();
  } else if (tone === 'stop') {
    path.rect(-14, -14, 28, 28);
  } else {
    path.arc(0, 0, 16, 0, 2 * Math.PI);
  }
  return path;
}
