import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');

export const de: Words<typeof en> = {
  done: 'Fertig',
  undo: 'Rückgängig',
  noAddress: 'Keine Adresse',
  untitled: 'Seite ohne Titel',
  masked: (count) =>
    n(count, {
      one: '# Geheimnis unkenntlich gemacht',
      other: '# Geheimnisse unkenntlich gemacht',
      zero: 'Nichts unkenntlich gemacht',
    }),
  impact: 'Wen trifft es?',
  impactLevel: { 1: 'Alle', 2: 'Mein Team', 3: 'Nur mich' },
  urgency: 'Arbeiten möglich?',
  urgencyLevel: { 1: 'Nein', 2: 'Mit Umweg', 3: 'Ja, lästig' },
  chipKind: {
    status: 'Antwort des Servers',
    'request-failed': 'Fehlgeschlagene Anfrage',
    'request-slow': 'Langsame Anfrage',
    'error-id': 'Fehlernummer',
    'error-text': 'Fehlermeldung',
    'error-page': 'Fehlerseite des Browsers',
    'request-list-full': 'Anfragenliste voll',
    'slow-page': 'Langsame Seite',
  },
  chipText: {
    requestListFull: 'Mehr Anfragen, als der Browser sich merkt',
    timesCount: (text, count) => `${text} ×${count}`,
  },
  sameWhy: {
    'same-error': 'Gleicher Fehler',
    'same-page': 'Gleiche Seite',
    'similar-title': 'Ähnlicher Titel',
  },
  noPicture: 'Kein Bild.',
  noPageDetails: 'Keine Angaben zur Seite.',
  noPictureNorDetails: 'Kein Bild und keine Angaben zur Seite.',
  reason: {
    'browser-page': 'Der Browser lässt keine Erweiterung auf seine eigenen Seiten sehen.',
    'store-page': 'Der Browser lässt keine Erweiterung auf den Erweiterungs-Store sehen.',
    'error-page':
      'Die Seite war nicht erreichbar; der Browser hat seine eigene, geschützte Fehlerseite gezeigt.',
    pdf: 'Die PDF-Ansicht des Browsers lässt Erweiterungen das Dokument nicht lesen.',
    'view-source': 'Der Browser lässt keine Erweiterung auf die Quelltextansicht sehen.',
    'blank-page': 'Der Tab war leer.',
    'extension-page': 'Der Tab zeigte eine geschützte Seite einer anderen Erweiterung.',
    'data-page': 'Die Seite stammt nicht von einer Adresse, auf die der Browser Zugriff gewährt.',
    'file-page': 'Der Browser erlaubt keinen Zugriff auf Dateien dieses Computers.',
    hung: 'Die Seite hat nicht rechtzeitig reagiert. Sie war vermutlich eingefroren.',
    crashed: 'Der Tab war abgestürzt.',
    closed: 'Der Tab wurde geschlossen, bevor Casebook nachsehen konnte.',
    'not-allowed': 'Der Browser hat für diesen Tab keine Erlaubnis gegeben.',
    quota: 'In einer Sekunde wurden zu viele Bilder aufgenommen. Der Browser begrenzt das.',
    navigated: 'Der Tab war schon auf einer anderen Seite.',
    'other-tab': 'Ein anderer Tab oder ein anderes Fenster lag vorn.',
    'not-in-browser': 'Es ist nicht im Browser passiert.',
    interrupted: 'Der Browser hat Casebook mittendrin angehalten.',
    'disk-full': 'Der Datenträger war voll.',
    'too-large': 'Es war zu groß zum Aufbewahren.',
    failed: 'Der Browser hat ohne Angabe eines Grundes abgelehnt.',
  },
};
