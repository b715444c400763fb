import { type AppLoadContext, type EntryContext, type LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { logError } from '~/server/log.server';
import { NonceContext } from '~/nonce';
import { wholePage } from '~/server/whole-page';
import '~/server/context.server';

const renderTimeout = 10_000;

/** A page leaves whole: none of ours waits for a part of itself, and sent in pieces of 2 kB it took a quarter longer. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, { nonce }: AppLoadContext) {
  return new Promise<Response>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} abortDelay={renderTimeout} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          wholePage(pipe).then((page) => {
            clearTimeout(tooLong);
            headers.set('Content-Type', 'text/html; charset=utf-8');
            resolve(new Response(page, { headers, status }));
          }, reject);
        },
        onShellError: reject,
        onError(error) {
          status = 500;
          logError(error, 'render');
        },
      },
    );
    const tooLong = setTimeout(abort, renderTimeout + 1000).unref();
  });
}

/** What no page expected: logged under the id that the page shows. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  logError(error, `${request.method} ${new URL(request.url).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{40,}/g, ':id')}`);
}
