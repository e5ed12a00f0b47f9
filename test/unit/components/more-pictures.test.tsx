// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MorePictures } from '../../../components/popup/MorePictures.tsx';
import type { PopupController, PopupState } from '../../../components/popup/popup-controller.ts';
import { SpeechContext } from '../../../components/popup/words.ts';
import { wordsOf } from '../../../lib/i18n/area.ts';
import { popup } from '../../../lib/i18n/popup/popup.ts';

function show(picture: PopupState['picture'], view = 'recorded', language: 'en' | 'de' = 'en') {
  const controller = { takePicture: vi.fn(async () => undefined), stopPicture: vi.fn(async () => undefined) };
  const speech = { t: wordsOf(popup, language), language, time: () => '', until: () => '', day: () => '' };
  const element = (now: PopupState['picture']) => (
    <SpeechContext.Provider value={speech}>
      <MorePictures
        state={{ picture: now, view: { state: view } } as unknown as PopupState} // as: nothing else of it is read
        controller={controller as unknown as PopupController} // as: nothing else of it is called
      />
    </SpeechContext.Provider>
  );
  const { rerender } = render(element(picture));
  return { controller, change: (now: PopupState['picture']) => rerender(element(now)) };
}
afterEach(cleanup);

describe('the row for more pictures', () => {
  it.each([
    ['Region', 'region'],
    ['Full page', 'full-page'],
    ['In 3 s', 'delayed'],
  ] as const)('asks for %s', (name, how) => {
    const { controller } = show(null);
    fireEvent.click(screen.getByRole('button', { name }));
    expect(controller.takePicture).toHaveBeenCalledWith(how);
  });

  it('waits until there is a record that a picture could belong to', () => {
    show(null, 'recording');
    for (const button of screen.getAllByRole('button')) expect(button).toHaveProperty('disabled', true);
  });

  it('shows how far a picture of the whole page is, and lets it be called off by the key that has the focus', () => {
    const { controller, change } = show(null);
    screen.getByRole('button', { name: 'Full page' }).focus();
    change({ state: 'running', how: 'full-page', percent: 42 });
    expect(screen.getByText('42 %')).toBeTruthy();
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    expect(document.activeElement).toBe(cancel);
    fireEvent.click(cancel);
    expect(controller.stopPicture).toHaveBeenCalled();
  });

  it.each([
    [{ state: 'added', cut: false }, 'Picture added.'],
    [{ state: 'added', cut: true }, 'Picture added without its end: the page is too long.'],
    [
      { state: 'missing', reason: 'hung' },
      'No picture was added. The page did not react in time. It was probably frozen.',
    ],
    [{ state: 'stopped' }, 'No picture was added.'],
  ] as const)('says what became of it: %o', (picture, text) => {
    show(picture);
    expect(screen.getByText(text).getAttribute('aria-live')).toBe('polite');
    expect(screen.getByRole('button', { name: 'Region' })).toBeTruthy();
  });

  it('speaks German', () => {
    show({ state: 'added', cut: false }, 'recorded', 'de');
    expect(screen.getByText('Bild hinzugefügt.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ganze Seite' })).toBeTruthy();
  });
});
