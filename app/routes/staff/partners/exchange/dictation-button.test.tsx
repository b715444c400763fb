// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderInRouter } from '~/ui/in-router.testing';
import { DictationButton } from './dictation-button';

type Result = { 0: { transcript: string }; isFinal: boolean; length: number };

/** The browser's own dictation, that says what a test makes it hear. */
class Ear {
  static last: Ear;
  lang = '';
  continuous = false;
  isOpen = false;
  onresult: ((event: { results: Result[]; resultIndex: number }) => void) | null = null;
  onend: (() => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  constructor() {
    Ear.last = this;
  }
  start() {
    this.isOpen = true;
  }
  stop() {
    this.isOpen = false;
    this.onend?.();
  }
  hear(...said: [string, boolean][]) {
    act(() => this.onresult?.({ results: said.map(([transcript, isFinal]) => ({ 0: { transcript }, isFinal, length: 1 })), resultIndex: 0 }));
  }
}

const inThisBrowser = window as unknown as { SpeechRecognition?: typeof Ear; webkitSpeechRecognition?: typeof Ear };
afterEach(() => {
  delete inThisBrowser.SpeechRecognition;
  delete inThisBrowser.webkitSpeechRecognition;
});

function noteForm() {
  let typed = 0;
  renderInRouter(
    <form onChange={() => (typed += 1)}>
      <textarea aria-label="Note" defaultValue="Vu l’atelier. " />
      <DictationButton field={() => document.querySelector('textarea')} />
    </form>,
  );
  return { note: screen.getByLabelText<HTMLTextAreaElement>('Note'), strokes: () => typed };
}

test.each(['SpeechRecognition', 'webkitSpeechRecognition'] as const)('what is said is written at the end of the note, as if typed (%s)', (name) => {
  inThisBrowser[name] = Ear;
  const { note, strokes } = noteForm();
  fireEvent.click(screen.getByRole('button', { name: 'Dicter' }));
  expect([Ear.last.lang, Ear.last.continuous, Ear.last.isOpen]).toEqual(['fr-FR', true, true]);
  expect(screen.getByRole('status').textContent).toMatch(/ne dictez rien de sensible/);
  // What is not sure yet is not written: it would be twice.
  Ear.last.hear([' prêt pour mai ', true], ['et pour', false]);
  expect(note.value).toBe('Vu l’atelier. prêt pour mai');
  expect(strokes()).toBe(1);
  fireEvent.click(screen.getByRole('button', { name: 'Arrêter la dictée' }));
  expect(Ear.last.isOpen).toBe(false);
  expect(screen.getByRole('button', { name: 'Dicter' }).getAttribute('aria-pressed')).toBe('false');
});

test('a microphone that is not allowed is told, and the note stays', () => {
  inThisBrowser.SpeechRecognition = Ear;
  const { note } = noteForm();
  fireEvent.click(screen.getByRole('button', { name: 'Dicter' }));
  act(() => {
    Ear.last.onerror?.({ error: 'not-allowed' });
    Ear.last.onend?.();
  });
  expect(screen.getByRole('status').textContent).toMatch(/Le micro n’est pas autorisé/);
  expect(note.value).toBe('Vu l’atelier. ');
});

test('a browser that cannot listen proposes nothing', () => {
  noteForm();
  expect(screen.queryByRole('button', { name: 'Dicter' })).toBeNull();
});
