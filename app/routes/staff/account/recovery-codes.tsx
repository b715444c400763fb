import type { ReactNode } from 'react';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';

/** The recovery codes, on the only page that ever shows them. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: ReactNode }) {
  return (
    <>
      <Flash kind="ok">La double authentification est en place.</Flash>
      <p className="my-3">
        Notez ces codes et gardez-les loin de votre téléphone. Chacun remplace une fois le code du téléphone, s’il est perdu ou en panne. <b>Ils ne seront plus montrés.</b>
      </p>
      <ul className="mb-4 grid max-w-[26rem] gap-x-8 gap-y-1 font-mono text-[1.0625rem] sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <FormActions>{next}</FormActions>
    </>
  );
}
