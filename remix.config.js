/**
 * The options of Remix's Vite plugin, imported by vite.config.ts.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ignoredRouteFiles: ['**/*'], // app/routes.ts is the only table of routes
  // v3_lazyRouteDiscovery stays off: a fetcher whose route is not discovered yet turns any navigation into « Page introuvable »,
  // and the whole table of routes, cached once, weighs less than one question a page.
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
  },
};
