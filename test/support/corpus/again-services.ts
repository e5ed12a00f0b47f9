import type { Problem } from './again-problem.ts';

const DESK = 'desk.example.com';
const HR = 'hr.example.ch:8443';
const ID = 'login.identity.example';
const SHOP = 'shop.example.de';
const BI = 'insight.example.net';
const WIKI = 'wiki.example.org';

/** Of other services and of programs outside the browser, with their near misses beside them. */
export const SERVICES: readonly Problem[] = [
  {
    name: 'attachment does not open',
    host: DESK,
    paths: ['/#/tickets/{id}'],
    title: { en: ['Desk'], de: ['Desk'] },
    shows: {
      en: ['The attachment {file} could not be opened.'],
      de: ['Der Anhang {file} konnte nicht geöffnet werden.'],
    },
  },
  {
    name: 'ticket cannot be assigned',
    host: DESK,
    paths: ['/#/tickets/{id}'],
    title: { en: ['Desk'], de: ['Desk'] },
    shows: {
      en: ['Ticket {id} could not be assigned to {person}.', 'Unable to assign ticket {id} to {person}.'],
      de: ['Ticket {id} konnte {person} nicht zugewiesen werden.'],
    },
    calls: [[400, '/rest/tickets/{id}/assignee']],
  },
  {
    name: 'statistics do nothing',
    host: DESK,
    paths: ['/#/statistics/{date}'],
    title: { en: ['Desk'], de: ['Desk'] },
    typed: { en: ['Statistics do nothing when I click'], de: ['Statistik reagiert nicht auf den Klick'] },
  },
  {
    name: 'inbox scrolls back',
    host: DESK,
    paths: ['/#/inbox'],
    title: { en: ['({n}) Desk'], de: ['({n}) Desk'] },
    typed: { en: ['List jumps back to the top'], de: ['Liste springt nach oben'] },
  },
  {
    name: 'booking overlaps',
    host: HR,
    paths: ['/zeit/{date}'],
    title: { de: ['Zeiterfassung {date}'] },
    shows: {
      de: [
        'Fehler: Die Buchung vom {date} überschneidet sich mit einer anderen Buchung.',
        'Die Buchung um {time} ist nicht möglich, weil sie sich mit einer anderen Buchung überschneidet.',
      ],
    },
  },
  {
    name: 'terminal is not reached',
    host: HR,
    paths: ['/zeit/{date}'],
    title: { de: ['Zeiterfassung {date}'] },
    shows: {
      de: ['Terminal {n} ist nicht erreichbar.', 'Das Terminal {n} ist seit {time} Uhr nicht erreichbar.'],
    },
  },
  {
    name: 'leave is refused',
    host: HR,
    paths: ['/urlaub/{id}'],
    title: { de: ['Urlaubsantrag {id}', 'Antrag von {person}'] },
    shows: { de: ['Fehler: Der Resturlaub von {n} Tagen reicht für diesen Antrag nicht aus.'] },
  },
  {
    name: 'payslip is missing',
    host: HR,
    paths: ['/abrechnung/{month}'],
    title: { de: ['Abrechnung {month}'] },
    shows: { de: ['Das Dokument wurde nicht gefunden.'] },
    status: 404,
  },
  {
    name: 'personnel file is missing',
    host: HR,
    paths: ['/personalakte/{uuid}'],
    title: { de: ['Personalakte {person}'] },
    shows: { de: ['Das Dokument wurde nicht gefunden.'] },
    status: 404,
  },
  {
    name: 'user is not assigned to the application',
    host: ID,
    paths: ['/{uuid}/oauth2/authorize'],
    title: {
      en: ['Sign in to your account'],
      de: ['Bei Ihrem Konto anmelden'],
      fr: ['Connectez-vous à votre compte'],
    },
    shows: {
      en: [
        'AADSTS50105: the signed in user {email} is not assigned to a role for the application.|Correlation ID: {uuid}',
      ],
      de: [
        'AADSTS50105: Der angemeldete Benutzer {email} ist keiner Rolle für die Anwendung zugewiesen. Fehler!|Correlation ID: {uuid}',
      ],
      fr: ['AADSTS50105 : une erreur est survenue, error pour {email}.|Correlation ID: {uuid}'],
    },
  },
  {
    name: 'application has no consent',
    host: ID,
    paths: ['/{uuid}/oauth2/authorize'],
    title: {
      en: ['Sign in to your account'],
      de: ['Bei Ihrem Konto anmelden'],
      fr: ['Connectez-vous à votre compte'],
    },
    shows: {
      en: [
        'AADSTS65001: the user or administrator has not consented to use the application. Error!|Correlation ID: {uuid}',
      ],
      de: [
        'AADSTS65001: Der Benutzer oder Administrator hat der Anwendung nicht zugestimmt. Fehler!|Correlation ID: {uuid}',
      ],
      fr: ['AADSTS65001 : une erreur est survenue, error.|Correlation ID: {uuid}'],
    },
  },
  {
    name: 'payment is declined',
    host: SHOP,
    paths: ['/checkout/payment'],
    title: { en: ['Payment – Example Shop'], de: ['Zahlung – Example Shop'] },
    shows: {
      en: ['Error: your payment of {amount} was declined.'],
      de: ['Fehler: Ihre Zahlung über {amount} wurde abgelehnt.'],
    },
    calls: [[402, '/checkout/pay']],
  },
  {
    name: 'payment provider is down',
    host: SHOP,
    paths: ['/checkout/payment'],
    title: { en: ['Payment – Example Shop'], de: ['Zahlung – Example Shop'] },
    shows: {
      en: ['The payment service is unavailable at the moment.'],
      de: ['Der Zahlungsdienst ist momentan nicht verfügbar.'],
    },
    calls: [[503, '/checkout/pay']],
  },
  {
    name: 'picture of a product is missing',
    host: SHOP,
    paths: ['/products/{slug}-{id}'],
    title: { en: ['{name} – Example Shop'], de: ['{name} – Example Shop'] },
    calls: [[404, '/media/{hex}.jpg']],
  },
  {
    name: 'not enough pieces',
    host: SHOP,
    paths: ['/cart'],
    title: { en: ['Cart – Example Shop'], de: ['Warenkorb – Example Shop'] },
    shows: {
      en: ['Error: only {n} pieces of "{name}" are available.'],
      de: ['Fehler: Von „{name}“ sind nur noch {n} Stück verfügbar.'],
    },
  },
  {
    name: 'voucher has expired',
    host: SHOP,
    paths: ['/cart'],
    title: { en: ['Cart – Example Shop'], de: ['Warenkorb – Example Shop'] },
    shows: {
      en: ['Sorry, the voucher {no} has expired.'],
      de: ['Leider ist der Gutschein {no} abgelaufen.'],
    },
  },
  {
    name: 'payroll report is not calculated',
    host: BI,
    paths: ['/report/view'],
    title: { en: ['Payroll {month} – Insight'], de: ['Gehälter {month} – Insight'] },
    shows: {
      en: ['The report could not be calculated.'],
      de: ['Der Bericht konnte nicht berechnet werden.'],
    },
    calls: [[500, '/api/report/run']],
  },
  {
    name: 'holiday report is not calculated',
    host: BI,
    paths: ['/report/view'],
    title: { en: ['Holiday balance {month} – Insight'], de: ['Urlaubskonten {month} – Insight'] },
    shows: {
      en: ['The report could not be calculated.'],
      de: ['Der Bericht konnte nicht berechnet werden.'],
    },
    calls: [[500, '/api/report/run']],
  },
  {
    name: 'data source is locked',
    host: BI,
    paths: ['/sources/{hex}'],
    title: { en: ['Data source {hex} – Insight'], de: ['Datenquelle {hex} – Insight'] },
    shows: {
      en: ['Database error: table is locked by {email} since {time}.|SQLSTATE[HY000]'],
      de: ['Datenbankfehler: Tabelle ist seit {time} Uhr von {email} gesperrt, Fehler.|SQLSTATE[HY000]'],
    },
  },
  {
    name: 'page is not found',
    host: WIKI,
    paths: ['/pages/{id}'],
    title: { en: ['Page not found – Wiki'], de: ['Seite nicht gefunden – Wiki'] },
    shows: { en: ['404 Page not found'], de: ['404 Seite nicht gefunden'] },
    status: 404,
  },
  {
    name: 'comments disappear',
    host: WIKI,
    paths: ['/spaces/{id}/overview', '/blog/{date}', '/pages/{id}'],
    title: {
      en: ['Team space – Wiki', 'Blog – Wiki', 'Notes – Wiki'],
      de: ['Teambereich – Wiki', 'Blog – Wiki', 'Notizen – Wiki'],
    },
    typed: {
      en: [
        'Comments disappear after saving',
        'My comment disappears after saving it',
        'Comments disappear after I save',
      ],
    },
  },
  {
    name: 'search finds nothing',
    host: WIKI,
    paths: ['/search'],
    title: { en: ['Search – Wiki'], de: ['Suche – Wiki'] },
    shows: {
      en: ['Search is unavailable: index {hex} is being rebuilt.'],
      de: ['Die Suche ist nicht verfügbar: Der Index {hex} wird neu aufgebaut.'],
    },
    status: 503,
  },
  {
    name: 'posting is refused',
    host: '',
    paths: [''],
    system: 'SAP GUI',
    title: { en: [''] },
    typed: {
      en: ['Posting period {n} is not open', 'Posting period {n} not open'],
      de: ['Buchungsperiode {n} ist nicht geöffnet'],
    },
  },
  {
    name: 'spool does not print',
    host: '',
    paths: [''],
    system: 'SAP GUI',
    title: { en: [''] },
    typed: {
      en: ['Spool request {id} does not print', 'Spool request {id} is not printed'],
      de: ['Spoolauftrag {id} wird nicht gedruckt'],
    },
  },
];
