import { bulkVerbs, type BulkVerb } from '~/domain/partner/list/bulk-change';
import { Button } from '~/ui/button';

/** The form that the boxes of the table belong to. */
export const selectionForm = 'choix';

/** What can be done with the ticked partners: each asks first what exactly, and how many are meant. */
export function BulkButtons({ verbs, maySaveList }: { verbs: readonly BulkVerb[]; maySaveList: boolean }) {
  return (
    <>
      {verbs.map((verb) => (
        <Button key={verb} type="submit" form={selectionForm} name="intent" value={`preparer-${verb}`} size="small">
          {bulkVerbs[verb].label}
        </Button>
      ))}
      {maySaveList && (
        <Button type="submit" form={selectionForm} name="intent" value="garder-en-liste" size="small">
          Garder en liste
        </Button>
      )}
    </>
  );
}
