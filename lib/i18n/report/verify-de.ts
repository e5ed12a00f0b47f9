import type { Verifiable } from './verify-types.ts';

/** VERIFY.txt eines Beweispakets. */
export function verifyText({ fingerprint, heads, commands }: Verifiable): string {
  const signature =
    fingerprint === null
      ? [
          '3. Die Signatur',
          '   Dieses Paket ist nicht signiert: Der Browser, in dem es entstand, kann solche Signaturen nicht bilden.',
        ]
      : [
          '3. Die Liste der Prüfsummen wurde mit dem Schlüssel dieses Pakets signiert. Einer der Befehle genügt',
          `   ${commands.ssh}`,
          `   ${commands.openssl}`,
          `   Der Fingerabdruck dieses Schlüssels: ${fingerprint}`,
          '   Vergleichen Sie ihn mit einem, den Sie von anderswo kennen: aus einem früheren Paket, einem Brief, einem Vertrag.',
          '   Einen Schlüssel kann jeder erzeugen; der in diesem Ordner allein beweist nicht, von wem das Paket ist.',
        ];
  return [
    'So prüfen Sie dieses Paket',
    '',
    'Alles auf einmal: „sh verify.sh“ unter Linux, macOS und Git Bash; unter Windows',
    '„powershell -ExecutionPolicy Bypass -File verify.ps1“. Oder Schritt für Schritt, ohne etwas von uns:',
    '',
    '1. Keine Datei wurde verändert, keine fehlt (macOS: shasum -a 256 -c SHA256SUMS)',
    `   ${commands.sums}`,
    '2. Keine Datei kam hinzu (bash; gibt nichts aus, wenn alles stimmt)',
    `   ${commands.added}`,
    ...signature,
    '4. Die Einträge wurden in dieser Reihenfolge nummeriert und verkettet; chains/ nennt jeden, auch die weggelassenen.',
    '   Für jede Datei in chains/ (bash):',
    `   ${commands.chain}`,
    '   Am Ende muss der hier genannte Kopf stehen, und nirgends BROKEN:',
    ...heads.map(({ ledger, n, link }) => `   ${ledger}: ${n} Einträge, Kopf ${link}`),
    '   Eine Datei records/KETTE/NUMMER.json hat die Prüfsumme, die in der Kette hinter dieser Nummer steht.',
    '   Haben Sie ein früheres Paket desselben Protokolls, so steht dessen Kopf hier bei seiner Nummer: Nichts wurde umgeschrieben.',
    '5. Nur wenn gewünscht: eine Zeit, für die jemand anders einsteht (RFC 3161). SHA256SUMS.tsq bittet eine Stelle darum; darin',
    '   steht die Prüfsumme von SHA256SUMS und sonst nichts aus diesem Paket. Niemand hat es gesendet. An eine Stelle Ihrer Wahl:',
    `   ${commands.askTime}`,
    '   Legen Sie die Antwort als SHA256SUMS.tsr hierher. Sie muss "Status: Granted." und ihre Zeit nennen:',
    `   ${commands.showTime}`,
    '   Mit dem Zertifikat, das die Stelle veröffentlicht, als CA.pem (beide müssen mit "Verification: OK" enden):',
    `   ${commands.checkTime}`,
    `   ${commands.checkRequest}`,
    '   Das zeigt, dass es die Prüfsummen und damit alle Dateien zu dieser Zeit gab, nicht, dass sie wahr sind.',
    '',
    'Was wo ist',
    '   report.html, report.md, issues.csv: der Bericht in drei Formen',
    '   records/: Einträge des Protokolls, Byte für Byte wie geschrieben',
    '   derived/: was der Bericht von nicht vollständig beigelegten Einträgen zeigt, und Bilder mit Markierungen oder Abdeckungen',
    '   screenshots/, files/: Bilder und Dateien, wie sie gespeichert wurden',
    '   chains/: Nummer, Prüfsumme und Verkettung jedes Eintrags',
    '   manifest.json: welche Nummern beiliegen, gekürzt sind, zurückgehalten oder gelöscht wurden',
    '',
    'Was das zeigt und was nicht',
    '   Diese Prüfungen zeigen, dass die Dateien nicht verändert wurden, seit der Browser der meldenden Person sie signiert',
    '   hat, dass sie mit dem Schlüssel des gezeigten Fingerabdrucks signiert wurden, dass die Einträge in dieser',
    '   Reihenfolge nummeriert und verkettet wurden und welche weggelassen oder gelöscht sind. Die Signatur gilt dem Paket;',
    '   Einträge von Kolleginnen und Kollegen darin bleiben deren Einträge.',
    '   Sie zeigen nicht, dass eine Seite wirklich so aussah, dass die Uhr des Rechners richtig ging, wer gemeldet hat, oder',
    '   dass davor und daneben nichts aufgezeichnet wurde: Den Browser hat die meldende Person in der Hand. Unabhängig ist',
    '   eine Zeit nur, wo sie auch jemand anderes hat, etwa ein Ticket oder eine E-Mail, in der der Kopf oben genannt wurde.',
    '',
  ].join('\n');
}
