import { describe, expect, it } from 'vitest';
import { z } from '../../../../lib/domain/z.ts';
import { chipsOf } from '../../../../lib/domain/evidence/chips.ts';
import type { ChipFacts } from '../../../../lib/domain/evidence/chips.ts';
import { errorIdsIn } from '../../../../lib/domain/evidence/error-ids.ts';
import { visibleErrorLines } from '../../../../lib/domain/evidence/error-lines.ts';
import { chip } from '../../../../lib/domain/evidence/page-evidence.ts';
import { createScrubber } from '../../../../lib/domain/privacy/scrubber.ts';
import { SECRETS } from '../../../support/corpus/secrets.ts';
import { HOSTILE } from '../../../bench/scrubber.bench.ts';
import { quickestMs } from '../../../support/quick.ts';

const scrubber = createScrubber({ secret: new Uint8Array(32) });
const uuid = '0190f5a2-7c3b-4e1a-9d2c-5b8e4f6a1c3d';
const chipsFrom = (facts: Partial<ChipFacts>) =>
  chipsOf({ pageTextLines: [], requests: [], pageState: 'ok', ...facts }, scrubber).chips;

describe('ids in visible text', () => {
  it.each([
    [`Request ID: ${uuid}`, 'Request ID', uuid],
    [`Correlation ID ${uuid}`, 'Correlation ID', uuid],
    [`correlation-id=${uuid}`, 'correlation-id', uuid],
    ['Cloudflare Ray ID: 8f1c2d3e4b5a6978 • Your IP: hidden', 'Cloudflare Ray ID', '8f1c2d3e4b5a6978'],
    ['Ray ID: 8f1c2d3e4b5a6978', 'Ray ID', '8f1c2d3e4b5a6978'],
    ['Trace ID: 4bf92f3577b34da6a3ce929d0e0e4736', 'Trace ID', '4bf92f3577b34da6a3ce929d0e0e4736'],
    ['Session ID: 38af21c0', 'Session ID', '38af21c0'],
    ['Error code: ERR_CONNECTION_REFUSED', 'Error code', 'ERR_CONNECTION_REFUSED'],
    ['Error code 1020', 'Error code', '1020'],
    ['Reference #18.7c2e1602.1763906112.5a1b3c', 'Reference', '18.7c2e1602.1763906112.5a1b3c'],
    ['Reference number: RF-2026-004711.', 'Reference number', 'RF-2026-004711'],
    ['Incident: INC0012345', 'Incident', 'INC0012345'],
    ['Incident ID is INC0012345', 'Incident ID', 'INC0012345'],
    ['Digest: 2338723191', 'Digest', '2338723191'],
    ['(Support ID: 7481920374)', 'Support ID', '7481920374'],
    ['Vorgangsnummer: 2026-88121', 'Vorgangsnummer', '2026-88121'],
    ['Ihre Vorgangs-ID lautet VG-771-A', 'Vorgangs-ID', 'VG-771-A'],
    ['Fehlercode 0x80070005', 'Fehlercode', '0x80070005'],
    ['Fehler-Code: PAY-4711', 'Fehler-Code', 'PAY-4711'],
    ['Fehlernummer: 42', 'Fehlernummer', '42'],
    ['Korrelations-ID: a1b2c3d4', 'Korrelations-ID', 'a1b2c3d4'],
    ['Anfrage-ID: a1b2c3d4', 'Anfrage-ID', 'a1b2c3d4'],
    ['Störungsnummer: S-1', 'Störungsnummer', 'S-1'],
    ['Referenznummer: 12345', 'Referenznummer', '12345'],
    ['Sitzungs-ID: ab12cd', 'Sitzungs-ID', 'ab12cd'],
  ])('%s', (line, label, value) => {
    expect(errorIdsIn(['Welcome', line])).toContainEqual({ label, value });
  });

  it('are found when the value stands in the next element', () => {
    expect(errorIdsIn(['Request ID', uuid, 'Time', '14:02'])).toEqual([{ label: 'Request ID', value: uuid }]);
    expect(errorIdsIn(['Fehlercode:', 'E-17'])).toEqual([{ label: 'Fehlercode', value: 'E-17' }]);
  });

  it('are found without a label when they speak for themselves', () => {
    expect(
      errorIdsIn(['DNS_PROBE_FINISHED_NXDOMAIN', 'AADSTS50011: mismatch', 'HTTP ERROR 502']).map(
        ({ value }) => value,
      ),
    ).toEqual(['DNS_PROBE_FINISHED_NXDOMAIN', 'AADSTS50011', 'HTTP ERROR 502']);
  });

  it.each([
    'Reference manual',
    'Incident response team',
    'Ticket shop',
    'Event ID badge',
    'Session expired',
    'Referenz und Beispiele',
    'Incident at 14:30',
    'Report number of visitors',
    'Digest of the week',
  ])('are not seen in %j', (line) => {
    expect(errorIdsIn([line])).toEqual([]);
  });

  it('appear once each, with the label that was printed', () => {
    expect(errorIdsIn(['ERR_TIMED_OUT', 'Error code: ERR_TIMED_OUT', 'Error code: ERR_TIMED_OUT'])).toEqual([
      { label: 'Error code', value: 'ERR_TIMED_OUT' },
    ]);
  });
});

