import type { Words } from '../area.ts';
import { counter } from '../plural.ts';
import type { en } from './en.ts';

const n = counter('de');
const issues = (count: number) => n(count, { one: '# Problem', other: '# Probleme', zero: 'keine Probleme' });
const pictures = (count: number) => n(count, { one: '# Bild', other: '# Bilder', zero: 'keine Bilder' });

/** Worte für Sicherung und Export: was diesen Rechner verlässt und was zurückkommt. */
export const de: Words<typeof en> = {
  heading: 'Sicherung & Export',
  progress: {
    issues: 'Probleme',
    pictures: 'Bilder',
    files: 'Datei wird zurückgelesen',
    entries: 'Einträge',
    megabytes: 'Verschlüsselung, MB',
    checking: 'Einträge werden geprüft',
  },
  failed: (why) => `Das hat nicht geklappt. ${why}`,

  exportHeading: 'Export',
  exportSentence:
    'Geben Sie Probleme an Ihren Anbieter weiter: als Bericht, als Tabelle oder für Programme. Sie sehen alles, bevor es hinausgeht.',
  exportAll: 'Alles exportieren …',
  exportHint: 'Um nur einige Probleme zu exportieren, wählen oder filtern Sie sie im Protokoll.',

  backupHeading: 'Sicherung',
  backupSentence:
    'Das Protokoll liegt nur in diesem Browserprofil. Eine Sicherung ist eine Datei, in der alles ist; bewahren Sie sie anderswo auf.',
  lastBackup: (when) => `Letzte Sicherung: ${when}`,
  lastBackupFacts: (entries, shots, size) =>
    `${n(entries, { one: '# Eintrag', other: '# Einträge' })}, ${pictures(shots)}, ${size}`,
  noBackup: 'Es wurde noch keine Sicherung erstellt.',
  backupSince: (count) =>
    n(count, {
      zero: 'Seitdem ist nichts dazugekommen.',
      one: '# Problem ist noch in keiner Sicherung.',
      other: '# Probleme sind noch in keiner Sicherung.',
    }),
  backupDue: 'Eine Sicherung ist fällig.',
  backupMake: 'Sicherung erstellen',
  backupWorking: 'Sicherung läuft',
  backupDone: (name, size) => `${name} (${size}) wurde in Ihre Downloads gelegt.`,
  partNext: (part, of) => `Datei ${part} von ${of} speichern`,
  partsLeft: (done, of) =>
    `Das ist zu groß für eine Datei. ${done} von ${of} Dateien wurden an Ihre Downloads übergeben; vollständig ist es erst mit allen.`,
  partFailed: (part: number, of: number) =>
    `Datei ${part} von ${of} ließ sich nicht in Ihre Downloads geben. Die davor sind sicher; versuchen Sie diese noch einmal.`,
  partsDone: (of) => `Alle ${of} Dateien wurden übergeben. Bewahren Sie sie zusammen auf.`,
  backupLost: (count) =>
    n(count, {
      one: '# Bild war nicht mehr lesbar und fehlt in der Sicherung.',
      other: '# Bilder waren nicht mehr lesbar und fehlen in der Sicherung.',
    }),
  backupNotNoted:
    'Die Datei wurde erstellt, aber das Protokoll konnte es nicht vermerken; die Erinnerung weiß noch nichts davon.',
  backupPrivate:
    'Eine Sicherung enthält auch interne Notizen und den Papierkorb. Zum Weitergeben dient der Export.',

  restoreHeading: 'Hereinholen',
  restoreSentence:
    'Holen Sie eine Sicherung zurück, oder nehmen Sie die Sicherung oder das Beweispaket von jemand anderem auf. Sie sehen vorher, was geschähe; nichts wird überschrieben, und es lässt sich zurücknehmen. Besteht sie aus mehreren Dateien, wählen Sie alle auf einmal aus.',
  restoreChoose: 'Sicherung oder Paket auswählen …',
  restoreDrop: 'oder hier ablegen',
  restoreReading: 'Sicherung wird geprüft',
  restoreWorking: 'Wird wiederhergestellt',
  dryRunHeading: (name) => `Was ${name} bewirken würde`,
  dryRun: {
    made: 'Gemacht',
    period: 'Probleme von – bis',
    issues: 'Probleme in der Datei',
    newIssues: 'Neue Probleme',
    added: 'Neue Einträge',
    identical: 'Schon hier',
    erased: 'Einträge, die hier gelöscht werden',
    pictures: 'Neue Bilder',
    lost: 'In der Sicherung fehlende Bilder',
    unlisted: 'Nicht beachtete Dateien',
    version: 'Gemacht mit',
  },
  dryRunPictures: (count, size) => (count === 0 ? '0' : `${count} (${size})`),
  nothingNew: 'Alles in dieser Sicherung ist schon hier. Es gibt nichts wiederherzustellen.',
  takeSettings: 'Auch die Einstellungen übernehmen',
  restoreConfirm: (count) =>
    n(count, { one: '# Eintrag wiederherstellen', other: '# Einträge wiederherstellen' }),
  restoreCancel: 'Nicht wiederherstellen',
  restoreDone: (added, count) =>
    `${n(added, { one: '# Eintrag wurde wiederhergestellt', other: '# Einträge wurden wiederhergestellt' })} (${issues(count)}).`,
  restoreRefused: 'Es wurde nichts geändert.',
  where: (place) => `Stelle: ${place}`,

  refusal: {
    empty: 'Diese Datei ist leer.',
    'export-json':
      'Das ist ein Export zum Weitergeben. Er lässt sich nicht wiederherstellen. Wählen Sie eine Sicherung, eine Datei namens casebook-backup.',
    'export-zip':
      'Das ist ein Export zum Weitergeben. Er lässt sich nicht wiederherstellen. Wählen Sie eine Sicherung, eine Datei namens casebook-backup.',
    'report-html':
      'Das ist ein Bericht. Er lässt sich nicht wiederherstellen. Wählen Sie die .zip-Datei einer Sicherung.',
    'table-csv':
      'Das ist eine Tabelle. Tabellen lassen sich nicht wiederherstellen. Wählen Sie die .zip-Datei einer Sicherung.',
    mail: 'Das ist eine E-Mail. Öffnen Sie das Problem, um das es geht, und legen Sie sie dort ab.',
    'text-utf16': 'Das ist eine Textdatei in UTF-16. Wählen Sie die .zip-Datei einer Sicherung.',
    picture: 'Das ist ein Bild. Wählen Sie die .zip-Datei einer Sicherung.',
    pdf: 'Das ist ein PDF. Wählen Sie die .zip-Datei einer Sicherung.',
    packed:
      'Dieses Archiv ist keine zip-Datei. Wählen Sie die .zip-Datei einer Sicherung, wie sie heruntergeladen wurde.',
    json: 'Das ist eine Datendatei, aber keine Sicherung. Wählen Sie die .zip-Datei einer Sicherung.',
    other: 'Das ist keine Sicherung von Casebook. Wählen Sie die .zip-Datei einer Sicherung.',
    'not-a-zip':
      'Die Datei ist abgeschnitten oder beschädigt. Kopieren Sie sie noch einmal von dort, wo Sie sie aufbewahren.',
    damaged:
      'Die Datei ist abgeschnitten oder beschädigt. Kopieren Sie sie noch einmal von dort, wo Sie sie aufbewahren.',
    'too-many-entries': 'Das Archiv enthält mehr Dateien als jede Sicherung von Casebook.',
    'bad-name': 'Das Archiv enthält eine Datei mit einem Namen, den keine Sicherung von Casebook hat.',
    spanned:
      'Das Archiv ist nur ein Teil von mehreren. Wählen Sie eine Sicherung, wie sie heruntergeladen wurde.',
    'zip-duplicate': 'Das Archiv enthält dieselbe Datei zweimal. Es stammt nicht von Casebook.',
    encrypted: 'Das Archiv hat ein Passwort. Entpacken Sie es und packen Sie es ohne Passwort neu.',
    'password-needed': 'Diese Datei hat ein Passwort; ohne es lässt sich nichts darin lesen.',
    'wrong-password': 'Dieses Passwort öffnet die Datei nicht. Groß- und Kleinschreibung zählen.',
    overlap: 'Das Archiv ist so gebaut, dass es Daten verbirgt. Es stammt nicht von Casebook.',
    'header-mismatch':
      'Das Archiv widerspricht sich selbst. Es ist beschädigt oder stammt nicht von Casebook.',
    method:
      'Das Archiv ist auf eine Weise gepackt, die Casebook nicht liest. Wählen Sie eine Sicherung, wie sie heruntergeladen wurde.',
    'too-large': 'Die Datei oder etwas darin ist größer, als Casebook annimmt.',
    bomb: 'Das Archiv würde beim Entpacken weit größer als jede Sicherung.',
    checksum: 'Eine Datei in der Sicherung ist beschädigt: Ihre Prüfsumme stimmt nicht.',
    'newer-version':
      'Diese Sicherung stammt von einer neueren Version von Casebook. Aktualisieren Sie Casebook und stellen Sie sie dann wieder her.',
    'bad-manifest': 'Das ist eine zip-Datei, aber keine Sicherung von Casebook.',
    'file-missing': 'Eine Datei, die zur Sicherung gehört, fehlt darin.',
    'part-missing':
      'Diese Sicherung besteht aus mehreren Dateien, und eine davon fehlt. Wählen Sie alle Dateien der Sicherung auf einmal aus.',
    'part-foreign':
      'Diese Dateien gehören nicht zu derselben Sicherung. Wählen Sie nur die Dateien einer Sicherung aus.',
    'part-twice': 'Eine Datei wurde doppelt ausgewählt, oder die Dateien gehören nicht zusammen.',
    'pack-incomplete':
      'Das Paket ist nicht vollständig. Wenn es aus mehreren Dateien besteht, wählen Sie alle auf einmal aus.',
    'not-utf8': 'Ein Text in der Sicherung ist beschädigt.',
    'bad-entry': 'Ein Eintrag in der Sicherung ist beschädigt oder stammt nicht von Casebook.',
    'bad-chain':
      'Die Einträge in der Sicherung sind nicht vollständig oder nicht in der richtigen Reihenfolge.',
    'bad-picture': 'Ein Bild in der Sicherung ist keines, das Casebook annimmt, oder viel zu groß.',
    'picture-mismatch': 'Ein Bild in der Sicherung wurde nach der Aufzeichnung verändert.',
    'bad-signature':
      'Die Unterschrift gehört nicht zu diesem Paket: Etwas darin wurde geändert, oder es wurde aus zweien zusammengesetzt. Lassen Sie es sich noch einmal geben.',
    'too-deep': 'Die Sicherung enthält tiefer geschachtelte Daten, als Casebook sie schreibt.',
    'forbidden-name': 'Die Sicherung enthält Namen, die Casebook nie schreibt.',
    'duplicate-name':
      'Die Sicherung enthält denselben Namen zweimal an einer Stelle. Das schreibt Casebook nie.',
    'not-json': 'Ein Eintrag in der Sicherung ist beschädigt.',
    conflict:
      'Die Sicherung widerspricht diesem Protokoll: Derselbe Eintrag hat einen anderen Inhalt. Eines von beiden wurde verändert.',
    'broken-chain':
      'Die Hash-Kette in der Sicherung ist unterbrochen: Ein Eintrag wurde nachträglich geändert, weggelassen oder eingefügt.',
    'missing-picture': 'Ein Bild, das zur Sicherung gehört, fehlt darin.',
    busy: 'Eine andere Wiederherstellung oder Reparatur läuft. Warten Sie, bis sie fertig ist.',
    unreadable:
      'Die Datei ist nicht mehr lesbar. Wurde sie verschoben, geändert oder der Datenträger abgezogen? Wählen Sie sie noch einmal.',
  },

  dialog: {
    heading: 'Export',
    looking: 'Es wird nachgesehen, was hinausginge',
    nothing: 'Es gibt nichts zu exportieren.',
    formatLegend: 'Format',
    formats: {
      html: {
        name: 'Bericht',
        hint: 'Eine Datei, die sich in jedem Browser öffnet und gut drucken lässt; die Bilder sind darin.',
      },
      evidence: {
        name: 'Beweispaket',
        hint: 'Bericht, jeder Eintrag, Bilder, Prüfsummen und eine Signatur (ZIP): Andere können prüfen, dass seither nichts verändert wurde.',
      },
      zip: { name: 'Alles, gepackt', hint: 'Bericht, Tabellen, Daten und Bilder als Dateien.' },
      csv: { name: 'Tabelle', hint: 'Für Tabellenprogramme, eine Zeile je Problem (CSV).' },
      markdown: { name: 'Text', hint: 'Für Ticketsysteme und Wikis (Markdown).' },
      json: { name: 'Daten', hint: 'Für Programme (JSON).' },
      'csv-raw': {
        name: 'Rohe Tabelle',
        hint: 'Für Programme, eine Zeile je Auftreten. Nicht im Tabellenprogramm öffnen.',
      },
      jira: {
        name: 'Jira',
        hint: 'ZIP: Tabellen mit der Konfiguration für den Import, Bilder und eine Anleitung.',
      },
      servicenow: {
        name: 'ServiceNow',
        hint: 'ZIP: Tabelle für ein Import Set (incident), Bilder und eine Anleitung.',
      },
      zendesk: { name: 'Zendesk', hint: 'ZIP: Daten für den Ticketimport, Bilder und eine Anleitung.' },
      github: {
        name: 'GitHub',
        hint: 'ZIP: ein Problem je Zeile für die Programmierschnittstelle, Bilder und eine Anleitung.',
      },
      gitlab: { name: 'GitLab', hint: 'ZIP: Tabelle für „CSV importieren“, Bilder und eine Anleitung.' },
      tmf621: {
        name: 'TMF621',
        hint: 'ZIP: Störungsmeldungen nach der Norm des TM Forum, Bilder und eine Anleitung.',
      },
      xlsx: {
        name: 'Excel-Mappe',
        hint: 'Für Tabellenprogramme, eine Zeile je Problem, mit echten Zeitangaben (XLSX).',
      },
      jsonl: {
        name: 'Datenzeilen',
        hint: 'ZIP: ein JSON-Objekt je Zeile (JSON Lines) mit seinem Schema, und Bilder.',
      },
      eml: {
        name: 'Mailentwurf',
        hint: 'Ein Entwurf je Problem mit seinen Bildern und Dateien, für Ihr Mailprogramm (EML; mehrere als ZIP).',
      },
      har: {
        name: 'Netzwerkprotokoll',
        hint: 'Fehlgeschlagene und langsame Anfragen für Entwicklerwerkzeuge (HAR).',
      },
    },
    formatGroups: {
      people: 'Für Menschen',
      proof: 'Vollständig',
      tools: 'Für das Werkzeug des Anbieters',
      programs: 'Für Programme',
    },
    noPictures: 'Dieses Format enthält keine Bilder, nur ihre Namen.',
    outHeading: 'Was hinausgeht',
    out: (count, shots, size) => `${issues(count)}, ${pictures(shots)}, etwa ${size}`,
    large:
      'Das wird eine große Datei. Gepackt bleiben die Bilder eigene Dateien, und der Bericht öffnet sich schneller.',
    leaveOut: 'Weglassen',
    groups: {
      pictures: 'Alle Bilder',
      files: 'Alle Dateien',
      'unsearched-files': 'Dateien, die sich nicht nach Geheimnissen durchsuchen lassen (PDF und andere)',
      environment: 'Browser und System',
      requests: 'Anfragen der Seite',
      findings: 'Fundstellen auf der Seite',
      'address-query': 'Adressen nach ? oder #',
      'local-paths': 'Pfade von Dateien auf diesem Rechner',
      labels: 'Stichwörter',
      history: 'Verlauf der Aufzeichnungen',
    },
    maskPersonal: 'Auch E-Mail-Adressen, Telefonnummern und IP-Adressen schwärzen',
    strip: 'Zeit, Website und Nummer unter jedes Bild schreiben',
    maskedHeading: 'Geschwärzt',
    maskedNone: 'Beim Aufzeichnen wurde in diesen Problemen nichts gefunden, was wie ein Geheimnis aussieht.',
    maskedRule: (rule, count) => `Beim Aufzeichnen: ${rule}, ${count}×`,
    never: 'Interne Notizen, Entwürfe, gelöschte Inhalte und frühere Fassungen gehen nie hinaus.',
    listLabel: 'Probleme, die hinausgehen',
    takeOut: (key) => `${key} weglassen`,
    putBack: (key) => `${key} wieder dazunehmen`,
    takeOutPicture: (key, number) => `Bild ${number} von ${key} weglassen`,
    putBackPicture: (key, number) => `Bild ${number} von ${key} wieder dazunehmen`,
    show: (key) => `Alles zeigen, was von ${key} hinausgeht`,
    hide: (key) => `Einzelheiten von ${key} verbergen`,
    out_: 'weggelassen',
    pictureFacts: (number, width, height, size) => `Bild ${number}: ${width} × ${height}, ${size}`,
    picturePreview: (key, number) => `Bild ${number} von ${key}`,
    fileFacts: (name, kind, size) => `${name}: ${kind}, ${size}`,
    fileMasked: (count) =>
      n(count, {
        one: '# Geheimnis darin unkenntlich gemacht',
        other: '# Geheimnisse darin unkenntlich gemacht',
      }),
    fileAsItCame: 'So, wie sie kam. In dieser Art von Datei kann Casebook nicht nach Geheimnissen suchen.',
    files: (count) => n(count, { one: '# Datei', other: '# Dateien' }),
    filesOnlyZip: 'Dateien gehen nur mit ZIP-Formaten hinaus; andere Formate nennen sie.',
    run: 'Exportieren',
    runCount: (count) => n(count, { one: '# Problem exportieren', other: '# Probleme exportieren' }),
    running: 'Export wird geschrieben',
    done: (name, size) => `${name} (${size}) wurde geschrieben, zurückgelesen und in Ihre Downloads gelegt.`,
    lost: (count) =>
      n(count, {
        one: '# Bild war nicht mehr lesbar. Der Export sagt das an seiner Stelle.',
        other: '# Bilder waren nicht mehr lesbar. Der Export sagt das an ihrer Stelle.',
      }),
    signed: (fingerprint) =>
      `Signiert mit dem Schlüssel ${fingerprint}. Nennen Sie diesen Fingerabdruck einmal auf anderem Weg, per Brief oder am Telefon: Daran erkennt man, dass ein Paket von Ihnen kommt.`,
    unsigned:
      'Das Paket ist nicht signiert: Dieser Browser kann den Schlüssel nicht bilden oder behalten. Prüfsummen und Kette sind enthalten.',
    notNoted: 'Die Datei wurde erstellt, aber das Protokoll konnte den Export nicht vermerken.',
    changed: (key) =>
      `${key} hat sich inzwischen geändert. Es wurde nichts exportiert; sehen Sie noch einmal an, was hinausgeht.`,
    notVerified:
      'Die fertige Datei war nicht, was geschrieben werden sollte, und wurde verworfen. Versuchen Sie es noch einmal; bleibt es so, ist vielleicht die Festplatte voll.',
    tooLargeToLock:
      'Mit Passwort gehen hier bis zu 300 MB; dies ist mehr, und nichts ging hinaus. Lassen Sie Bilder oder Probleme weg, oder machen Sie es ohne Passwort und verschlüsseln Sie die Datei mit 7-Zip.',
    again: 'Noch einmal ansehen',
    close: 'Schließen',
    cancel: 'Abbrechen',
  },
};
