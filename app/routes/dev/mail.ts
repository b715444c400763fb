import { publicPage } from '~/server/http.server';
import { mailFile } from '~/server/mailbox.server';

/** The layout of one message, alone in a page where nothing runs and nothing is fetched. */
export const loader = publicPage(async ({ params }) => {
  const { html, text } = await mailFile(params.file ?? '');
  return new Response(html || text, {
    headers: {
      'Content-Type': html ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
      'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    },
  });
});
