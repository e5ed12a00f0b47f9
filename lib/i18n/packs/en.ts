import { annex, method } from './annex-en.ts';
import { claim } from './claim-en.ts';
import { more } from './more-en.ts';
import { counter } from '../plural.ts';

const n = counter('en');

/** Words of packs. Facts only: no adjectives about people, no motives, our own share first. `p` is the provider's name. */
export const en = {
  kind: {
    conversation: 'Conversation pack',
    review: 'Quarterly review',
    issue: 'Single issue',
    claim: 'Credit claim (draft)',
    handover: 'Hand-over pack',
  },
  title: (kind: string, p: string) => `${kind}: ${p}`,
  us: 'Us',
  head: {
    provider: 'Provider',
    period: 'Period',
    allTime: 'All time',
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    asOf: 'As of',
    zone: 'Times in',
    counted: 'Counted',
    issues: (count: number) => n(count, { one: '# issue', other: '# issues', zero: 'no issues' }),
    system: 'System',
    team: 'Team',
    leftOut: 'Left out by us',
    leftOutText: (count: number) =>
      n(count, {
        one: '# issue is not described here; the figures count it',
        other: '# issues are not described here; the figures count them',
      }),
    nothing: 'nothing',
    picturesLeftOut: (count: number) =>
      n(count, {
        one: '# picture is not shown; annex C names it',
        other: '# pictures are not shown; annex C names them',
      }),
    promisesLeftOut: (count: number) =>
      n(count, {
        one: '# decision or promise is not described here; the figures count it',
        other: '# decisions or promises are not described here; the figures count them',
      }),
    tooMany: (count: number) =>
      n(count, { one: '# older issue is only counted', other: '# older issues are only counted' }),
    note: 'Why we would like to talk',
    cover: 'Cover note',
    agenda: 'Agenda, as we propose it',
  },
  summary: {
    heading: 'Summary',
    counts: (issues: string, closed: string, open: string) =>
      `First seen in this period: ${issues}; ${closed} closed, ${open} open.`,
    works: 'What works',
    response: (rate: string) => `First answers in time: ${rate}.`,
    resolution: (rate: string) => `Fixed in time: ${rate}.`,
    verified: (count: number) =>
      n(count, {
        one: '# fix was checked and confirmed by us.',
        other: '# fixes were checked and confirmed by us.',
      }),
    kept: (rate: string) => `Promises kept on time by the provider: ${rate}.`,
    improved: (what: string, earlier: string, before: string, later: string, now: string) =>
      `${what}: ${later} ${now}, better than ${earlier} with ${before}.`,
    nothing: 'Nothing can be shown yet.',
    settle: 'To settle',
    unanswered: (count: number) =>
      n(count, {
        one: 'Our side: # question of the provider waits for our answer.',
        other: 'Our side: # questions of the provider wait for our answer.',
      }),
    unverified: (count: number) =>
      n(count, {
        one: 'Our side: # fix waits for our check.',
        other: 'Our side: # fixes wait for our check.',
      }),
    overdue: (count: number) =>
      n(count, {
        one: '# open issue is past a due time.',
        other: '# open issues are past a due time.',
      }),
    named: (key: string, title: string) => `${key} “${title}”`,
    pattern: (issue: string, times: string, since: string) =>
      `${issue} was seen ${times} times since ${since}.`,
    promises: (count: number) =>
      n(count, {
        one: '# promise of the provider is past its date.',
        other: '# promises of the provider are past their date.',
      }),
    missed: (clock: string, count: number) =>
      `${clock}: agreed time missed ${n(count, { one: 'once', other: '# times' })}.`,
    unproven: (count: number) =>
      n(count, {
        one: 'In # issue a verdict cannot be shown: the recorded times leave room for both.',
        other: 'In # issues a verdict cannot be shown: the recorded times leave room for both.',
      }),
    none: 'Nothing is past a due time, nothing keeps coming back.',
  },
  ...more,
  ball: {
    alt: (us: string, p: string, them: string, nobody: string) =>
      `Time with each side: us ${us}, ${p} ${them}, nobody ${nobody}.`,
  },
  patterns: {
    heading: 'What keeps coming back',
    none: 'No rule for recurring problems fired in this period.',
    caption: 'Recurring problems',
    issue: 'Issue',
    since: 'Since',
    times: 'Seen',
    teams: 'Teams',
    rule: 'Rule that fired',
    time: 'Time with us / with them',
    tried: 'Fixes said',
    rules: {
      often: 'often within days',
      spread: 'several teams',
      back: 'back after a fix',
      burst: 'more than before',
      pattern: 'same hours of the week',
    },
    more: (count: number) => n(count, { one: '# more in annex A.', other: '# more in annex A.' }),
  },
  open: {
    heading: 'Open issues',
    none: 'No issue of this period is open.',
    caption: 'Open issues',
    issue: 'Issue',
    ticket: 'Their ticket',
    noTicket: 'none',
    priority: 'Priority',
    seen: 'First seen',
    reported: 'Reported',
    notReported: 'not yet',
    last: 'Last word',
    waiting: 'Waiting on',
    due: 'Due',
    late: (when: string) => `past due: ${when}`,
    more: (count: number) => n(count, { one: '# more in annex A.', other: '# more in annex A.' }),
  },
  promises: {
    heading: 'Commitments',
    none: 'None has been recorded in this period.',
    caption: 'Commitments of both sides',
    what: 'Commitments',
    outcome: {
      onTime: 'Kept on time',
      late: 'Kept late',
      missed: 'Not kept',
      openOverdue: 'Open, past the date',
      openNotDue: 'Open, not due yet',
      withdrawn: 'Taken back by agreement',
    },
    moved: 'Dates moved',
    deliverable: 'What',
    owner: 'Who',
    due: 'By',
    dueFirst: (when: string) => `first promised for ${when}`,
    state: 'State',
    acceptance: (text: string) => `done when: ${text}`,
  },
  targets: {
    met: 'Met',
    missed: 'Missed',
    unproven: 'Cannot be shown',
    share: 'Met of all judged',
  },
  ours: {
    heading: 'What we will change on our side',
    unreported: (count: number) =>
      n(count, {
        one: '# issue has not been reported by us yet.',
        other: '# issues have not been reported by us yet.',
      }),
    promises: (count: number) =>
      n(count, { one: '# promise of ours is open.', other: '# promises of ours are open.' }),
    none: 'Nothing waits for us.',
  },
  decisions: {
    heading: 'Decisions wanted',
    caption: 'To be filled in together',
    number: 'No.',
    deliverable: 'What is delivered',
    owner: 'Who',
    date: 'By',
    acceptance: 'Done when',
  },
  trend: {
    heading: 'Four quarters',
    caption: 'Figures by quarter of the first occurrence, ours first',
    what: 'Figure',
    quarter: (quarter: string, year: string) => `Q${quarter} ${year}`,
    soFar: (quarter: string) => `${quarter} so far`,
    issues: 'Issues',
    answers: 'Our answers (median)',
    reporting: 'From seeing to reporting (median)',
    response: 'First answers in time',
    resolution: 'Fixed in time',
    failed: 'Seen again within 14 days of a fix',
  },
  risks: {
    heading: 'Contract dates',
    agreement: 'Agreement',
    renewal: 'Renewal',
    notice: 'Notice',
    days: (count: number) => n(count, { one: '# day', other: '# days' }),
    unknown: 'not recorded',
  },
  sign: {
    heading: 'Acknowledged',
    caption: 'To be signed by both sides',
    side: 'Side',
    role: 'Role',
    date: 'Date',
    signature: 'Signature',
  },
  setup: {
    systems: 'Systems',
    system: 'System',
    addresses: 'Addresses',
    environment: 'Environment',
    criticality: 'Importance (1 = highest)',
    environments: { prod: 'live', test: 'test', training: 'training' },
    contacts: 'Contacts by role',
    role: 'Role',
    level: 'Escalation',
    channels: 'Reached by',
    checklist: 'Not in our data: to be handed over besides',
    items: {
      admin: 'Accounts and credentials of administrators',
      docs: 'Documentation and configuration',
      licences: 'Licences, domains, DNS',
      dates: 'End of the contract and notice dates',
      exit: 'Acceptance criteria of the exit plan',
      data: 'Return and deletion of data',
    },
  },
  claim,
  single: {
    what: 'What happened',
    where: 'Where',
    system: 'System',
    page: 'Page',
    when: 'When',
    often: 'How often',
    times: (count: number, since: string) =>
      n(count, { one: `once, ${since}`, other: `# times since ${since}` }),
    impact: 'Who is hit',
    urgency: 'Can work',
    errors: 'Errors shown',
    ask: 'What we ask',
    course: 'Chronology',
    askDue: (clock: string, when: string) => `${clock} by ${when}, as agreed.`,
    askOpen: 'A first answer and a date.',
    askUs: 'Nothing yet: the next step is ours.',
    askNothing: 'Nothing: it is closed.',
    reference: 'Our reference',
  },
  annex,
  method,
};
