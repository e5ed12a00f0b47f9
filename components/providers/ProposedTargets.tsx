import { useId, useMemo } from 'preact/hooks';
import type { AgreementVersion } from '../../lib/domain/directory/agreement.ts';
import {
  ACHIEVED_PERCENT,
  FEWEST,
  proposeTargets,
  withProposed,
  type MeasuredIssue,
  type ProposedTarget,
  type ProposedTime,
} from '../../lib/domain/directory/propose-targets.ts';
import type { Priority } from '../../lib/domain/issue/priority.ts';
import { setup } from '../../lib/i18n/setup/setup.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Button } from '../ui/Button.tsx';
import './setup.css';

type Targets = AgreementVersion['targets'];

type Props = Readonly<{
  /** Of one provider and the period that is looked at. */
  issues: readonly MeasuredIssue[];
  /** What is agreed now; its targets stand beside the proposals. */
  version: Pick<AgreementVersion, 'targets'>;
  /** Undefined where nothing can be changed. */
  onApply?: ((targets: Targets) => void) | undefined;
}>;

const NAMES = { 1: 'P1', 2: 'P2', 3: 'P3', 4: 'P4', 5: 'P5' } as const;
const nameOf = (priority: Priority | null) => (priority === null ? 'any' : NAMES[priority]);

const isProposed = ({ response, resolution }: ProposedTarget) =>
  response.proposedMin !== null || resolution.proposedMin !== null;

/** Working time is said in hours, however many: a day of it has no fixed length. */
function useWorkingTime(): (minutes: number) => string {
  const format = useFormat();
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return `${format.number(rest)} min`;
    return rest === 0 ? `${format.number(hours)} h` : `${format.number(hours)} h ${format.number(rest)} min`;
  };
}

/** What could be agreed because it is achieved already: for each priority, with how many cases stand behind it. */
export function ProposedTargets({ issues, version, onApply }: Props) {
  const t = useText(setup).proposed;
  const format = useFormat();
  const heading = useId();
  const proposals = useMemo(() => proposeTargets(issues), [issues]);
  const any = proposals.some(isProposed);
  return (
    <section class="proposed" aria-labelledby={heading}>
      <h3 id={heading}>{t.heading}</h3>
      {proposals.length === 0 ? (
        <p class="quiet">{t.empty(FEWEST)}</p>
      ) : (
        <>
          <p>{any ? t.sentence(format.percent(ACHIEVED_PERCENT / 100)) : t.empty(FEWEST)}</p>
          <table class="proposed-table">
            <thead>
              <tr>
                <th scope="col">{t.priority}</th>
                <th scope="col">{t.response}</th>
                <th scope="col">{t.resolution}</th>
              </tr>
            </thead>
            <tbody>
              {proposals.map((one) => (
                <Line
                  key={nameOf(one.priority)}
                  proposal={one}
                  agreed={version.targets[nameOf(one.priority)]}
                />
              ))}
            </tbody>
          </table>
          <p class="quiet small">{t.hint}</p>
          {any && onApply && (
            <div class="setup-actions">
              <Button onClick={() => onApply(withProposed(version.targets, proposals))}>{t.apply}</Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function Line({ proposal, agreed }: { proposal: ProposedTarget; agreed: Targets['any'] }) {
  const t = useText(setup).proposed;
  const { priority, response, resolution } = proposal;
  return (
    <tr>
      <th scope="row">{priority === null ? t.none : NAMES[priority]}</th>
      <Cell label={t.response} time={response} agreedMin={agreed?.responseMin} />
      <Cell label={t.resolution} time={resolution} agreedMin={agreed?.resolutionMin} />
    </tr>
  );
}

function Cell({
  label,
  time,
  agreedMin,
}: {
  label: string;
  time: ProposedTime;
  agreedMin: number | undefined;
}) {
  const t = useText(setup).proposed;
  const say = useWorkingTime();
  const { n, open, achievedMin, proposedMin } = time;
  const why =
    achievedMin !== null
      ? t.from(say(achievedMin), n, open)
      : n < FEWEST
        ? t.tooFew(n, open, FEWEST)
        : t.notReached(n, open);
  return (
    <td data-label={label}>
      {proposedMin !== null && <span class="proposed-time">{t.within(say(proposedMin))}</span>}
      <span class="proposed-why">{why}</span>
      {agreedMin !== undefined && <span class="proposed-why">{t.now(say(agreedMin))}</span>}
    </td>
  );
}
