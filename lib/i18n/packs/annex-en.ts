import { counter } from '../plural.ts';

const n = counter('en');

/** The annex, for whoever works on it. */
export const annex = {
  index: 'Annex A: issues',
  indexText: 'Every issue counted here that is described. Entries: their numbers in our log.',
  key: 'Key',
  title: 'Title',
  ticket: 'Their ticket',
  priority: 'Priority',
  seen: 'First seen',
  times: 'Seen',
  status: 'State',
  verdicts: 'First answer / working again / fixed',
  entries: 'Entries',
  verdict: {
    met: 'met',
    missed: 'missed',
    overdue: 'overdue',
    open: 'open',
    cancelled: 'not judged',
    unproven: 'cannot be shown',
  },
  noVerdict: 'none agreed',
  chronology: 'Annex B: chronology of each issue',
  chronologySome: (shown: string, of: string) =>
    `The ${shown} that are open, missed, recurring or latest, of ${of}.`,
  when: 'When',
  side: 'Side',
  what: 'What',
  entry: 'Entry',
  seenAgain: 'seen',
  written: (when: string) => `written down ${when}`,
  alt: (key: string, parts: string) => `Who had the ball in ${key}: ${parts}.`,
  part: (who: string, time: string) => `${who} ${time}`,
  evidence: 'Annex C: evidence',
  evidenceText:
    'Named here by their checksums; the files themselves are in the evidence pack. Of a picture with marks or redactions that is not shown here, only the evidence pack has the copy and its checksum.',
  noEvidence: 'No picture and no file is recorded.',
  file: 'File',
  sha: 'SHA-256',
  captured: 'Recorded',
  redacted: 'Marked or redacted',
  yes: 'yes',
  no: 'no',
  issue: 'Issue',
  figures: 'Annex D: what each figure counts',
  figure: 'Figure',
  /** Of annex A. */
  all: (count: string) => `All ${count} of annex A`,
  ref: 'No.',
  issues: 'Issues',
  notDescribed: (count: number) => n(count, { one: 'and # not described', other: 'and # not described' }),
  promises: 'Annex E: commitments one by one',
  method: 'Annex F: method',
  full: 'Annex G: figures in full',
};

/** How everything was counted. */
export const method = {
  data: (version: string) =>
    `Made with Casebook ${version} from the entries of our own log. An entry is never changed; corrections are entries too.`,
  period:
    'An issue counts in the period in which it was first seen; a commitment by the date first promised.',
  sides: 'Time is with the side that had to act next. Waits that both agreed on are with nobody.',
  verdicts:
    'Met, missed, or cannot be shown: where the recorded times leave room for both, no verdict is given.',
  small: 'Fewer than five are only counted. Below 30 the 95 % interval (Wilson) stands in brackets.',
  calendar: (agreement: string, calendar: string, tz: string) =>
    `${agreement}: working time by “${calendar}” (${tz}).`,
  ours: (team: string, calendar: string, tz: string) =>
    `Our team ${team}: working time by “${calendar}” (${tz}).`,
  since: (when: string) => `Recorded since ${when}. What happened before is not known here.`,
  chain: (ledger: string, count: string, head: string) =>
    `Chain head of log ${ledger} after ${count} entries: ${head}`,
  lag: 'The accounts were still being worked out when this was made: figures may change.',
  machine:
    'A machine-readable file and the proof that nothing was changed since are made with “Evidence pack”.',
};
