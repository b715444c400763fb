import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { expect, test, vi } from 'vitest';
import { Gallery } from './gallery';

const app = () => (
  <RouterProvider
    router={createMemoryRouter([{ path: '*', element: <Gallery /> }], { future: { v7_relativeSplatPath: true } })}
    future={{ v7_startTransition: true }}
  />
);

test('le navigateur reprend la galerie du serveur sans y voir de différence', async () => {
  const box = document.body.appendChild(document.createElement('div'));
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  box.innerHTML = renderToString(app());
  // A router that finds a document takes itself for a browser's, and warns while it renders text: not our matter.
  complaints.mockClear();

  const root = await act(async () => hydrateRoot(box, app()));
  expect(complaints.mock.calls).toEqual([]);
  expect(box.querySelectorAll('[style]')).toHaveLength(0);

  await act(async () => root.unmount());
  complaints.mockRestore();
  box.remove();
}, 30_000);
