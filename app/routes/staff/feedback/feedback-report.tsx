import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { feedbackKinds, feedbackStates } from '~/domain/feedback/feedback';
import type { FeedbackRow } from '~/domain/feedback/feedback.queries.server';
import { momentOf } from '~/domain/text/french-date';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { WrittenText } from '~/ui/written-text';

/** One report as it was written, where it stands, and what was answered; `children` is what can be done with it. */
export function FeedbackReport({ report, showAuthor, children }: { report: FeedbackRow; showAuthor?: boolean; children?: ReactNode }) {
  const { kind, state, happened, expected, page, recordPath, errorId, author, answer, answeredBy, answeredAt, createdAt } = report;
  return (
    <Card
      title={`${feedbackKinds[kind].said}, le ${momentOf(createdAt)}`}
      action={<Chip tone={feedbackStates[state].tone}>{feedbackStates[state].label}</Chip>}
    >
      {showAuthor && <p className="muted">{author ?? 'Ancien compte'}</p>}
      <WrittenText text={happened} />
      {expected && (
        <>
          <p className="mt-2 muted">{feedbackKinds[kind].expects}</p>
          <WrittenText text={expected} />
        </>
      )}
      {(page || errorId) && (
        <p className="mt-2 text-sm muted">
          {page && <>Page {recordPath ? <Link to={recordPath}>{page}</Link> : page}</>}
          {page && errorId && ' · '}
          {errorId && <>erreur <code>{errorId}</code></>}
        </p>
      )}
      {answer && (
        <div className="mt-3 border-s-4 border-line ps-3">
          <p className="muted">{answeredBy ?? 'L’administration'} répond{answeredAt && `, le ${momentOf(answeredAt)}`}</p>
          <WrittenText text={answer} />
        </div>
      )}
      {children}
    </Card>
  );
}
