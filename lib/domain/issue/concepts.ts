/**
 * Words of error messages by what they mean, so that the English and the German message of the same failure can be
 * compared. Folded beginnings of words; the longest that fits counts.
 */
const CONCEPTS: readonly string[] = [
  'save sav speicher gespeichert sicher',
  'load loading lad gelad',
  'open opened offn geoffn',
  'delet delete remov losch geloscht entfern',
  'chang modif edit ander geander bearbeit',
  'creat creation generat erstell angelegt anleg',
  'print drucker druck gedruckt',
  'upload hochlad hochgelad',
  'download herunterlad heruntergelad',
  'send sent versand versend gesendet',
  'connect connection verbindung verbund',
  'login log-in signin signed sign anmeld angemeldet',
  'assign zuweis zugewiesen zuordn zugeordn',
  'calculat comput berechn',
  'search such',
  'find found gefund',
  'export exporti',
  'import importi',
  'clos schliess geschloss',
  'lock gesperrt sperr',
  'expir abgelauf ablauf',
  'invalid ungultig',
  'unavailable available verfugbar',
  'reach reachable erreichbar erreicht',
  'permission permitted allowed authoris authoriz berechtig befugt durf erlaubt',
  'denied deny refused refus verweiger abgelehnt ablehn declin reject zuruckgewies',
  'support unterstutz',
  'exist existier',
  'already bereits schon',
  'timeout timed zeituberschreitung',
  'large big gross zu',
  'missing fehlend fehlt',
  'duplicat doppelt',
  'overlap uberschneid',
  'empty leer',
  'locked gesperrt',
  'invoice rechnung',
  'order bestellung bestellt auftrag',
  'customer client kund',
  'contact kontakt',
  'user benutzer nutzer',
  'account konto konten',
  'file datei',
  'document dokument',
  'attachment anhang',
  'report bericht',
  'page seite',
  'picture image bild',
  'payment pay zahlung bezahl',
  'service dienst',
  'provider anbieter',
  'delivery lieferung lieferschein',
  'stock lagerbestand bestand lager',
  'address adress',
  'mail e-mail',
  'number nummer',
  'table tabelle',
  'database datenbank',
  'source quelle',
  'request anfrage anforderung antrag',
  'answer response reply antwort',
  'network netzwerk',
  'server serv',
  'session sitzung',
  'password passwort kennwort',
  'calendar kalender',
  'booking posting buchung gebucht',
  'period periode',
  'holiday leave vacation urlaub',
  'payroll salary salaries gehalt gehalter lohn',
  'balance saldo kontostand',
  'voucher coupon gutschein',
  'cart basket warenkorb',
  'product item produkt artikel',
  'price preis',
  'piece stuck',
  'comment kommentar',
  'ticket vorgang',
  'application anwendung',
  'role rolle',
  'tax vat umsatzsteuer mehrwertsteuer ust',
  'type typ',
  'dashboard overview ubersicht',
  'chart diagramm',
  'list liste',
  'settings einstellung',
  'month monat',
  'supplier vendor lieferant',
  'contract vertrag',
  'employee mitarbeiter',
  'start home startseite',
];

const CONCEPT_OF = new Map<string, string>(
  CONCEPTS.flatMap((line) => {
    const [concept = '', ...others] = line.split(' ');
    return [concept, ...others].map((stem): [string, string] => [stem, `=${concept}`]);
  }),
);
const LONGEST = Math.max(...[...CONCEPT_OF.keys()].map((stem) => stem.length));

/** `=invoice` for "Rechnungen"; the word itself where its meaning is not known. `word` folded. */
export function conceptOf(word: string): string {
  for (let length = Math.min(LONGEST, word.length); length >= 3; length -= 1) {
    const stem = word.slice(0, length);
    const concept = CONCEPT_OF.get(stem);
    // A short stem fits by chance at the beginning of a long word.
    if (concept !== undefined && (length >= 5 || word.length - length <= 3)) return concept;
  }
  return word;
}

/** Words that say nothing about which failure it is: small words, politeness, and that something failed at all. */
const EMPTY = new Set(
  `a an the of to in on at is was are were be been has have had do does did for from with by and or not no it its this that
  these your you we our us may might can could cannot couldn would will been please try again later now moment currently
  something went wrong sorry oops error errors failed fail fails failure fehler fehlgeschlagen problem problems issue
  unfortunately unexpected unexpectedly occurred happened unable contact support administrator help retry reload back
  der die das den dem des ein eine einen einem einer eines ist sind war waren wird werden wurde wurden hat haben konnte
  konnten kann konnen nicht kein keine keinen von vom zu zum zur im in am an auf aus bei mit und oder fur ihr ihre ihrem
  ihren ihrer sie wir uns es sich bitte versuchen versuch erneut nochmals noch einmal spater leider momentan derzeit
  aktuell aufgetreten etwas schief gelaufen gegangen unerwartet unerwarteter lasst nr uhr seit nach um als fehlermeldung
  code meldung http status since after only more than already bereits nur still
  jan january januar feb february februar mar march marz apr april may mai jun june juni jul july juli aug august sep sept
  september oct october okt oktober nov november dec december dez dezember`.split(/\s+/u),
);

export function isEmptyWord(word: string): boolean {
  return EMPTY.has(word);
}
