import { counter } from '../plural.ts';

const n = counter('en');

/** The draft of a credit claim. */
export const claim = {
  subject: (p: string) => `SLA Credit Request: ${p}`,
  contract: 'Agreement',
  account: 'Account or tenant',
  toFill: '(to be filled in)',
  rules: 'Filing',
  channel: 'To',
  must: 'Subject must contain',
  evidence: 'Evidence asked for',
  notAgreed: 'No claim rule has been entered for this agreement.',
  incidents: 'Incidents',
  start: 'Start (UTC)',
  startLocal: 'Start (contract zone)',
  end: 'End (UTC)',
  minutes: 'Whole minutes',
  sure: 'Certain',
  yes: 'yes',
  maybe: 'cannot be shown',
  running: 'still down',
  none: 'No outage is recorded in this period.',
  computation: 'Computation',
  formula: 'Availability = (minutes of the window − minutes down) ÷ minutes of the window.',
  exclusions: 'Exclusions',
  exclusionsText:
    'Planned maintenance is not recorded here and has to be checked before filing. Withdrawn issues are not counted.',
  draft: 'Casebook drafts this claim; a person checks and files it.',
  who: 'Who is hit',
  users: 'Users hit (number)',
  places: 'Locations',
  impact: 'As recorded',
  teams: 'Teams that saw it',
  saw: 'What we saw',
  requests: 'Requests that failed',
  requestsText:
    'Read from the page when it was recorded. The time is when the request began, worked out from the age of the page; ~ means only that it was before the recording.',
  moreRequests: (count: number) =>
    n(count, {
      one: '# more failed request is not listed.',
      other: '# more failed requests are not listed.',
    }),
  request: 'Request',
  status: 'Status',
  began: 'Began (UTC)',
  noRequests: 'No failed request was recorded with these outages.',
  errors: 'Errors and error ids shown',
  error: 'Shown',
  kind: 'What',
  moreErrors: (count: number) => n(count, { one: '# more is not listed.', other: '# more are not listed.' }),
  did: 'What we did, and when',
  didCaption: 'Our own steps in these issues',
  when: 'When (UTC)',
  step: 'Step',
  noSteps: 'No step of ours is recorded with these outages.',
  moreSteps: (count: number) =>
    n(count, { one: '# more step is in annex B.', other: '# more steps are in annex B.' }),
  masked: 'What was masked',
  maskedText: (count: number) =>
    n(count, {
      zero: 'No secret was found in what was recorded with these outages.',
      one: '# secret (a password, key, token or the like) was replaced by a mark before anything was stored.',
      other:
        '# secrets (passwords, keys, tokens and the like) were replaced by marks before anything was stored.',
    }),
  contact: 'Who to contact on our side',
};
