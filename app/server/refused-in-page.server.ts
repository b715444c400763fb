import type { LoaderFunctionArgs } from '@remix-run/node';
import { errorPage } from './error-page';

type Refusal = { type: 'DataWithResponseInit'; data: { title: string; sentence: string }; init: ResponseInit | null };
const isRefusal = (thrown: unknown): thrown is Refusal => (thrown as Partial<Refusal> | null)?.type === 'DataWithResponseInit' && typeof (thrown as Refusal).data?.sentence === 'string';

/** An address of files has no screen around it: where a browser opens it, a refusal is a page all the same, and no JSON. Scripts are answered as they ask. */
export async function refusedInPage({ request, context }: LoaderFunctionArgs, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    if (!isRefusal(thrown) || !/\btext\/html\b/.test(request.headers.get('Accept') ?? '')) throw thrown;
    const status = thrown.init?.status ?? 400;
    const headers = new Headers(thrown.init?.headers);
    headers.set('Content-Type', 'text/html; charset=utf-8');
    headers.set('Cache-Control', 'private, no-store');
    return new Response(errorPage({ status, ...thrown.data, nonce: context.nonce }), { status, headers });
  }
}
