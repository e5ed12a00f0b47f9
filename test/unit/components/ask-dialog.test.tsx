// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AskDialog } from '../../../components/promises/AskDialog.tsx';
import { TextField } from '../../../components/ui/Field.tsx';

afterEach(cleanup);

describe('AskDialog', () => {
  it('begins in its first field, and sending the form saves', async () => {
    const saved = vi.fn<() => void>();
    render(
      <AskDialog title="Delivered" save="Save" onSave={saved} onClose={() => undefined}>
        <TextField label="When" value="" onText={() => undefined} />
      </AskDialog>,
    );
    const field = await screen.findByLabelText('When');
    await vi.waitFor(() => expect(document.activeElement).toBe(field));
    const form = field.closest('form');
    if (form) fireEvent.submit(form);
    expect(saved).toHaveBeenCalledOnce();
  });
});
