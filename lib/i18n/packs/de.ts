import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import { annex, method } from './annex-de.ts';
import { claim } from './claim-de.ts';
import { more } from './more-de.ts';
import type { en } from './en.ts';

const n = counter('de');

export const de: Words<typeof en> = {
  kind: {
    conversation: 'Gesprächsmappe',
    review: 'Quartalsgespräch',
    issue: 'Einzelnes Problem',
    claim: 'Antrag auf Gutschrift (Entwurf)',
    handover: 'Übergabemappe',
  },
  title: (kind, p) => `${kind}: ${p}`,
  us: 'Wir',
  head: {
    provider: 'Anbieter',
    period: 'Zeitraum',
    allTime: 'Gesamte Zeit',
    fromTo: (from, to) => `${from} bis ${to}`,
    asOf: 'Stand',
    zone: 'Zeiten in',
    counted: 'Gezählt',
    issues: (count) => n(count, { one: '# Problem', other: '# Probleme', zero: 'keine Probleme' }),
    system: 'System',
    team: 'Team',
    leftOut: 'Von uns weggelassen',
    leftOutText: (count) =>
      n(count, {
        one: '# Problem ist hier nicht beschrieben; die Zahlen zählen es mit',
        other: '# Probleme sind hier nicht beschrieben; die Zahlen zählen sie mit',
      }),
    nothing: 'nichts',
    picturesLeftOut: (count) =>
      n(count, {
        one: '# Bild ist nicht gezeigt; Anhang C nennt es',
        other: '# Bilder sind nicht gezeigt; Anhang C nennt sie',
      }),
    promisesLeftOut: (count) =>
      n(count, {
        one: '# Entscheidung oder Zusage ist hier nicht beschrieben; die Zahlen zählen sie mit',
        other: '# Entscheidungen oder Zusagen sind hier nicht beschrieben; die Zahlen zählen sie mit',
      }),
    tooMany: (count) =>
      n(count, { one: '# älteres Problem ist nur gezählt', other: '# ältere Probleme sind nur gezählt' }),
    note: 'Warum wir sprechen möchten',
    cover: 'Anschreiben',
    agenda: 'Tagesordnung, wie wir sie vorschlagen',
  },
  summary: {
    heading: 'Kurz gefasst',
    counts: (issues, closed, open) =>
      `In diesem Zeitraum zuerst aufgetreten: ${issues}; ${closed} abgeschlossen, ${open} offen.`,
    works: 'Was läuft',
    response: (rate) => `Erste Antworten rechtzeitig: ${rate}.`,
    resolution: (rate) => `Rechtzeitig behoben: ${rate}.`,
    verified: (count) =>
      n(count, {
        one: '# Lösung haben wir geprüft und bestätigt.',
        other: '# Lösungen haben wir geprüft und bestätigt.',
      }),
    kept: (rate) => `Vom Anbieter rechtzeitig gehaltene Zusagen: ${rate}.`,
    improved: (what, earlier, before, later, now) =>
      `${what}: ${later} ${now}, besser als ${earlier} mit ${before}.`,
    nothing: 'Noch lässt sich nichts zeigen.',
    settle: 'Zu klären',
    unanswered: (count) =>
      n(count, {
        one: 'Bei uns: # Frage des Anbieters wartet auf unsere Antwort.',
        other: 'Bei uns: # Fragen des Anbieters warten auf unsere Antwort.',
      }),
    unverified: (count) =>
      n(count, {
        one: 'Bei uns: # Lösung wartet auf unsere Prüfung.',
        other: 'Bei uns: # Lösungen warten auf unsere Prüfung.',
      }),
    overdue: (count) =>
      n(count, {
        one: '# offenes Problem ist über einer Frist.',
        other: '# offene Probleme sind über einer Frist.',
      }),
    named: (key, title) => `${key} „${title}“`,
    pattern: (issue, times, since) => `${issue} trat seit ${since} ${times}-mal auf.`,
    promises: (count) =>
      n(count, {
        one: '# Zusage des Anbieters ist über ihrem Termin.',
        other: '# Zusagen des Anbieters sind über ihrem Termin.',
      }),
    missed: (clock, count) =>
      `${clock}: vereinbarte Zeit ${n(count, { one: 'einmal', other: '#-mal' })} nicht eingehalten.`,
    unproven: (count) =>
      n(count, {
        one: 'Bei # Problem ist ein Urteil nicht zu zeigen: Die festgehaltenen Zeiten lassen beides zu.',
        other: 'Bei # Problemen ist ein Urteil nicht zu zeigen: Die festgehaltenen Zeiten lassen beides zu.',
      }),
    none: 'Nichts ist über einer Frist, nichts kehrt immer wieder.',
  },
  ...more,
  ball: {
    alt: (us, p, them, nobody) => `Zeit bei jeder Seite: wir ${us}, ${p} ${them}, niemand ${nobody}.`,
  },
  patterns: {
    heading: 'Was immer wiederkehrt',
    none: 'In diesem Zeitraum griff keine Regel für wiederkehrende Probleme.',
    caption: 'Wiederkehrende Probleme',
    issue: 'Problem',
    since: 'Seit',
    times: 'Gesehen',
    teams: 'Teams',
    rule: 'Regel, die griff',
    time: 'Zeit bei uns / beim Anbieter',
    tried: 'Gemeldete Lösungen',
    rules: {
      often: 'oft in wenigen Tagen',
      spread: 'mehrere Teams',
      back: 'nach einer Lösung wieder da',
      burst: 'häufiger als zuvor',
      pattern: 'gleiche Stunden der Woche',
    },
    more: (count) => n(count, { one: '# weiteres in Anhang A.', other: '# weitere in Anhang A.' }),
  },
  open: {
    heading: 'Offene Probleme',
    none: 'Kein Problem dieses Zeitraums ist offen.',
    caption: 'Offene Probleme',
    issue: 'Problem',
    ticket: 'Ticket des Anbieters',
    noTicket: 'keines',
    priority: 'Priorität',
    seen: 'Zuerst gesehen',
    reported: 'Gemeldet',
    notReported: 'noch nicht',
    last: 'Letztes Wort',
    waiting: 'Wartet auf',
    due: 'Fällig',
    late: (when) => `über der Frist: ${when}`,
    more: (count) => n(count, { one: '# weiteres in Anhang A.', other: '# weitere in Anhang A.' }),
  },
  promises: {
    heading: 'Zusagen',
    none: 'In diesem Zeitraum wurde keine festgehalten.',
    caption: 'Zusagen beider Seiten',
    what: 'Zusagen',
    outcome: {
      onTime: 'Rechtzeitig gehalten',
      late: 'Zu spät gehalten',
      missed: 'Nicht gehalten',
      openOverdue: 'Offen, über dem Termin',
      openNotDue: 'Offen, noch nicht fällig',
      withdrawn: 'Einvernehmlich aufgehoben',
    },
    moved: 'Verschobene Termine',
    deliverable: 'Was',
    owner: 'Wer',
    due: 'Bis',
    dueFirst: (when) => `zuerst zugesagt für ${when}`,
    state: 'Stand',
    acceptance: (text) => `erledigt, wenn: ${text}`,
  },
  targets: {
    met: 'Eingehalten',
    missed: 'Nicht eingehalten',
    unproven: 'Nicht zu zeigen',
    share: 'Eingehalten von allen beurteilten',
  },
  ours: {
    heading: 'Was wir bei uns ändern',
    unreported: (count) =>
      n(count, {
        one: '# Problem haben wir noch nicht gemeldet.',
        other: '# Probleme haben wir noch nicht gemeldet.',
      }),
    promises: (count) =>
      n(count, { one: '# Zusage von uns ist offen.', other: '# Zusagen von uns sind offen.' }),
    none: 'Nichts wartet auf uns.',
  },
  decisions: {
    heading: 'Gewünschte Entscheidungen',
    caption: 'Gemeinsam auszufüllen',
    number: 'Nr.',
    deliverable: 'Was geliefert wird',
    owner: 'Wer',
    date: 'Bis',
    acceptance: 'Erledigt, wenn',
  },
  trend: {
    heading: 'Vier Quartale',
    caption: 'Zahlen nach dem Quartal des ersten Vorkommens, unsere zuerst',
    what: 'Zahl',
    quarter: (quarter, year) => `Q${quarter} ${year}`,
    soFar: (quarter) => `${quarter} bisher`,
    issues: 'Probleme',
    answers: 'Unsere Antworten (Median)',
    reporting: 'Bis zum Melden (Median)',
    response: 'Erste Antworten rechtzeitig',
    resolution: 'Rechtzeitig behoben',
    failed: 'Binnen 14 Tagen wieder da',
  },
  risks: {
    heading: 'Termine des Vertrags',
    agreement: 'Vereinbarung',
    renewal: 'Verlängerung',
    notice: 'Kündigungsfrist',
    days: (count) => n(count, { one: '# Tag', other: '# Tage' }),
    unknown: 'nicht festgehalten',
  },
  sign: {
    heading: 'Zur Kenntnis genommen',
    caption: 'Von beiden Seiten zu unterschreiben',
    side: 'Seite',
    role: 'Rolle',
    date: 'Datum',
    signature: 'Unterschrift',
  },
  setup: {
    systems: 'Systeme',
    system: 'System',
    addresses: 'Adressen',
    environment: 'Umgebung',
    criticality: 'Wichtigkeit (1 = höchste)',
    environments: { prod: 'Betrieb', test: 'Test', training: 'Schulung' },
    contacts: 'Ansprechpartner nach Rolle',
    role: 'Rolle',
    level: 'Eskalation',
    channels: 'Erreichbar über',
    checklist: 'Nicht in unseren Daten: außerdem zu übergeben',
    items: {
      admin: 'Konten und Zugangsdaten der Verwaltung',
      docs: 'Dokumentation und Konfiguration',
      licences: 'Lizenzen, Domains, DNS',
      dates: 'Ende des Vertrags und Kündigungstermine',
      exit: 'Abnahmekriterien des Ausstiegsplans',
      data: 'Rückgabe und Löschung von Daten',
    },
  },
  claim,
  single: {
    what: 'Was geschah',
    where: 'Wo',
    system: 'System',
    page: 'Seite',
    when: 'Wann',
    often: 'Wie oft',
    times: (count, since) => n(count, { one: `einmal, ${since}`, other: `#-mal seit ${since}` }),
    impact: 'Wer betroffen ist',
    urgency: 'Arbeiten möglich',
    errors: 'Angezeigte Fehler',
    ask: 'Worum wir bitten',
    course: 'Verlauf',
    askDue: (clock, when) => `${clock} bis ${when}, wie vereinbart.`,
    askOpen: 'Eine erste Antwort und einen Termin.',
    askUs: 'Noch nichts: Der nächste Schritt liegt bei uns.',
    askNothing: 'Nichts: Es ist abgeschlossen.',
    reference: 'Unser Zeichen',
  },
  annex,
  method,
};
