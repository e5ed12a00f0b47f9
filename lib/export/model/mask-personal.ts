import type { SharedIssue } from './shared-issue.ts';

/** Masks personal data in a text; given by the app from the domain's scrubber. */
export type MaskText = (text: string) => string;

/** The issue with every free text masked; identifiers, times and numbers stay as they are. */
export function maskPersonal(issue: SharedIssue, mask: MaskText): SharedIssue {
  const maybe = (text: string | null) => (text === null ? null : mask(text));
  return {
    ...issue,
    title: mask(issue.title),
    description: mask(issue.description),
    url: maybe(issue.url),
    ...(issue.labels ? { labels: issue.labels.map(mask) } : {}),
    tickets: issue.tickets,
    occurrences: issue.occurrences.map((one) => ({
      ...one,
      page: { ...one.page, url: maybe(one.page.url), title: mask(one.page.title) },
      evidence:
        one.evidence.state === 'present'
          ? {
              ...one.evidence,
              requests: one.evidence.requests.map((request) => ({ ...request, url: mask(request.url) })),
            }
          : one.evidence,
      ...(one.findings
        ? { findings: one.findings.map((chip) => ({ ...chip, value: mask(chip.value) })) }
        : {}),
    })),
    events: issue.events.map((event) => ({ ...event, text: mask(event.text) })),
  };
}
