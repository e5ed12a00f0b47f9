// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { Findings } from '../../../components/popup/Findings.tsx';
import { SpeechContext } from '../../../components/popup/words.ts';
import type { PopupSpeech } from '../../../components/popup/words.ts';
import type { Chip } from '../../../lib/domain/evidence/page-evidence.ts';
import { wordsOf } from '../../../lib/i18n/area.ts';
import { popup } from '../../../lib/i18n/popup/popup.ts';

const speech: PopupSpeech = {
  t: wordsOf(popup, 'en'),
  language: 'en',
  time: (at) => at,
  until: (by) => by,
  day: (at) => at,
};
const CHIPS: readonly Chip[] = [
  { id: 'c1', kind: 'error-id', label: 'Request ID', value: '8f2c' },
  { id: 'c2', kind: 'error-id', label: 'Ray ID', value: '77aa' },
];

function Lab({ said }: { said: string[] }) {
  const [off, setOff] = useState<readonly string[]>([]);
  const controller = {
    removeChip(id: string, back = false): Promise<void> {
      said.push(`${back ? 'back' : 'off'} ${id}`);
      setOff(back ? off.filter((one) => one !== id) : [...off, id]);
      return Promise.resolve();
    },
  };
  const chips = CHIPS.filter(({ id }) => !off.includes(id));
  return (
    <SpeechContext.Provider value={speech}>
      <Findings chips={chips} controller={controller} />
    </SpeechContext.Provider>
  );
}

afterEach(cleanup);

describe('findings in the popup', () => {
  it('can be left out and brought back by the keyboard, one after the other', () => {
    const said: string[] = [];
    render(<Lab said={said} />);
    fireEvent.click(screen.getByRole('button', { name: /Leave out: Request ID/ }));
    const undo = screen.getByRole('button', { name: /Undo: Request ID/ });
    expect(document.activeElement).toBe(undo);
    fireEvent.click(undo);
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
    expect(screen.getByRole('button', { name: /Leave out: Request ID/ })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: /Leave out: Ray ID/ }));
    fireEvent.click(screen.getByRole('button', { name: /Leave out: Request ID/ }));
    expect(screen.getByRole('button', { name: /Undo: Request ID/ })).toBeDefined();
    expect(said).toEqual(['off c1', 'back c1', 'off c2', 'off c1']);
  });
});
