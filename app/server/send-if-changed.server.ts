/** JSON that the browser may keep, asking each time whether it has changed (`tag`); null says that it has not. */
export function sendIfChanged({ tag, json }: { tag: string; json: string | null }): Response {
  const headers = { ETag: tag, 'Cache-Control': 'private, no-cache', Vary: 'Cookie' };
  return json === null ? new Response(null, { status: 304, headers }) : new Response(json, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } });
}
