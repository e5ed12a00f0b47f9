/** LIESMICH des ZIP-Exports. */
export function exportReadme(files: readonly string[], version: string): string {
  const about: Readonly<Record<string, string>> = {
    'report.html': 'der Bericht: öffnet sich in jedem Browser, lässt sich gut drucken und führt nichts aus',
    'report.md': 'dasselbe als Text, für Ticketsysteme und Wikis',
    'issues.csv':
      'eine Tabelle für Tabellenprogramme, eine Zeile je Problem; was für eine Formel gehalten werden könnte, beginnt mit einem Apostroph',
    'issues-raw.csv':
      'eine Tabelle für Programme, eine Zeile je Auftreten, Texte unverändert: nicht im Tabellenprogramm öffnen',
    'issues.json': 'alles, für Programme',
    'pictures/': 'Bildschirmfotos, wie sie aufgenommen wurden, benannt nach Problem und Nummer',
    'requests.har':
      'fehlgeschlagene und langsame Anfragen, für Werkzeuge, die Netzwerkprotokolle lesen (HAR 1.2)',
    'files/': 'Dateien, die zu Problemen hinzugefügt wurden, benannt nach Problem und Nummer',
    'schema/casebook-export-1.schema.json': 'beschreibt issues.json (JSON Schema)',
    SHA256SUMS: 'Prüfsummen: sha256sum -c SHA256SUMS',
  };
  return [
    'Problembericht, erstellt mit Casebook',
    '',
    'Dateien',
    ...files.map((file) => `  ${file}${about[file] === undefined ? '' : `: ${about[file]}`}`),
    '',
    'Was das zeigt',
    '  Was zur angegebenen Zeit auf dem Bildschirm der aufzeichnenden Person stand und was der Browser über die Seite wusste.',
    '  Passwörter, Tokens und Schlüssel wurden geschwärzt, bevor etwas gespeichert wurde. Der Absender kann etwas weggelassen',
    '  haben; der Kopf des Berichts sagt, was. Die Prüfsummen zeigen, ob eine Datei nach dem Export verändert wurde. Sie zeigen',
    '  nicht, dass eine Seite so aussah, dass die Uhr richtig ging oder wer aufgezeichnet hat.',
    '',
    `Casebook ${version}`,
    '',
  ].join('\n');
}

/** LIESMICH einer Sicherung. */
export function backupReadme(version: string): string {
  return [
    'Sicherung von Casebook',
    '',
    'Das ist eine vollständige Kopie eines Casebook-Protokolls: alle Einträge, alle Bilder und die Einstellungen.',
    'Sie ist zum Wiederherstellen da und enthält alles, auch interne Notizen und den Papierkorb: bitte nicht weitergeben.',
    'Zum Weitergeben dient der Export in Casebook.',
    '',
    'Wiederherstellen: Casebook > Daten & Einstellungen > Wiederherstellen, und diese Datei wählen, wie sie ist.',
    'Das Format steht in docs/data-format.md von Casebook; SHA-256-Summen aller Dateien stehen in manifest.json.',
    '',
    `Casebook ${version}`,
    '',
  ].join('\n');
}
