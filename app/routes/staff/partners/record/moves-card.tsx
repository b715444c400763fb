import { stages } from '~/domain/partnership/partnership.lifecycle';
import type { StageMoveRow } from '~/domain/partner/partner.queries.server';
import { shortDayOf } from '~/domain/text/french-date';
import { Card } from '~/ui/card';
import { Timeline } from '~/ui/timeline';

/** How the partnership came to where it is, the latest first. */
export function MovesCard({ moves }: { moves: readonly StageMoveRow[] }) {
  return (
    <Card title="Vie du partenariat">
      <Timeline
        items={moves.map(({ id, at, fromStage, toStage, by, comment }) => ({
          id,
          at: at.toISOString(),
          when: shortDayOf(at),
          icon: fromStage ? 'forward' : 'add',
          title: (
            <>
              <b>{fromStage ? stages[toStage].label : 'Ajouté'}</b>
              {by && <> · {by}</>}
            </>
          ),
          text: comment && <p className="whitespace-pre-line">{comment}</p>,
        }))}
      />
    </Card>
  );
}
