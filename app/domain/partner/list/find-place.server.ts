import type { Ctx } from '~/access/context';
import { findCommunes } from '~/domain/place/find-communes.server';
import type { Place } from './criteria';
import type { PartnerFilters } from './filters';

type Asked = Pick<PartnerFilters, 'commune' | 'communeText' | 'rayon'>;

/** The commune that the list looks at or around, and what must be said of it. Without script only its name was typed. */
export async function findPlace(ctx: Ctx, asked: Asked): Promise<{ place: Place | null; code: string; notices: string[] }> {
  const none = { place: null, code: '' };
  if (!asked.commune && !asked.communeText) return { ...none, notices: [] };
  const [chosen, second] = asked.commune ? await byCode(ctx, asked.commune) : await findCommunes(ctx, asked.communeText);
  if (!chosen) return { ...none, notices: [asked.commune ? 'La commune de l’adresse n’existe pas.' : `Aucune commune ne s’appelle « ${asked.communeText} ».`] };
  const { code, name, latitude, longitude, partOfCode } = chosen;
  const doubt = second && !asked.commune ? [`Plusieurs communes commencent par « ${asked.communeText} » : la liste regarde ${name} (${code}).`] : [];
  const codes = partOfCode ? [code, partOfCode] : [code];
  if (asked.rayon === 0) return { place: { codes, name, circle: null }, code, notices: doubt };
  if (latitude === null || longitude === null) {
    return { place: { codes, name, circle: null }, code, notices: [...doubt, `La position de ${name} n’est pas connue : les distances ne peuvent pas être calculées. La liste montre la commune seule.`] };
  }
  return { place: { codes, name, circle: { latitude, longitude, km: asked.rayon } }, code, notices: doubt };
}

function byCode({ db }: Ctx, code: string) {
  return db.commune.findMany({ where: { code }, select: { code: true, name: true, latitude: true, longitude: true, partOfCode: true } });
}
