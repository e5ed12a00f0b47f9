import { chipsOf } from '../../../lib/domain/evidence/chips.ts';
import type { NewEntry } from '../../../lib/domain/ledger/entry.ts';
import { createScrubber } from '../../../lib/domain/privacy/scrubber.ts';
import { makeCapture, seedAt, seedCaptureId, seeded, seedIssueId } from '../seed.ts';
import { ONCE } from './again-once.ts';
import type { Problem, Said } from './again-problem.ts';
import { PROBLEMS } from './again-problems.ts';

/** One click: its number in the log, the problem behind it, and what it writes. */
export type CorpusCapture = Readonly<{ i: number; problem: Problem; entries: readonly NewEntry[] }>;

type CorpusOptions = Readonly<{
  /** How often each problem happens. */
  times?: number;
  problems?: readonly Problem[];
  /** What happens once. */
  once?: readonly Problem[];
}>;

type Language = 'en' | 'de' | 'fr';
const NAMES = ['Nordlicht', 'Hansen & Sohn', 'Weber Logistik', 'Brightwell', 'Delta Optik', 'Kern'];
const FORMS = ['GmbH', 'AG', 'Ltd', 'Inc', 'KG'];
const PEOPLE = ['Anna Berger', 'J. Okafor', 'Peter Lindqvist', 'Mei Tanaka', 'Frau Schuster', 'D. Novak'];
const FILES = ['scan', 'Vertrag final', 'photo', 'Angebot', 'minutes'];
const NOISE: Readonly<Record<Language, readonly string[]>> = {
  en: ['Home', 'Support', 'Log out', 'Welcome back', 'All rights reserved', 'Next', 'Help'],
  de: ['Startseite', 'Support', 'Abmelden', 'Willkommen zurück', 'Impressum', 'Weiter', 'Hilfe'],
  fr: ['Accueil', 'Aide', 'Se déconnecter', 'Bienvenue'],
};
/** Shown for a while on every page of a system, whatever the problem. */
const BANNERS = [
  'Maintenance on Sunday: the archive is unavailable from 02:00 to 06:00.',
  'Störung beim E-Mail-Versand: Nachrichten kommen verspätet an, wir arbeiten an dem Problem.',
];
const scrubber = createScrubber({ secret: new Uint8Array(32).fill(7) });

/**
 * Every problem `times` times and the one-time ones once, shuffled by the seed, as a log would get them: in two or three
 * languages, with new ids, dates, amounts and names each time, through the product's own reading of pages.
 */
