type Target = 'jira' | 'servicenow' | 'zendesk' | 'github' | 'gitlab' | 'tmf621' | 'jsonl' | 'eml';

/** Those with a table, which somebody may open in a spreadsheet program. */
const TABLES: readonly Target[] = ['jira', 'servicenow', 'gitlab'];

const ABOUT: Readonly<
  Record<Target, Readonly<{ tool: string; load: readonly string[]; notes: readonly string[] }>>
> = {
  jira: {
    tool: 'Jira',
    load: [
      'Mit Administration: Einstellungen > System > Externer Systemimport > CSV. jira-issues-*.csv wählen, dazu „vorhandene',
      'Konfigurationsdatei verwenden“ und jira-configuration.txt. Projekt und Personen werden in Jira gewählt.',
      'Ohne Administration: im Projekt „Vorgänge aus CSV importieren“; höchstens 250 Probleme je Datei, deshalb hat jede 250.',
    ],
    notes: [
      'Der Import eines Projekts nimmt weder Status noch Kommentare: Der Verlauf steht deshalb auch in der Beschreibung.',
      'Kommentare gelten als von der importierenden Person geschrieben; wer es wann gesagt hat, steht in der ersten Zeile.',
      'Priorität und Status tragen die Namen eines neuen Jira. Andere Namen werden beim Import zugeordnet.',
      'Ein zweiter Import legt neue Vorgänge an. Jeder trägt seine Nummer als Stichwort (K7-0042): vorher danach suchen.',
      '„External issue ID“ kann in ein eigenes Feld; sie bleibt in jedem Export gleich.',
      'Jira nimmt Anhänge nur von einer Adresse, die sein Server erreicht: die genannten Dateien von Hand anhängen.',
    ],
  },
  servicenow: {
    tool: 'ServiceNow',
    load: [
      'System Import Sets > Load Data: servicenow-incidents.csv wählen. Dann eine Transform Map zur Tabelle incident anlegen;',
      'die Spalten heißen wie die Felder. Zuerst mit den ersten 20 Zeilen probieren.',
      '„Coalesce“ auf correlation_id setzen: Ein zweiter Import ändert dann, statt hinzuzufügen.',
    ],
    notes: [
      'Zeiten sind UTC, als yyyy-MM-dd HH:mm:ss. Dieses Format in der Transform Map einstellen.',
      'Die Priorität fehlt: ServiceNow leitet sie aus Auswirkung und Dringlichkeit ab.',
      'state hat die Werte eines ausgelieferten ServiceNow (1 neu, 2 in Arbeit, 3 angehalten, 6 gelöst, 7 geschlossen, 8 abgebrochen).',
      'Eigene Regeln können mehr verlangen, bevor etwas angehalten, gelöst oder geschlossen sein darf.',
      'short_description fasst 160 Zeichen, description 4.000. Der Verlauf kommt in comments.',
      'pictures_and_files ist kein Feld: die dort genannten Dateien von Hand anhängen.',
    ],
  },
  zendesk: {
    tool: 'Zendesk',
    load: [
      'Ticketimport, nur mit Administration: jede zendesk-tickets-*.json (höchstens 100 Tickets) als Inhalt von',
      'POST /api/v2/imports/tickets/create_many senden. Nur so bleiben die Zeiten erhalten.',
    ],
    notes: [
      'Ohne Anfragende gehören die Tickets der importierenden Person: sonst requester_id ergänzen.',
      'Ein zweiter Import legt neue Tickets an. Vorher nach external_id suchen; sie bleibt in jedem Export gleich.',
      'Gelöstes kommt als „solved“ an, nie als „closed“, damit es sich noch ergänzen lässt.',
      'Für importierte Tickets misst Zendesk keine Ziele.',
      'Bilder und Dateien sind im ersten Kommentar genannt. Sollen sie ins Ticket, zuerst hochladen (uploads).',
    ],
  },
  github: {
    tool: 'GitHub',
    load: [
      'Jede Zeile von github-issues.jsonl ist der Inhalt von POST /repos/OWNER/REPO/issues:',
      'while read -r line; do printf %s "$line" | gh api repos/OWNER/REPO/issues --input -; done < github-issues.jsonl',
    ],
    notes: [
      'Die Issues tragen die Zeit ihres Imports; wann es geschah, steht im Text.',
      'Stichwörter fallen wortlos weg, wenn die importierende Person nicht schreiben darf.',
      'Ein zweiter Import legt neue Issues an. Vorher nach der Nummer im Titel suchen ([K7-0042]).',
      'Die Schnittstelle nimmt keine Dateien: die im Text genannten in das Issue ziehen.',
      'In einem öffentlichen Repository liest sie jeder. Namen von Rechnern und Adressen stehen im Text.',
    ],
  },
  gitlab: {
    tool: 'GitLab',
    load: [
      'Im Projekt: Issues > CSV importieren, und gitlab-issues.csv wählen. Zuerst mit einem Problem probieren.',
    ],
    notes: [
      'GitLab nimmt Titel und Beschreibung; alles andere steht in der Beschreibung. Wer importiert, gilt als Autor.',
      'Die Issues tragen die Zeit ihres Imports; wann es geschah, steht im Text.',
      'Ein zweiter Import legt neue Issues an. Vorher nach der Nummer im Titel suchen ([K7-0042]). Rückgängig geht es nicht.',
      'Der Import nimmt keine Dateien: die im Text genannten in das Issue ziehen.',
      'Nichts in einem Text ist ein Befehl (/close) oder eine Erwähnung: Fremder Text steht wörtlich da.',
    ],
  },
  tmf621: {
    tool: 'Werkzeuge mit der Trouble Ticket API des TM Forum (TMF621, Version 5)',
    load: [
      'Jede Zeile von tmf621-trouble-tickets.jsonl ist der Inhalt von POST /troubleTicket (TroubleTicket_FVO).',
      'Unter anderem ServiceNow (Trouble Ticket Open API) und Salesforce Communications Cloud verstehen das.',
    ],
    notes: [
      'creationDate und die Folge der Status setzt der Server: Wann etwas geschah, steht in den Notizen.',
      'Ein zweiter Import legt neue Tickets an, wenn der Server externalIdentifier nicht beachtet; er bleibt in jedem Export gleich.',
      'Anhänge sind mit Art und Größe genannt und nicht eingebettet: Ihr Name ist der Pfad in diesem Archiv.',
      'severity ist unsere Auswirkung, priority unsere Priorität; ohne Angabe ist severity Minor, weil eine verlangt wird.',
    ],
  },
  jsonl: {
    tool: 'Programme (JSON Lines)',
    load: [
      'Jede Zeile von issues.jsonl ist ein JSON-Objekt: zuerst der Kopf, dann ein Problem je Zeile. Zum Beispiel mit jq:',
      `jq -r 'select(.record == "issue") | [.key, .title] | @tsv' issues.jsonl`,
    ],
    notes: [
      'schema/casebook-export-line-1.schema.json beschreibt eine Zeile (JSON Schema).',
      'Texte stehen genau so da, wie sie aufgezeichnet wurden: Zeichen, die Text verbergen oder umordnen, sind hier nicht markiert.',
      'Der Kopf sagt, wo die Hash-Kette jedes Protokolls stand.',
    ],
  },
  eml: {
    tool: 'Mailprogramme',
    load: [
      'Jede .eml ist ein Entwurf zu einem Problem, mit seinen Bildern und Dateien: öffnen, Empfänger eintragen, ansehen, senden.',
      'Outlook (klassisch) öffnet ihn zum Bearbeiten. Thunderbird: öffnen, dann Nachricht > Als neue Nachricht bearbeiten.',
    ],
    notes: [
      'Die meisten Ticketwerkzeuge machen aus einer Mail an ihre Adresse ein Ticket, mit den Anhängen. Die Nummer im Betreff hält Antworten zusammen.',
      'Mailserver nehmen oft nicht mehr als 20 MB an.',
    ],
  },
};

