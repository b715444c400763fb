import type { LoaderFunctionArgs } from '@remix-run/node';
import { holdsToken } from '~/server/holds-token.server';

/** Prometheus' text format, behind `Authorization: Bearer METRICS_TOKEN`. Without a token in the settings, there is no such page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!holdsToken(request)) return new Response('Introuvable\n', { status: 404 });
  return new Response(await context.metrics.metrics(), { headers: { 'Content-Type': context.metrics.contentType } });
}
