import { useState } from 'react';
import { parseSiret } from '~/domain/organisation/siret';
import { TextField } from '~/ui/text-field';

/** The SIRET, checked as soon as it is whole, and again by the server. */
export function SiretField({ defaultValue, error }: { defaultValue?: string; error?: string }) {
  const [told, setTold] = useState<string>();
  const check = (typed: string, isLeaving: boolean) => {
    const digits = typed.replace(/\D/g, '').length;
    const read = typed.trim() ? parseSiret(typed) : null;
    // While the person types, a number that is still too short is not a mistake.
    setTold(read && !read.ok && (isLeaving || digits >= 14) ? read.reason : undefined);
  };
  return (
    <TextField
      name="siret"
      label="SIRET"
      hint="14 chiffres, si vous le connaissez. Il évite les doublons."
      inputMode="numeric"
      autoComplete="off"
      width="short"
      defaultValue={defaultValue}
      error={told ?? error}
      onChange={(event) => check(event.currentTarget.value, false)}
      onBlur={(event) => check(event.currentTarget.value, true)}
    />
  );
}