/** LIESMICH eines Archivs für das Werkzeug des Anbieters. */
export function targetReadme(target: Target, files: readonly string[], version: string): string {
  const { tool, load, notes } = ABOUT[target];
  const about: Readonly<Record<string, string>> = {
    'report.md': 'der ganze Text, für Menschen',
    'pictures/': 'Bildschirmfotos, wie sie aufgenommen wurden, benannt nach Problem und Nummer',
    'files/': 'Dateien, die zu Problemen hinzugefügt wurden, benannt nach Problem und Nummer',
    SHA256SUMS: 'Prüfsummen: sha256sum -c SHA256SUMS',
  };
  return [
    `Probleme für ${tool}, erstellt mit Casebook`,
    '',
    'Dateien',
    ...files.map((file) => `  ${file}${about[file] === undefined ? '' : `: ${about[file]}`}`),
    '',
    'So werden sie geladen',
    ...load.map((line) => `  ${line}`),
    '',
    'Gut zu wissen',
    ...notes.map((line) => `  - ${line}`),
    ...(TABLES.includes(target)
      ? [
          '  - Was in einer Tabelle wie eine Formel aussieht, beginnt mit einem Apostroph. Alle anderen Texte sind wie aufgezeichnet.',
        ]
      : []),
    '  - Interne Notizen sind nie in einem Export.',
    '',
    `Casebook ${version}`,
    '',
  ].join('\n');
}
