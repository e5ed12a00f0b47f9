import type { Evidence, FailedRequest } from '../../lib/domain/evidence/page-evidence.ts';
import { visibleText } from '../../lib/domain/privacy/display.ts';
import { issue as words } from '../../lib/i18n/issue/issue.ts';
import { useFormat, useText } from '../state/locale.tsx';
import { Address } from '../ui/Address.tsx';
import './requests.css';

type Present = Extract<Evidence, { state: 'present' }>;

/** Requests that failed or dawdled before the click. */
export function RequestTable({ evidence }: Readonly<{ evidence: Present }>) {
  const t = useText(words).evidence;
  const { requests, requestsSeen, requestListFull } = evidence;
  return (
    <div class="requests">
      {requests.length === 0 ? (
        requestsSeen > 0 && <p class="quiet small">{t.allFine(requestsSeen)}</p>
      ) : (
        <table class="request-table">
          <caption>
            {t.requests} <span class="quiet small">{t.seen(requests.length, requestsSeen)}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t.columns.problem}</th>
              <th scope="col">{t.columns.address}</th>
              <th scope="col">{t.columns.kind}</th>
              <th scope="col" class="request-number">
                {t.columns.start}
              </th>
              <th scope="col" class="request-number">
                {t.columns.duration}
              </th>
            </tr>
          </thead>
          <tbody>
            {requests.map((request, index) => (
              <Row key={index} request={request} />
            ))}
          </tbody>
        </table>
      )}
      {requestListFull && <p class="small">{t.listFull}</p>}
    </div>
  );
}

function Row({ request }: Readonly<{ request: FailedRequest }>) {
  const t = useText(words).evidence;
  const format = useFormat();
  return (
    <tr>
      <td class={`request-result request-${request.problem}`}>
        {t.problems[request.problem]}{' '}
        {request.status === 0 ? (
          <abbr title={t.noStatusLong}>{t.noStatus}</abbr>
        ) : (
          <span class="num">{request.status}</span>
        )}
      </td>
      <td class="request-address">
        <Address text={request.url} />
        {request.serverTiming?.map((line) => (
          <div key={line} class="quiet small">
            <bdi>{visibleText(line)}</bdi>
          </div>
        ))}
      </td>
      <td>{visibleText(request.initiator)}</td>
      <td class="request-number num">{t.afterStart(format.duration(request.startMs))}</td>
      <td class="request-number num">{format.duration(request.durationMs)}</td>
    </tr>
  );
}