export function againCorpus(
  seed: number,
  { times = 8, problems = PROBLEMS, once = ONCE }: CorpusOptions = {},
): CorpusCapture[] {
  const next = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] ?? (list[0] as T); // as: the lists are not empty
  const wanted = [...problems.flatMap((problem) => Array.from({ length: times }, () => problem)), ...once];
  const order = wanted
    .map((problem) => ({ problem, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ problem }) => problem);

  const digits = (n: number) => String(Math.floor(10 ** (n - 1) + next() * 9 * 10 ** (n - 1)));
  const hex = (n: number) => Array.from({ length: n }, () => Math.floor(next() * 16).toString(16)).join('');
  const day = () => new Date(Date.UTC(2026, Math.floor(next() * 11), 1 + Math.floor(next() * 28)));

  const filler = (language: Language) => {
    const name = `${pick(NAMES)} ${pick(FORMS)}`;
    const [person, file, no] = [
      pick(PEOPLE),
      `${pick(FILES)}-${digits(2)}.${pick(['pdf', 'jpg', 'xlsx'])}`,
      `${pick(['R', 'INV', 'RE'])}-2026-${digits(4)}`,
    ];
    const iso = day().toISOString();
    const made: Record<string, () => string> = {
      id: () => digits(4 + Math.floor(next() * 3)),
      n: () => digits(1 + Math.floor(next() * 2)),
      hex: () => hex(16),
      uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
      month: () => iso.slice(0, 7),
      date: () => iso.slice(0, 10),
      time: () => `${digits(1)}:${digits(2)}`,
      amount: () =>
        language === 'de'
          ? `${digits(1)}.${digits(3)},${digits(2)} €`
          : `€${digits(1)},${digits(3)}.${digits(2)}`,
      name: () => name,
      person: () => person,
      file: () => file,
      no: () => no,
      slug: () => name.toLowerCase().replaceAll(/[^a-z]+/gu, '-'),
      email: () => `${pick(['info', 'office', 'a.berger'])}@${pick(['nordlicht', 'kern', 'weber'])}.example`,
      lang: () => pick(['de', 'en', 'de-CH']),
    };
    const spoken: Record<string, () => string> = {
      ...made,
      date: () => (language === 'de' ? iso.slice(0, 10).split('-').reverse().join('.') : iso.slice(0, 10)),
    };
    const fill = (text: string, by: Record<string, () => string>) =>
      text.replaceAll(/\{(\w+)\}/gu, (_, placeholder: string) => by[placeholder]?.() ?? placeholder);
    return { address: (text: string) => fill(text, made), text: (text: string) => fill(text, spoken) };
  };
  const said = (texts: Said | undefined, language: Language): string =>
    texts === undefined ? '' : pick(texts[language] ?? texts.en ?? texts.de ?? ['']);

  return order.map((problem, at): CorpusCapture => {
    const i = at + 1;
    const languages = Object.keys(problem.shows ?? problem.typed ?? problem.title) as Language[]; // as: keys of Said
    const language = pick(languages);
    const { address, text } = filler(language);
    const host = problem.host === '' ? null : problem.host;
    const path = address(pick(problem.paths));
    const query = next() < 0.5 && !path.includes('#') ? `?view=${pick(['list', 'grid'])}&t=${digits(6)}` : '';
    const base = host === null ? '' : `https://${host}`;
    const calls = (problem.calls ?? []).map(([status, call]) => ({ status, url: base + address(call) }));
    // Trackers fail all the time and mean nothing.
    const noise =
      next() < 0.3 ? [{ status: 0, url: `https://metrics.tracker.example/collect/${digits(5)}` }] : [];
    const requests = [...calls, ...noise].map(({ status, url }, n) => ({
      url,
      status,
      initiator: 'fetch',
      startMs: 100 + n,
      durationMs: 200,
      problem: 'failed' as const,
    }));
    const shown = text(said(problem.shows, language)).split('|');
    const page = [
      ...Array.from({ length: 3 }, () => pick(NOISE[language])),
      ...(next() < 0.08 ? [pick(BANNERS)] : []),
      ...shown.filter((line) => line !== ''),
      pick(NOISE[language]),
    ];
    const lines = host === null ? [] : page;
    const lost = next() < 0.04;
    const { chips } = chipsOf(
      {
        pageTextLines: lines,
        requests,
        navigation: { status: problem.status },
        pageState: problem.status === undefined ? 'ok' : 'http-error',
      },
      scrubber,
    );
    const frame = makeCapture(i);
    const captured: NewEntry = {
      ...frame,
      at: seedAt(i),
      issueId: seedIssueId(i),
      body: {
        ...frame.body,
        captureId: seedCaptureId(i),
        ...(problem.system === undefined ? {} : { systemName: problem.system }),
        page: {
          url: host === null ? null : base + path + query,
          host,
          title: text(said(problem.title, language)),
          state: problem.status === undefined ? 'ok' : 'http-error',
          ...(problem.status === undefined ? {} : { httpStatus: problem.status }),
        },
        evidence: lost
          ? { state: 'missing', reason: 'hung', chips: [] }
          : { state: 'present', requests, requestsSeen: 20, requestListFull: false, chips },
        environment: { ...frame.body.environment, ...(host === null ? {} : { pageLanguage: language }) },
      },
    };
    // Where nothing is shown people say what is wrong; elsewhere seldom.
    const typed = said(problem.typed, language);
    const silent = problem.shows === undefined && problem.calls === undefined;
    if (typed === '' || !(silent || next() < 0.4)) return { i, problem, entries: [captured] };
    const { body: _body, kind: _kind, ...rest } = captured;
    const described: NewEntry = { ...rest, kind: 'issue.described', body: { text: text(typed) } };
    return { i, problem, entries: [captured, described] };
  });
}
