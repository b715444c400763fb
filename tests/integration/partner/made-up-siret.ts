import { passesLuhn } from '~/domain/organisation/siret';

/** A SIRET with the right keys that no company has: SIRENs in 999 are not given out. */
export function madeUpSiret(n = Math.floor(Math.random() * 99_999)): string {
  const withKey = (digits: string) => [...'0123456789'].map((key) => digits + key).find(passesLuhn)!;
  return withKey(`${withKey(`999${String(n).padStart(5, '0')}`)}0001`);
}
