import type { AvailabilityWindow } from '../../../lib/domain/accountability/availability-windows.ts';
import type { Agreement } from '../../../lib/domain/directory/agreement.ts';
import type { Estimate } from '../../../lib/domain/accountability/statistics/lost-time.ts';
import { board as words } from '../../../lib/i18n/board/board.ts';
import { useFormat, useText } from '../../state/locale.tsx';
import { PageText } from '../../ui/PageText.tsx';
import { OutageLinks } from './OutageLinks.tsx';
import { useWindowName } from './use-window-name.ts';
import type { AgreedAvailability } from './use-availability.ts';

type Props = Readonly<{ of: AgreedAvailability; named: boolean; asOf: number }>;

/** What was promised and achieved per month, how long it was down, how sure that is, and what comes back. */
export function AvailabilityPart({ of: { agreement, windows }, named, asOf }: Props) {
  const t = useText(words).availability;
  const heading = `board-availability-${agreement.id}`;
  const credits = windows.some(({ credit }) => credit !== null);
  return (
    <section class="board-part" aria-labelledby={heading}>
      <h3 id={heading}>{named ? <PageText text={t.of(agreement.name)} /> : t.heading}</h3>
      {windows.length === 0 ? (
        <p class="quiet">{t.none}</p>
      ) : (
        <table class="prov-table prov-table-stack board-availability">
          <thead>
            <tr>
              <th scope="col">{t.window}</th>
              <th scope="col">{t.standing}</th>
              <th scope="col">{t.achieved}</th>
              <th scope="col">{t.promised}</th>
              <th scope="col">{t.down}</th>
              {credits && <th scope="col">{t.credit}</th>}
              <th scope="col">{t.issues}</th>
            </tr>
          </thead>
          <tbody>
            {windows.map((one) => (
              <Row key={one.span[0]} of={one} agreement={agreement} credits={credits} asOf={asOf} />
            ))}
          </tbody>
        </table>
      )}
      {windows.length > 0 && <p class="quiet small">{t.hint}</p>}
    </section>
  );
}

type RowProps = Readonly<{ of: AvailabilityWindow; agreement: Agreement; credits: boolean; asOf: number }>;

function Row({ of, agreement, credits, asOf }: RowProps) {
  const t = useText(words).availability;
  const format = useFormat();
  const name = useWindowName();
  const { downMs, percent, verdict, doubt, credit } = of;
  const share = (value: number) =>
    (value / 100).toLocaleString(format.tag, { style: 'percent', maximumFractionDigits: 3 });
  /** As entered, and beside it what it can have been. */
  const range = ({ low, likely, high }: Estimate, say: (value: number) => string) => (
    <>
      {say(likely)}
      {say(low) !== say(high) && <span class="prov-under">{t.fromTo(say(low), say(high))}</span>}
    </>
  );
  return (
    <tr>
      <th scope="row">{name(of, agreement.tz)}</th>
      <td data-label={t.standing}>
        <span class={`board-kept board-kept-${verdict}`}>{t.verdict[verdict]}</span>
        {doubt !== null && <span class="prov-under">{t.doubt[doubt]}</span>}
      </td>
      <td class="num" data-label={t.achieved}>
        {percent === null ? <span class="quiet">–</span> : range(percent, share)}
      </td>
      <td class="num" data-label={t.promised}>
        {share(of.targetMilliPercent / 1000)}
      </td>
      <td class="num" data-label={t.down}>
        {range(downMs, (ms) => (ms === 0 ? '0 min' : format.elapsed(ms)))}
      </td>
      {credits && (
        <td class="num" data-label={t.credit}>
          {credit === null ? (
            <span class="quiet">–</span>
          ) : (
            <>
              {credit.sure > 0 ? share(credit.sure) : <span class="quiet">{t.noCredit}</span>}
              {credit.most > credit.sure && <span class="prov-under">{t.upTo(share(credit.most))}</span>}
            </>
          )}
        </td>
      )}
      <td data-label={t.issues}>
        <OutageLinks outages={of.outages} window={name(of, agreement.tz)} tz={agreement.tz} asOf={asOf} />
      </td>
    </tr>
  );
}
