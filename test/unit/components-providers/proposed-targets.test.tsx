// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { ProposedTargets } from '../../../components/providers/ProposedTargets.tsx';
import type { AgreementVersion } from '../../../lib/domain/directory/agreement.ts';
import type { MeasuredIssue } from '../../../lib/domain/directory/propose-targets.ts';
import { MINUTE } from '../../../lib/domain/time/instant.ts';

afterEach(cleanup);

type Targets = AgreementVersion['targets'];

const measured = (minutes: number, stopped = true): MeasuredIssue => ({
  priority: 2,
  response: { verdict: null, stopped, ms: minutes * MINUTE, rawMs: 0 },
  resolution: null,
});

function show(issues: readonly MeasuredIssue[], targets: Targets = {}) {
  const applied: Targets[] = [];
  render(<ProposedTargets issues={issues} version={{ targets }} onApply={(next) => applied.push(next)} />);
  return applied;
}

describe('targets that are already achieved', () => {
  it('are said with the number of cases behind them, and handed on when wanted', () => {
    const applied = show(
      [10, 20, 30, 40, 500].map((minutes) => measured(minutes)),
      { P2: { responseMin: 30 } },
    );
    const line = within(screen.getByRole('row', { name: /P2/ }));
    expect(line.getByText('within 45 min')).toBeTruthy();
    expect(line.getByText('achieved: 40 min (5 cases)')).toBeTruthy();
    expect(line.getByText('agreed: 30 min')).toBeTruthy();
    expect(line.getByText('no case: at least 5 are needed')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Put these into the agreement…' }));
    expect(applied).toEqual([{ P2: { responseMin: 45 } }]);
  });

  it('are not proposed from fewer than five cases', () => {
    show([10, 20, 30, 40].map((minutes) => measured(minutes)));
    expect(screen.getByText('4 cases: at least 5 are needed')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('say when too many wait too long', () => {
    show([
      ...Array.from({ length: 5 }, () => measured(10)),
      ...Array.from({ length: 5 }, () => measured(9000, false)),
    ]);
    expect(screen.getByText('5 cases, 5 still open: too many wait too long')).toBeTruthy();
  });

  it('say what they wait for when there is nothing yet', () => {
    show([]);
    expect(screen.getByText(/As soon as 5 cases of one priority/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
