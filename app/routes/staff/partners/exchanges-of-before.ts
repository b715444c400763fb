import { redirect } from '@remix-run/node';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { page } from '~/server/http.server';

/** The address of the notes, before they were exchanges among others: kept for bookmarks and mails. */
export const loader = page('exchange.read', async (_ctx, { params }) => redirect(paths.partnerExchanges(knownId(params.partnerId))));
