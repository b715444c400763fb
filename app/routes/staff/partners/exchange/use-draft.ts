import { useNavigation } from '@remix-run/react';
import { type RefObject, useEffect } from 'react';

const keyOf = (partnershipId: string) => `maillage.brouillon-echange.${partnershipId}`;
const kept = ['body', 'nextTitle'] as const;

/**
 * What is being typed about a partner stays on this device until it is sent: a call that comes, a closed window lose nothing.
 * One draft a record; what was typed for a refused form is newer and is left alone. Returns what to call at each stroke.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, partnershipId: string, enabled: boolean): () => void {
  useEffect(() => {
    const draft = enabled ? readDraft(partnershipId) : null;
    if (!draft) return;
    for (const name of kept) {
      const field = form.current?.elements.namedItem(name);
      if ((field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) && field.value === '') field.value = draft[name] ?? '';
    }
  }, [form, partnershipId, enabled]);

  return () => {
    if (!enabled || !form.current) return;
    const typed = new FormData(form.current);
    const draft = Object.fromEntries(kept.map((name) => [name, String(typed.get(name) ?? '')]));
    if (Object.values(draft).every((text) => text.trim() === '')) forgetDraft(partnershipId);
    else write(() => localStorage.setItem(keyOf(partnershipId), JSON.stringify(draft)));
  };
}

/** Once the exchange is kept (the answer leads elsewhere than the form), its draft goes. */
export function useClearedDraft(partnershipId: string): void {
  const { state, formData, location } = useNavigation();
  const isKept = state === 'loading' && formData?.get('intent') === 'add' && !new URLSearchParams(location.search).has('noter');
  useEffect(() => {
    if (isKept) forgetDraft(partnershipId);
  }, [isKept, partnershipId]);
}

function readDraft(partnershipId: string): Partial<Record<(typeof kept)[number], string>> | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(partnershipId)) ?? 'null') as Record<string, string> | null;
  } catch {
    return null;
  }
}

const forgetDraft = (partnershipId: string) => write(() => localStorage.removeItem(keyOf(partnershipId)));

/** A browser that keeps nothing (private window, full store) only loses the draft. */
function write(change: () => void): void {
  try {
    change();
  } catch {
    /* nothing is kept */
  }
}
