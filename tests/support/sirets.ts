import { passesLuhn } from '~/domain/organisation/siret';

/** Numbers that have the key of a SIRET and belong to nobody we know: each call gives another one. */
export function sirets(): () => string {
  let next = 900_000_000 + (process.pid % 10_000) * 1000;
  return () => {
    do next += 1;
    while (!passesLuhn(String(next)));
    const last = [...'0123456789'].find((digit) => passesLuhn(`${next}0001${digit}`));
    return `${next}0001${last}`;
  };
}
