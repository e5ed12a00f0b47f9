// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Address } from '../../../components/ui/Address.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Checkbox } from '../../../components/ui/Checkbox.tsx';
import { Dialog } from '../../../components/ui/Dialog.tsx';
import { TextField } from '../../../components/ui/Field.tsx';
import { ProgressBar } from '../../../components/ui/ProgressBar.tsx';
import { createToasts } from '../../../components/ui/toasts.ts';
import { ToastRegion } from '../../../components/ui/ToastRegion.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('controls', () => {
  it('ties label, hint and error to the field', () => {
    render(
      <TextField label="Ticket" hint="As printed" error="Too long." value="x" onText={() => undefined} />,
    );
    const field = screen.getByLabelText('Ticket');
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'As printed',
      'Too long.',
    ]);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });
  it('does nothing while busy, but keeps the focus', () => {
    const run = vi.fn<() => void>();
    render(
      <Button busy onClick={run}>
        Save
      </Button>,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(run).not.toHaveBeenCalled();
    expect(screen.getByRole('button').hasAttribute('disabled')).toBe(false);
  });
  it('shows that only some are chosen', async () => {
    render(<Checkbox label="All" checked={false} partly onChecked={() => undefined} />);
    await waitFor(() => expect(screen.getByRole('checkbox')).toHaveProperty('indeterminate', true));
  });
  it('shows control characters of an address instead of obeying them', () => {
    render(<Address text={'https://a.example/\u202Egpj.exe'} />);
    expect(document.body.textContent).not.toContain('\u202E');
  });
  it('counts long work and lets people stop it', () => {
    const stop = vi.fn<() => void>();
    render(<ProgressBar label="Export" done={1200} total={5000} onCancel={stop} />);
    screen.getByText('1,200 of 5,000');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(stop).toHaveBeenCalledOnce();
  });
});

describe('dialog', () => {
  it('opens as a modal with its title as name and reports closing', async () => {
    const closed = vi.fn<() => void>();
    render(
      <Dialog open title="Delete for good" onClose={closed}>
        Text
      </Dialog>,
    );
    await screen.findByRole('dialog', { name: 'Delete for good' });
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(closed).toHaveBeenCalled());
  });
  it('is closed, not just removed, when it is taken away, and then tells nobody', async () => {
    const closed = vi.fn<() => void>();
    const { unmount } = render(
      <Dialog open title="Delete for good" onClose={closed}>
        Text
      </Dialog>,
    );
    const dialog = await screen.findByRole('dialog', { name: 'Delete for good' });
    const left = vi.fn<() => void>();
    dialog.addEventListener('close', left);
    unmount();
    await waitFor(() => expect(left).toHaveBeenCalled());
    expect(closed).not.toHaveBeenCalled();
  });
});

describe('toasts', () => {
  it('go by themselves, except problems', async () => {
    vi.useFakeTimers();
    const toasts = createToasts();
    render(<ToastRegion toasts={toasts} />);
    await act(() => {
      toasts.show({ text: 'Moved to the trash' });
      toasts.show({ text: 'Not saved', tone: 'problem' });
    });
    expect(screen.getByRole('status').textContent).toContain('Moved to the trash');
    await act(() => void vi.advanceTimersByTime(9000));
    expect(screen.queryByText('Moved to the trash')).toBeNull();
    screen.getByText('Not saved');
  });
  it('stay while they are pointed at', async () => {
    vi.useFakeTimers();
    const toasts = createToasts();
    render(<ToastRegion toasts={toasts} />);
    await act(() => toasts.show({ text: 'Deleted', action: { label: 'Undo', run: () => undefined } }));
    fireEvent.pointerEnter(screen.getByText('Deleted').closest('li') ?? document.body);
    await act(() => void vi.advanceTimersByTime(20_000));
    screen.getByText('Deleted');
  });
});
