import { publicPage } from '~/server/http.server';
import { mailSource } from '~/server/mailbox.server';

/** One message as it would have left: headers and all, to be read or saved. */
export const loader = publicPage(async ({ params }) => new Response(await mailSource(params.file ?? ''), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } }));
