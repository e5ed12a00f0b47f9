// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PartsLeft } from '../../../components/data/PartsLeft.tsx';

afterEach(cleanup);

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

describe('the further files of what is too large for one', () => {
  it('are handed over one press after the other, and it says how many are left and when all are there', async () => {
    const onSave = vi.fn(async () => {});
    render(<PartsLeft of={3} onSave={onSave} />);
    expect(screen.getByText(/1 of 3 files were handed to your downloads/)).toBeTruthy();
    press('Save file 2 of 3');
    await screen.findByText(/2 of 3 files/);
    press('Save file 3 of 3');
    await screen.findByText('All 3 files were handed over. Keep them together.');
    expect(screen.queryByRole('button')).toBeNull();
    expect(onSave.mock.calls).toEqual([[1], [2]]);
  });

  it('offers the same file again where it could not be handed over', async () => {
    const onSave = vi.fn(async () => {});
    onSave.mockRejectedValueOnce(new Error('The picture is gone.'));
    render(<PartsLeft of={2} onSave={onSave} />);
    press('Save file 2 of 2');
    await screen.findByText(/File 2 of 2 could not be handed to your downloads/);
    press('Save file 2 of 2');
    await screen.findByText('All 2 files were handed over. Keep them together.');
    expect(onSave.mock.calls).toEqual([[1], [1]]);
  });
});
