import { fireEvent, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { ConfirmButton } from './confirm-button';

const button = (
  <ConfirmButton
    title="Archiver ?"
    text="Il peut revenir."
    confirmLabel="Oui, archiver"
    name="intent"
    value="archive"
    confirmPage="/archiver"
  >
    Archiver
  </ConfirmButton>
);

function show() {
  const sent = vi.fn((event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement, event.submitter);
    return Object.fromEntries(data);
  });
  const { container } = render(<form>{button}</form>);
  container.querySelector('form')?.addEventListener('submit', sent);
  fireEvent.click(screen.getByRole('button', { name: 'Archiver' }));
  return sent;
}

test('on demande avant d’envoyer, et le oui envoie ce que le bouton portait', async () => {
  const sent = show();
  expect((await screen.findByRole('alertdialog')).textContent).toContain('Il peut revenir.');
  expect(sent).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Oui, archiver' }));
  expect(sent).toHaveReturnedWith({ intent: 'archive' });
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('annuler n’envoie rien', async () => {
  const sent = show();
  await screen.findByRole('alertdialog');
  fireEvent.click(screen.getByRole('button', { name: 'Annuler' }));
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(sent).not.toHaveBeenCalled();
});

test('sans script, le bouton mène à la page qui pose la question', () => {
  const html = renderToString(<form>{button}</form>);
  expect(html).toContain('formaction="/archiver"');
  expect(html.match(/<button/g)).toHaveLength(1);
});
