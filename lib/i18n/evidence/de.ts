import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const some = counter('de');

export const de: Words<typeof en> = {
  heading: 'Bilder und Dateien',
  pictures: 'Bilder',
  files: 'Dateien',
  none: 'Noch kein Bild und keine Datei.',
  picture: (n, total) => `Bild ${n} von ${total}`,
  taken: (how, when) => `${how}, ${when}`,
  via: {
    visible: 'Sichtbarer Teil der Seite',
    region: 'Ausschnitt der Seite',
    'full-page': 'Ganze Seite',
    delayed: 'Nach 3 Sekunden aufgenommen',
    screen: 'Fenster oder Bildschirm',
    paste: 'Eingefügt',
    drop: 'Hereingezogen',
    file: 'Ausgewählte Datei',
  },
  wholePage: (width, height) => `Die ganze Seite misst ${width} × ${height}.`,
  originalRemoved:
    'Das Original wurde endgültig entfernt. In dieses Bild sind die Schwärzungen fest eingezeichnet.',
  caption: 'Bildunterschrift',
  captionHint: 'Bildunterschrift hinzufügen',
  captionMasked: 'Ein Geheimnis in der Bildunterschrift wurde unkenntlich gemacht.',
  takeOff: 'Entfernen',
  takeOffPicture: (n) => `Bild ${n} entfernen`,
  takeOffFile: (name) => `${name} entfernen`,
  takenOff: 'Vom Problem entfernt',
  add: {
    choose: 'Bilder oder Dateien hinzufügen …',
    paste: 'Bild einfügen',
    hint: (size) =>
      `Strg+V (⌘V auf dem Mac) fügt ein, was in der Zwischenablage liegt. Dateien lassen sich auch hierher ziehen. Jeweils bis ${size}.`,
    drop: (key) => `Loslassen, um es zu ${key} hinzuzufügen`,
    working: 'Wird hinzugefügt',
    pasteRefused:
      'Der Browser hat diese Schaltfläche nicht in die Zwischenablage sehen lassen. Drücken Sie stattdessen Strg+V (⌘V auf dem Mac).',
    pasteEmpty: 'In der Zwischenablage liegt kein Bild.',
    done: (n) => some(n, { one: '# Bild oder Datei hinzugefügt', other: '# Bilder und Dateien hinzugefügt' }),
    masked: (n) =>
      some(n, {
        one: 'Vor dem Speichern wurde # Geheimnis unkenntlich gemacht.',
        other: 'Vor dem Speichern wurden # Geheimnisse unkenntlich gemacht.',
      }),
    leftOut: (n) =>
      some(n, {
        one: '# Inhalt ließ sich nicht nach Geheimnissen durchsuchen und blieb draußen.',
        other: '# Inhalte ließen sich nicht nach Geheimnissen durchsuchen und blieben draußen.',
      }),
  },
  refused: {
    empty: (name) => `${name} ist leer.`,
    'too-large': (name, limit) => `${name} ist größer als ${limit}.`,
    'too-many-pixels': (name, limit) => `${name} hat mehr als ${limit} Bildpunkte.`,
    'damaged-picture': (name) => `${name} lässt sich nicht als Bild lesen. Vielleicht fehlt ein Teil.`,
    unreadable: (name) =>
      `${name} ließ sich nicht lesen. Vielleicht wurde die Datei verschoben oder gelöscht.`,
    'already-there': (name) => `${name} gehört schon zu diesem Problem.`,
    'issue-full': (name, limit) => `Für ${name} ist kein Platz: Ein Problem fasst bis zu ${limit}.`,
    'too-many': (name, limit) => `${name} blieb draußen: bis zu ${limit} auf einmal.`,
  },
  nameless: 'Das Bild oder die Datei',
  items: (n) => `${n} Bilder und Dateien`,
  kind: {
    image: 'Bild',
    text: 'Text',
    mail: 'E-Mail',
    pdf: 'PDF',
    har: 'Netzwerkprotokoll (HAR)',
    other: 'Datei',
  },
  file: {
    nameless: 'Datei ohne Namen',
    preview: 'Vorschau',
    previewOf: (name) => `Vorschau von ${name}`,
    save: 'Speichern',
    saveOf: (name) => `${name} speichern`,
    masked: (n) =>
      some(n, { one: '# Geheimnis unkenntlich gemacht', other: '# Geheimnisse unkenntlich gemacht' }),
    facts: (kind, size) => `${kind}, ${size}`,
    asItCame:
      'So aufgehoben, wie sie kam. In dieser Art von Datei kann Casebook nicht nach Geheimnissen suchen.',
    lost: 'Die Datei ist verloren: Ihr Inhalt ist aus diesem Browser verschwunden.',
    loading: 'Wird gelesen …',
    cut: (shown, all) => `Die ersten ${shown} von ${all} Zeilen. Zum Lesen des Rests die Datei speichern.`,
    empty: 'Sie enthält keinen Text.',
  },
  mail: {
    from: 'Von',
    to: 'An',
    cc: 'Kopie an',
    date: 'Datum',
    subject: 'Betreff',
    attachments: 'Angehängt',
    attachment: (name, size) => `${name} (${size})`,
    nameless: 'ohne Namen',
  },
  har: {
    summary: (all, failed) =>
      `${some(all, { one: '# Anfrage', other: '# Anfragen' })}, davon ${failed} fehlgeschlagen`,
    shown: (shown) => `Die ersten ${shown}, fehlgeschlagene zuerst.`,
    columns: { status: 'Status', method: 'Methode', address: 'Adresse', took: 'Dauer' },
    noAnswer: 'keine Antwort',
  },
};
