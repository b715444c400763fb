// @vitest-environment node
import { renderToString } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { expect, test, vi } from 'vitest';
import { Gallery } from './gallery';

async function serverHtml(): Promise<string> {
  const { query, dataRoutes } = createStaticHandler([{ path: '*', element: <Gallery /> }], {
    future: { v7_relativeSplatPath: true },
  });
  const context = await query(new Request('http://maillage.example/composants'));
  if (context instanceof Response) throw new Error('Une page était attendue');
  return renderToString(
    <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />,
  );
}

test('le serveur rend toute la galerie sans avertissement, ni style ni script dans les balises', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const html = await serverHtml();
  expect(complaints.mock.calls).toEqual([]);
  complaints.mockRestore();

  expect(html).toContain('Garage Lafitte');
  expect(html).not.toMatch(/<[^>]+ (style|on\w+)="/);
}, 30_000);
