// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Thumbs } from '../../../components/evidence/Thumbs.tsx';
import { AppContext } from '../../../components/state/app.tsx';
import type { App } from '../../../components/state/app.tsx';
import type { IssuePicture } from '../../../lib/domain/issue/issue-evidence.ts';

const shown = vi.fn(() => Promise.resolve(null));
const app = { services: { pictures: { shown } } } as unknown as App; // as: all that a small picture asks for
const pictures = Array.from(
  { length: 1000 },
  (_, n) => ({ pictureId: `p${n}`, caption: '', drawing: null, picture: { sha256: `${n}` } }) as IssuePicture, // as: what is looked at
);

function draw(chosen: number) {
  const onChoose = vi.fn();
  const view = (at: number) => (
    <AppContext.Provider value={app}>
      <Thumbs pictures={pictures} chosen={at} onChoose={onChoose} />
    </AppContext.Provider>
  );
  const { rerender } = render(view(chosen));
  return { onChoose, choose: (at: number) => rerender(view(at)) };
}
const numbers = (): number[] =>
  screen
    .getAllByRole('button', { name: /^Picture \d+ of/ })
    .map((one) => Number(/\d+/.exec(one.getAttribute('aria-label') ?? '')?.[0]));

afterEach(() => {
  cleanup();
  shown.mockClear();
});

describe('the small pictures of an issue that happened a thousand times', () => {
  it('are those around the chosen one, and only they are read', () => {
    draw(999);
    expect(numbers()).toEqual(Array.from({ length: 13 }, (_, n) => 988 + n));
    expect(shown).toHaveBeenCalledTimes(13);
    expect(screen.getByRole('button', { current: true }).getAttribute('aria-label')).toContain('1000');
  });

  it('grow on either side, and stay where they are while one of them is chosen', () => {
    const { choose } = draw(500);
    fireEvent.click(screen.getAllByRole('button', { name: /^Show 48 more/ })[0] as Element); // as: there are two
    expect(numbers().at(0)).toBe(489 - 48);
    fireEvent.click(screen.getAllByRole('button', { name: /^Show 48 more/ })[1] as Element); // as: there are two
    const all = numbers();
    expect(all).toHaveLength(25 + 96);
    choose(450);
    expect(numbers()).toEqual(all);
    choose(20);
    expect(numbers()).toEqual(Array.from({ length: 25 }, (_, n) => 9 + n));
  });
});
