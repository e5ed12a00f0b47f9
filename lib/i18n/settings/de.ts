import type { Words } from '../area.ts';
import type { en } from './en.ts';

const number = new Intl.NumberFormat('de');

/** Worte der Einstellungen und der Zustandsmeldung. */
export const de: Words<typeof en> = {
  heading: 'Einstellungen',
  saved: 'Gespeichert',
  saveFailed:
    'Der Browser hat diese Einstellung nicht behalten. Sonst wurde nichts geändert. Versuchen Sie es erneut.',
  language: { label: 'Sprache', auto: 'Wie im Browser', en: 'English (Englisch)', de: 'Deutsch' },
  theme: { label: 'Darstellung', auto: 'Wie im System', light: 'Hell', dark: 'Dunkel' },
  picture: {
    label: 'Bilder',
    jpeg: 'JPEG: schnell und klein (empfohlen)',
    png: 'PNG: jeder Bildpunkt genau, mehrfach größer',
    hint: 'Gilt für neue Bilder. Bilder im Protokoll werden nie verändert.',
  },
  backup: {
    heading: 'Erinnerung an die Sicherung',
    days: 'Erinnern nach so vielen Tagen',
    issues: 'oder nach so vielen neuen Problemen',
    hint: 'Was zuerst eintritt. 0 neue Probleme schaltet die Erinnerung ab.',
    last: (when) => `Letzte Sicherung: ${when}`,
    never: 'Es gibt noch keine Sicherung.',
    sinceLast: (n) => (n === 1 ? '1 neues Problem seitdem' : `${number.format(n)} neue Probleme seitdem`),
    make: 'Zur Sicherung',
    range: (min, max) => `Bitte eine ganze Zahl von ${number.format(min)} bis ${number.format(max)}.`,
  },
  shortcuts: {
    heading: 'Tastenkürzel im Browser',
    none: 'keine Taste vergeben',
    names: {
      _execute_action: 'Ein Problem festhalten',
      'record-silently': 'Ein Problem festhalten, ohne ein Fenster zu öffnen',
    },
    change: 'Tastenkürzel ändern',
    changeHint: 'Öffnet die Seite des Browsers für Tastenkürzel von Erweiterungen.',
    changeChromium: 'Zum Ändern: chrome://extensions/shortcuts in einem neuen Tab öffnen.',
    changeFirefox:
      'Zum Ändern: about:addons öffnen, auf das Zahnrad klicken, dann „Tastenkombinationen von Erweiterungen verwalten“.',
    conflict: 'Ist keine Taste vergeben, belegt sie meist eine andere Erweiterung.',
    inLog: 'Tastenkürzel im Protokoll: dort ? drücken.',
  },
  reporter: {
    heading: 'Wer meldet',
    name: 'Ihr Name (freiwillig)',
    nameHint:
      'Steht neben Ihren Einträgen, damit andere wissen, wen sie fragen können. Leer: Niemand wird genannt.',
    team: 'Ihr Team',
    teamHint: 'Unsere Minuten zählen in seinen Arbeitszeiten.',
    teamNone: 'Kein Team',
    teams: 'Teams und ihre Arbeitszeiten',
  },
  masked: {
    heading: 'Was unkenntlich gemacht wird',
    intro:
      'Bevor etwas gespeichert wird, ersetzt Casebook in Adressen, Seitentexten und in dem, was Sie tippen:',
    items: [
      'Passwörter, Anmelde-Token, Sitzungs- und Signaturwerte in Adressen',
      'Benutzernamen und Passwörter vor einem Rechnernamen (https://name:passwort@…)',
      'Schlüssel und Token bekannter Dienste, Bearer-Token, private Schlüssel',
      'Kartennummern, IBANs und Ähnliches, dessen Prüfziffer stimmt',
    ],
    limits:
      'Bildschirmfotos zeigen, was Sie gesehen haben; darin wird nichts unkenntlich gemacht. Namen und andere persönliche Angaben bleiben lesbar. Sehen Sie die Vorschau an, bevor Sie einen Export verschicken.',
  },
  health: {
    heading: 'Zustand des Protokolls',
    state: 'Zustand',
    states: { open: 'In Ordnung', opening: 'Wird geöffnet …', trouble: 'Braucht Aufmerksamkeit' },
    issues: 'Probleme',
    trash: 'Im Papierkorb',
    entries: 'Zeilen im Protokoll',
    pictures: 'Bilder',
    ledger: 'Protokollkennung',
    head: 'Prüfsumme der letzten Zeile',
    persisted: 'Vor dem Aufräumen des Browsers geschützt',
    persistedYes: 'ja',
    persistedNo: 'vom Browser nicht bestätigt',
    used: 'Belegter Platz',
    quarantined: (n) =>
      n === 1 ? '1 unlesbare Zeile beiseitegelegt' : `${number.format(n)} unlesbare Zeilen beiseitegelegt`,
    rebuild: 'Listen und Suche neu aufbauen',
    rebuildHint:
      'Baut Liste, Zähler und Suche aus den Protokollzeilen neu auf. Die Zeilen selbst bleiben unberührt. Hilft, wenn die Liste falsch aussieht.',
    rebuilding: (done, of) =>
      of === 0
        ? 'Wird neu aufgebaut …'
        : `Wird neu aufgebaut: ${number.format(done)} von ${number.format(of)}`,
    rebuilt: 'Neu aufgebaut',
    stop: 'Anhalten',
    stopped: 'Angehalten. Die Listen sind wie zuvor.',
  },
  about: {
    heading: 'Über Casebook',
    version: (v) => `Version ${v}`,
    licence: 'MIT-Lizenz. Kostenlos, Quelltext offen.',
    network:
      'Casebook kommt nicht ins Netz: Der Browser selbst blockiert jede Anfrage. Diesen Computer verlässt nur, was Sie selbst speichern und verschicken.',
    uninstall: 'Wer die Erweiterung entfernt, löscht das Protokoll. Machen Sie vorher eine Sicherung.',
  },
  banner: {
    quarantined: (n) =>
      n === 1
        ? '1 Zeile des Protokolls war nicht lesbar und wurde beiseitegelegt. Alles andere ist sicher. Machen Sie eine Sicherung und bauen Sie dann in den Einstellungen die Listen neu auf.'
        : `${number.format(n)} Zeilen des Protokolls waren nicht lesbar und wurden beiseitegelegt. Alles andere ist sicher. Machen Sie eine Sicherung und bauen Sie dann in den Einstellungen die Listen neu auf.`,
    journal: (n) =>
      n === 1
        ? '1 festgehaltenes Problem wartet außerhalb des Protokolls, weil der Browser das Schreiben verweigert hat. Sein Text ist sicher. Es zieht von selbst ein; laden Sie diese Seite neu, falls es bleibt.'
        : `${number.format(n)} festgehaltene Probleme warten außerhalb des Protokolls, weil der Browser das Schreiben verweigert hat. Ihre Texte sind sicher. Sie ziehen von selbst ein; laden Sie diese Seite neu, falls sie bleiben.`,
    reload: 'Neu laden',
    restore: 'Sicherung einspielen',
    export: 'Protokoll exportieren',
    settings: 'Einstellungen öffnen',
    rescue: 'Lesbares speichern',
    dismiss: 'Ausblenden',
  },
};
