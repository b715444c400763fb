import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';

/** Renders for a test inside a router that answers every address with the same screen; `router.state` says where one is. */
export function renderInRouter(screen: ReactNode, url = '/') {
  const router = createMemoryRouter([{ path: '*', element: screen }], {
    initialEntries: [url],
    future: { v7_relativeSplatPath: true },
  });
  return { router, ...render(<RouterProvider router={router} future={{ v7_startTransition: true }} />) };
}
