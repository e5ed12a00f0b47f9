import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { claim as enClaim } from './claim-en.ts';

const n = counter('de');

export const claim: Words<typeof enClaim> = {
  subject: (p) => `SLA Credit Request: ${p}`,
  contract: 'Vereinbarung',
  account: 'Konto oder Mandant',
  toFill: '(auszufüllen)',
  rules: 'Einreichen',
  channel: 'An',
  must: 'Betreff muss enthalten',
  evidence: 'Verlangte Nachweise',
  notAgreed: 'Für diese Vereinbarung ist keine Antragsregel eingetragen.',
  incidents: 'Ausfälle',
  start: 'Beginn (UTC)',
  startLocal: 'Beginn (Zone des Vertrags)',
  end: 'Ende (UTC)',
  minutes: 'Ganze Minuten',
  sure: 'Sicher',
  yes: 'ja',
  maybe: 'nicht zu zeigen',
  running: 'noch ausgefallen',
  none: 'In diesem Zeitraum ist kein Ausfall festgehalten.',
  computation: 'Berechnung',
  formula: 'Verfügbarkeit = (Minuten des Zeitraums − ausgefallene Minuten) ÷ Minuten des Zeitraums.',
  exclusions: 'Ausnahmen',
  exclusionsText:
    'Geplante Wartung ist hier nicht festgehalten und vor dem Einreichen zu prüfen. Zurückgezogene Probleme zählen nicht.',
  draft: 'Casebook entwirft diesen Antrag; ein Mensch prüft und stellt ihn.',
  who: 'Wer betroffen ist',
  users: 'Betroffene Benutzer (Zahl)',
  places: 'Standorte',
  impact: 'Wie festgehalten',
  teams: 'Teams, die es sahen',
  saw: 'Was wir sahen',
  requests: 'Fehlgeschlagene Anfragen',
  requestsText:
    'Beim Festhalten aus der Seite gelesen. Die Zeit ist der Beginn der Anfrage, aus dem Alter der Seite errechnet; ~ heißt nur: vor dem Festhalten.',
  moreRequests: (count) =>
    n(count, {
      one: '# weitere fehlgeschlagene Anfrage ist nicht aufgeführt.',
      other: '# weitere fehlgeschlagene Anfragen sind nicht aufgeführt.',
    }),
  request: 'Anfrage',
  status: 'Status',
  began: 'Beginn (UTC)',
  noRequests: 'Zu diesen Ausfällen ist keine fehlgeschlagene Anfrage festgehalten.',
  errors: 'Gezeigte Fehler und Fehlernummern',
  error: 'Gezeigt',
  kind: 'Was',
  moreErrors: (count) =>
    n(count, { one: '# weiterer ist nicht aufgeführt.', other: '# weitere sind nicht aufgeführt.' }),
  did: 'Was wir taten, und wann',
  didCaption: 'Unsere eigenen Schritte zu diesen Problemen',
  when: 'Wann (UTC)',
  step: 'Schritt',
  noSteps: 'Zu diesen Ausfällen ist kein Schritt von uns festgehalten.',
  moreSteps: (count) =>
    n(count, {
      one: '# weiterer Schritt steht in Anhang B.',
      other: '# weitere Schritte stehen in Anhang B.',
    }),
  masked: 'Was unkenntlich gemacht wurde',
  maskedText: (count) =>
    n(count, {
      zero: 'In dem, was zu diesen Ausfällen festgehalten wurde, fand sich kein Geheimnis.',
      one: '# Geheimnis (Passwort, Schlüssel, Token oder Ähnliches) wurde durch eine Marke ersetzt, bevor etwas gespeichert wurde.',
      other:
        '# Geheimnisse (Passwörter, Schlüssel, Token und Ähnliches) wurden durch Marken ersetzt, bevor etwas gespeichert wurde.',
    }),
  contact: 'Ansprechpartner bei uns',
};
