import { redirect } from '@remix-run/node';
import { sayOrganisationsUndone } from '~/domain/network-merge/say-organisations-undone';
import { undoOrganisationMerge } from '~/domain/network-merge/undo-organisation-merge.server';
import { paths } from '~/paths';
import { page, undo } from '~/server/http.server';

/** "Annuler la fusion", from the message that follows it or from the list. Opened as a page, it leads to the list. */
export const loader = page('organisation.merge', async () => redirect(paths.networkMerges()));

export const action = undo('organisation.merge', () => paths.networkMerges(), async (ctx, { params }) => ({ text: sayOrganisationsUndone(await undoOrganisationMerge(ctx, { mergeId: params.mergeId })) }));
