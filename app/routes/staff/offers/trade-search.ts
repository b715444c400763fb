import { paths } from '~/paths';
import type { ComboOption } from '~/ui/combo-field';

type Found = { code: string; label: string; title: string | null };

/** Trades as one types a job title or a code. */
export async function searchTrades(query: string, signal: AbortSignal): Promise<ComboOption[]> {
  const answer = await fetch(`${paths.trades()}?q=${encodeURIComponent(query)}`, { signal });
  if (!answer.ok) throw new Error('search failed');
  const { trades } = (await answer.json()) as { trades: Found[] };
  return trades.map(({ code, label, title }) => ({ value: code, label: title ?? label, hint: title ? `${code}, ${label}` : code }));
}
