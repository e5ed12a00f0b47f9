import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPortal, type Portal } from '../../../scripts/portal/server.ts';

let portal: Portal;
beforeAll(async () => void (portal = await startPortal()));
afterAll(() => portal.close());

describe('the sample portal', () => {
  it('listens on the loopback address only', () => {
    expect(portal.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each([
    ['/', 200, 'Welcome'],
    ['/500', 500, 'Correlation ID'],
    ['/api/invoices', 503, 'unavailable'],
    ['/redirect', 200, 'ACME-4032'],
    ['/german', 200, 'Fehlercode'],
    ['/pdf', 200, '%PDF-1.4'],
    ['/anything/else', 200, 'All is well'],
  ])('answers %s with %i', async (path, status, text) => {
    const answer = await fetch(portal.origin + path);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(text);
  });

  it('shows hostile text as text', async () => {
    const answer = await fetch(
      `${portal.origin}/echo?text=${encodeURIComponent('</title><script>x</script>')}`,
    );
    expect(await answer.text()).not.toContain('<script>x');
  });

  it('remembers what was asked', async () => {
    await fetch(`${portal.origin}/seen?x=1`);
    expect(portal.requests).toContain('/seen?x=1');
  });
});