describe('lines that tell of a failure', () => {
  it.each([
    'Something went wrong. Please try again later.',
    'Error 500: Internal Server Error',
    'The order could not be saved.',
    'You can’t access this page',
    'Payment failed',
    'Es ist ein Fehler aufgetreten.',
    'Die Bestellung konnte leider nicht gespeichert werden.',
    'Der Dienst ist derzeit nicht verfügbar.',
    'Zeitüberschreitung der Anforderung',
    'Hoppla, da ist etwas schiefgelaufen!',
    'Zugriff verweigert: Sie haben keine Berechtigung',
    'Sorry, unexpected problem. Please retry',
  ])('%s', (line) => {
    expect(visibleErrorLines(['Home', 'Orders', line, 'Imprint'])).toEqual([line]);
  });

  it.each([
    'Errors',
    'Support',
    'Welcome back',
    'Kontakt und Support',
    'Terror in fiction',
    'Fehlerfrei',
    'Issue tracker',
    'Open orders: 12',
  ])('do not include %j', (line) => {
    expect(visibleErrorLines([line])).toEqual([]);
  });

  it('are the sentence that says it, when a paragraph does', () => {
    const paragraph = `${'Lorem ipsum dolor sit amet. '.repeat(12)}The export failed because of a timeout. ${'Et cetera. '.repeat(10)}`;
    expect(visibleErrorLines([paragraph])).toEqual(['The export failed because of a timeout.']);
  });
});

describe('chips', () => {
  it('put the page first, then ids, failed requests, texts, slow requests', () => {
    const chips = chipsFrom({
      pageState: 'http-error',
      navigation: { status: 503, loadMs: 12_000 },
      pageTextLines: ['Service unavailable right now', `Request ID: ${uuid}`],
      requests: [
        { url: 'https://h/api/a?x=1', status: 502, durationMs: 10, problem: 'failed' },
        { url: 'https://h/api/a?x=2', status: 502, durationMs: 10, problem: 'failed' },
        { url: 'https://h/api/dead', status: 0, durationMs: 10, problem: 'failed' },
        { url: 'https://h/api/slow', status: 200, durationMs: 4200, problem: 'slow' },
        { url: 'https://h/img', status: 0, durationMs: 1, problem: 'unknown' },
      ],
      requestListFull: true,
    });
    expect(chips.map(({ kind, label, value, count }) => [kind, label, value, count])).toEqual([
      ['status', '', '503', undefined],
      ['slow-page', '', '12000 ms', undefined],
      ['error-id', 'Request ID', uuid, undefined],
      ['request-failed', '502', 'https://h/api/a', 2],
      ['request-failed', '', 'https://h/api/dead', 1],
      ['error-text', '', 'Service unavailable right now', undefined],
      ['request-slow', '4200 ms', 'https://h/api/slow', 1],
      ['request-list-full', '', '', undefined],
    ]);
    expect(z.array(chip).safeParse(chips).success).toBe(true);
  });

  it('name an error page', () => {
    expect(chipsFrom({ pageState: 'error-page' }).map(({ kind }) => kind)).toEqual(['error-page']);
  });

  it('have ids made from their content, so that the same finding is the same chip', () => {
    const once = chipsFrom({ pageTextLines: [`Request ID: ${uuid}`] });
    expect(chipsFrom({ pageTextLines: ['x', `Request ID: ${uuid}`] })).toEqual(once);
    expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
  });

  it('keep the ids that vendors search for and never show a secret', () => {
    for (const { raw, said, places } of SECRETS) {
      // Known by its name only: a random word behind "Request ID" cannot be told from an id.
      const hasShape = places.includes('path');
      const lines = [
        `Error: request failed for ${said}`,
        ...(hasShape ? [`Request ID: ${raw}`, `Error code ${raw}`] : []),
      ];
      const { chips } = chipsOf({ pageTextLines: lines, requests: [], pageState: 'ok' }, scrubber);
      for (const { value } of chips) expect(value).not.toContain(raw.split('\n').at(1) ?? raw);
    }
    const jwt = SECRETS.find((s) => s.kind === 'jwt')?.raw ?? '';
    const session = SECRETS.find((s) => s.kind === 'cookie')?.raw ?? '';
    expect(chipsFrom({ pageTextLines: [`Session ID: ${jwt}`, `Session ID: ${session}`] })).toEqual([]);
    expect(chipsFrom({ pageTextLines: [`Session ID: ${uuid}`] })).toHaveLength(1);
  });

  it('keep characters that reorder text for the reader to mark, and no controls', () => {
    const [only] = chipsFrom({ pageTextLines: ['Loading failed\u0000 \u202egpj'] });
    expect(only?.value).toBe('Loading failed\ufffd \u202egpj');
  });

  it(
    'are at most 40, each valid, whatever the page says, and found in linear time',
    { timeout: 60_000 },
    async () => {
      for (const [name, text] of Object.entries(HOSTILE)) {
        const given = {
          pageTextLines: [text, ...(text.match(/[^]{1,300}/gu) ?? [])],
          requests: Array.from({ length: 50 }, (_, i) => ({
            url: `https://h/${i}`,
            status: 500,
            durationMs: 1,
            problem: 'failed' as const,
          })),
        };
        const chips = chipsFrom(given);
        const slow = (await quickestMs(() => chipsFrom(given), 2000)) >= 2000;
        expect({ name, slow }).toEqual({ name, slow: false });
        expect(chips.length).toBeLessThanOrEqual(40);
        expect(z.array(chip).safeParse(chips).success).toBe(true);
      }
      const many = Array.from({ length: 3000 }, (_, i) => `Request ID: ${i}a${i} failed with error`);
      expect(chipsFrom({ pageTextLines: many }).length).toBeLessThanOrEqual(40);
    },
  );
});
