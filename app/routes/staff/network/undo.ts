import { redirect } from '@remix-run/node';
import { sayOrganisationsUndone } from '~/domain/network-merge/say-organisations-undone';
import { undoOrganisationMerge } from '~/domain/network-merge/undo-organisation-merge.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';

/** "Annuler la fusion", from the message that follows it or from the list. Opened as a page, it leads to the list. */
export const loader = page('organisation.merge', async () => redirect(paths.networkMerges()));

export const action = command('organisation.merge', z.object({}), async (ctx, _input, { params }) => redirectWith(paths.networkMerges(), { kind: 'ok', text: sayOrganisationsUndone(await undoOrganisationMerge(ctx, { mergeId: params.mergeId })) }));
