import type { Map as MapLibre } from 'maplibre-gl';
import type { ExploreLayer } from './explore-options';
import { bubbles } from './explore-style';
import { readColours } from './map-colours';
import { groupImage, markImage, markPixelRatio } from './mark-image';

/** Gives the map the pictures that its style names: marks and bubbles of each layer, in the colours of this box. */
export function addImages(map: MapLibre, layers: readonly ExploreLayer[], box: HTMLElement): void {
  const colours = readColours(box);
  const put = (id: string, image: ImageData | null) => image && !map.hasImage(id) && map.addImage(id, image, { pixelRatio: markPixelRatio });
  for (const layer of layers) {
    for (const isAbout of [false, true]) {
      const end = isAbout ? '-about' : '';
      for (const [code, mark] of Object.entries(layer.marks)) put(`${layer.name}-${code}${end}`, markImage(mark, { fill: colours[mark.hue], edge: colours.card }, isAbout));
      for (const { name, radius } of bubbles) put(`${layer.name}-group-${name}${end}`, groupImage(layer.group, radius, { fill: colours[layer.hue], edge: colours.card }, isAbout));
    }
  }
}
