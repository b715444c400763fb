import { z } from '~/domain/zod';

const point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const ring = z.array(point).min(4);
/** Public files hold rings that are one point four times, what is left of an islet made simpler: they draw nothing. */
const drawn = (polygon: z.infer<typeof ring>[]) => polygon.filter(([first, ...others]) => others.some(([x, y]) => x !== first![0] || y !== first![1]));
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).transform(drawn).pipe(z.array(ring).min(1)) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).transform(drawn)).transform((all) => all.filter((polygon) => polygon.length > 0)).pipe(z.array(z.array(ring)).min(1)) }),
]);
const feature = z.object({ properties: z.object({ code: z.string().regex(/^\d[0-9AB]\d?$/) }), geometry });

export type Outline = z.infer<typeof geometry>;
export type DepartementOutline = { code: string; outline: Outline };

/** Reads a GeoJSON of départements (`properties.code`); what cannot be read is counted. Throws when it is no collection at all. */
export function readOutlines(text: string): { outlines: DepartementOutline[]; refused: number } {
  const whole = z.object({ features: z.array(z.unknown()) }).safeParse(parsed(text));
  if (!whole.success) throw new Error('Ce fichier n’est pas une collection GeoJSON de départements.');
  const outlines = whole.data.features.flatMap((one) => {
    const read = feature.safeParse(one);
    return read.success ? [{ code: read.data.properties.code, outline: read.data.geometry }] : [];
  });
  return { outlines, refused: whole.data.features.length - outlines.length };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
