import { useFetcher } from '@remix-run/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { paths } from '~/paths';
import type { loader } from '~/routes/staff/partners/known';

const asked = ['siret', 'name', 'communeCode'] as const;

/** Asks who is known while the form is filled, after a pause; the answer before stays until the next one. */
export function useKnownPartners() {
  const { load, data } = useFetcher<typeof loader>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [siret, setSiret] = useState('');
  useEffect(() => () => clearTimeout(timer.current), []);

  function onInput(event: FormEvent<HTMLFormElement>) {
    const form = new FormData(event.currentTarget);
    const question = new URLSearchParams(asked.map((field) => [field, String(form.get(field) ?? '')]));
    setSiret(question.get('siret')?.replace(/\D/g, '') ?? '');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => load(`${paths.partnersKnown()}?${question}`), 350);
  }
  return { onInput, known: data?.known, siret };
}
