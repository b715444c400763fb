import { useFetcher, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { ImportState } from '~/domain/import/import-lifecycle';
import type { ImportSubject } from '~/domain/import/import-subjects';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';
import { LiveRegion } from '~/ui/live-region';
import { ProgressBar } from '~/ui/progress-bar';
import { importAddresses } from './import-addresses';
import type { loader } from '~/routes/staff/partners/import/progress';

const EVERY_MS = 1000;

type Progress = { done: number; total: number | null; label: string } | null;

/** A job is at work: how far it is, and the page of its result when it is done. Leaving the page changes nothing. */
export function StepProgress({ importId, subject, state, progress }: { importId: string; subject: ImportSubject; state: ImportState; progress: Progress }) {
  const { progress: watched, batch } = importAddresses[subject];
  const watch = useFetcher<typeof loader>();
  const page = useRevalidator();
  const now = watch.data ?? { state, progress };
  const hasMoved = now.state !== state;

  useEffect(() => {
    if (watch.state !== 'idle' || hasMoved) return;
    const timer = setTimeout(() => watch.load(watched(importId)), EVERY_MS);
    return () => clearTimeout(timer);
  }, [watch, watched, importId, hasMoved]);

  const { revalidate } = page;
  useEffect(() => {
    if (hasMoved) revalidate();
  }, [hasMoved, revalidate]);

  const label = now.progress?.label || 'Le travail va commencer';
  const total = now.progress?.total || undefined;
  const isCounted = total !== undefined && (now.progress?.done ?? 0) > 0;
  return (
    <Card>
      <div className="grid gap-4 max-w-2xl">
        <ProgressBar label={`${label}…`} value={isCounted ? now.progress?.done : undefined} max={total} detail={isCounted ? undefined : 'un instant'} />
        <p className="muted">Vous pouvez quitter cette page : le travail continue, et vous retrouverez l’import dans la liste.</p>
        <noscript>
          <meta httpEquiv="refresh" content="3" />
          <LinkButton to={batch(importId)} reloadDocument icon="refresh">
            Recharger
          </LinkButton>
        </noscript>
      </div>
      <LiveRegion>{`${label}…`}</LiveRegion>
    </Card>
  );
}
