import type { Ctx } from '~/access/context';
import { reachKm } from '~/domain/offer/list/travel';
import { fromPlace, pointOf } from '~/domain/place/around';
import type { Circle } from '~/domain/place/circle';
import { findCommunes } from '~/domain/place/find-communes.server';
import type { Point } from '~/domain/place/geo';
import { communeNear } from '~/domain/place/commune-near.server';
import { reachFrom } from '~/domain/reach/reach-from.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import type { Place } from './criteria';
import type { PartnerFilters } from './filters';

type Asked = Pick<PartnerFilters, 'commune' | 'communeText' | 'rayon'> & Partial<Pick<PartnerFilters, 'autour' | 'minutes' | 'moyen'>>;
type Found = { place: Place | null; code: string; notices: string[] };

/** What a point is looked around when nothing says how far, in km. */
const usualKm = 10;

/** The commune, or the point of the map, that the list looks at or around, and what must be said of it. Without script only its name was typed. */
export async function findPlace(ctx: Ctx, asked: Asked): Promise<Found> {
  const none = { place: null, code: '' };
  const point = asked.commune || asked.communeText ? null : pointOf(asked.autour ?? '');
  if (point) return aroundPoint(ctx, point, asked);
  if (!asked.commune && !asked.communeText) return { ...none, notices: [] };
  const [chosen, second] = asked.commune ? await byCode(ctx, asked.commune) : await findCommunes(ctx, asked.communeText);
  if (!chosen) return { ...none, notices: [asked.commune ? 'La commune de l’adresse n’existe pas.' : `Aucune commune ne s’appelle ${inGuillemets(asked.communeText)}.`] };
  const { code, name, latitude, longitude, partOfCode } = chosen;
  const doubt = second && !asked.commune ? [`Plusieurs communes commencent par ${inGuillemets(asked.communeText)} : la liste regarde ${name} (${code}).`] : [];
  const codes = partOfCode ? [code, partOfCode] : [code];
  const km = kmOf(asked);
  if (km === 0) return { place: { codes, name, circle: null }, code, notices: doubt };
  if (latitude === null || longitude === null) {
    return { place: { codes, name, circle: null }, code, notices: [...doubt, `La position ${fromPlace(name)} n’est pas connue : les distances ne peuvent pas être calculées. La liste montre la commune seule.`] };
  }
  return { place: { codes, name, circle: await circleOf(ctx, { latitude, longitude }, km, asked) }, code, notices: doubt };
}

async function aroundPoint(ctx: Ctx, point: Point, asked: Asked): Promise<Found> {
  const near = await communeNear(ctx, point);
  const name = near ? `un point près ${fromPlace(near.name)}` : 'un point de la carte';
  const notices = near ? [] : ['Aucune commune n’est connue autour de ce point : il est peut-être en mer.'];
  return { place: { codes: near ? [near.code] : [], name, circle: await circleOf(ctx, point, kmOf(asked) || usualKm, asked) }, code: '', notices };
}

const isWay = ({ minutes, moyen }: Asked): boolean => Boolean(minutes && moyen);
const kmOf = (asked: Asked): number => (isWay(asked) ? reachKm(asked.minutes!, asked.moyen!) : asked.rayon);

async function circleOf(ctx: Ctx, point: Point, km: number, { minutes, moyen }: Asked): Promise<Circle> {
  return { ...point, km, ...(minutes && moyen && (await reachFrom(ctx, { point, minutes, mode: moyen }))) };
}

function byCode({ db }: Ctx, code: string) {
  return db.commune.findMany({ where: { code }, select: { code: true, name: true, latitude: true, longitude: true, partOfCode: true } });
}
