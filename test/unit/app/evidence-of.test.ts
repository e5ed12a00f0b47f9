import { describe, expect, it } from 'vitest';
import { environmentOf, findingsOf } from '../../../lib/app/capture/evidence-of.ts';
import { environment, presentEvidence } from '../../../lib/domain/evidence/page-evidence.ts';
import { createScrubber } from '../../../lib/domain/privacy/scrubber.ts';
import type { PageProbe } from '../../../lib/capture/page-evidence.ts';

const secret = '8f2c91d07ab34e55a1b2c3d4e5f60718';
const probe: PageProbe = {
  navigation: {
    status: 200,
    type: 'navigate',
    ttfbMs: 10,
    domContentLoadedMs: 20,
    loadMs: 30,
    lcpMs: 0,
    longTasks: 0,
    longestTaskMs: 0,
    serverTiming: [],
    protocol: 'h2',
  },
  requests: [],
  requestsSeen: 3,
  requestListFull: false,
  lines: [],
  traces: [
    `Error: token=${secret}\n    at save (https://portal.example/app.js?access_token=${secret}:12:34)`,
  ],
  sensitive: [],
  pageAgeMs: 5000,
  frames: 0,
  contentType: 'text/html',
  environment: {
    dpr: 188,
    viewport: { width: 853, height: 480 },
    screen: { width: 1280, height: 720 },
    scroll: { x: 0, y: 12 },
    online: true,
    connection: '',
    rttMs: -1,
    dark: false,
    userAgent: 'x',
    cookiesEnabled: true,
    pageLanguage: 'de',
  },
};
const machine = {
  browser: 'Chromium',
  browserVersion: '156',
  os: 'Linux',
  extensionVersion: '0.1.0',
  uiLanguage: 'de',
  languages: ['de'],
};

describe('what is recorded of the failing page', () => {
  it('has density, zoom and window as they were measured there, and nothing that was not', () => {
    const known = environmentOf(machine, 150, { ok: true, probe });
    expect(environment.safeParse(known).success).toBe(true);
    expect(known).toMatchObject({
      dprPercent: 188,
      zoomPercent: 150,
      viewport: { width: 853, height: 480 },
      scroll: { x: 0, y: 12 },
    });
    const unknown = environmentOf(machine, null, { ok: false, reason: 'hung' });
    expect(Object.keys(unknown).sort()).toEqual(Object.keys(machine).sort());
  });

  it('has the error stacks that stood on it, without their secrets', () => {
    const scrubber = createScrubber({ secret: new Uint8Array(32) });
    const { evidence, masked } = findingsOf('https://portal.example/', { ok: true, probe }, scrubber);
    expect(presentEvidence.safeParse(evidence).success).toBe(true);
    expect(evidence).toMatchObject({
      stacks: [{ frames: [{ at: 'save', line: 12, column: 34 }] }],
    });
    expect(JSON.stringify(evidence)).not.toContain(secret);
    expect(Object.values(masked).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(2);
  });
});
