import type { SharedIssue, SharedPicture } from './shared-issue.ts';

/** Masks personal data in a text; given by the app from the domain's scrubber. */
export type MaskText = (text: string) => string;

const ORIGIN = /([a-z][a-z0-9+.-]{0,20}:\/\/)([^\s/?#]{1,300})/gi;
const NUMERIC_HOST = /^[\d.]{7,15}(?::\d{1,5})?$/;

/** Everything but these words goes through the mask. */
function around(text: string, [word, ...others]: readonly string[], mask: MaskText): string {
  if (text === '') return '';
  if (word === undefined) return mask(text);
  const pieces = text.split(word);
  // `bob@192.0.2.1` is a person's address, not the site's.
  if (pieces.slice(0, -1).some((piece) => piece.endsWith('@'))) return mask(text);
  return pieces.map((piece) => around(piece, others, mask)).join(word);
}

/**
 * The mask for texts in which addresses may stand. Which site failed is what a report is about, so the host of an
 * address is never touched, nor the issue's own host where a text names it alone.
 */
function sparingHosts(hosts: readonly string[], mask: MaskText): MaskText {
  return (text) => {
    let masked = '';
    let done = 0;
    for (const found of text.matchAll(ORIGIN)) {
      const [whole, scheme = '', authority = ''] = found;
      const host = authority.slice(authority.lastIndexOf('@') + 1);
      const user = authority.slice(0, authority.length - host.length);
      masked += around(text.slice(done, found.index), hosts, mask) + scheme;
      masked += (user === '' ? '' : mask(user)) + host;
      done = found.index + whole.length;
    }
    return masked + around(text.slice(done), hosts, mask);
  };
}

function hostsOf(issue: SharedIssue): string[] {
  const all = [issue.host, ...issue.occurrences.map(({ page }) => page.host)];
  const numeric = all.filter((host) => host !== null).filter((host) => NUMERIC_HOST.test(host));
  // The longest first: `192.0.2.1:8080` before `192.0.2.1`.
  return [...new Set(numeric)].sort((a, b) => b.length - a.length);
}

type Occurrence = SharedIssue['occurrences'][number];
type Stack = Extract<Occurrence['evidence'], { state: 'present' }>['stacks'];

function maskedPicture<P extends SharedPicture>(picture: P, mask: MaskText): P {
  return 'caption' in picture && picture.caption !== undefined
    ? { ...picture, caption: mask(picture.caption) }
    : picture;
}

function maskedPointer<P extends NonNullable<Occurrence['pointedAt']>>(pointed: P, mask: MaskText): P {
  return 'text' in pointed
    ? { ...pointed, text: mask(pointed.text) }
    : { ...pointed, url: mask(pointed.url) };
}

function maskedStack<S extends NonNullable<Stack>[number]>(stack: S, mask: MaskText): S {
  return {
    ...stack,
    message: mask(stack.message),
    frames: stack.frames.map((frame) => ({ ...frame, at: mask(frame.at), file: mask(frame.file) })),
  };
}

/** The issue with every free text masked; identifiers, times, numbers and hosts stay as they are. */
export function maskPersonal(issue: SharedIssue, maskText: MaskText): SharedIssue {
  const mask = sparingHosts(hostsOf(issue), maskText);
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
      ...(one.description === undefined ? {} : { description: mask(one.description) }),
      ...(one.systemName === undefined ? {} : { systemName: mask(one.systemName) }),
      ...(one.pointedAt === undefined ? {} : { pointedAt: maskedPointer(one.pointedAt, mask) }),
      picture: maskedPicture(one.picture, mask),
      page: { ...one.page, url: maybe(one.page.url), title: mask(one.page.title) },
      evidence:
        one.evidence.state === 'present'
          ? {
              ...one.evidence,
              requests: one.evidence.requests.map((request) => ({ ...request, url: mask(request.url) })),
              ...(one.evidence.stacks === undefined
                ? {}
                : { stacks: one.evidence.stacks.map((stack) => maskedStack(stack, mask)) }),
            }
          : one.evidence,
      ...(one.findings
        ? { findings: one.findings.map((chip) => ({ ...chip, value: mask(chip.value) })) }
        : {}),
    })),
    pictures: issue.pictures.map((one) => ({
      ...one,
      url: maybe(one.url),
      picture: maskedPicture(one.picture, mask),
    })),
    files: issue.files.map((one) => ({
      ...one,
      caption: mask(one.caption),
      file: one.file.state === 'present' ? { ...one.file, name: mask(one.file.name) } : one.file,
    })),
    events: issue.events.map((event) => ({ ...event, text: mask(event.text) })),
  };
}
