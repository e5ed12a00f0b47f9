import type { Problem } from './again-problem.ts';

const ERP = 'erp.acme.example';
const CRM = 'crm.vendor.example';
const DESK = 'desk.example.com';
const HR = 'hr.example.ch:8443';
const BI = 'insight.example.net';
const WIKI = 'wiki.example.org';

/** Things that happen once: none of them is "again", though most lie beside something that is. */
export const ONCE: readonly Problem[] = [
  ...[
    ['Invoice {no} could not be deleted.', '/invoices/{id}/edit'],
    ['Order {id} could not be saved.', '/orders/{id}/edit'],
    ['The invoice {no} was not found.', '/invoices/{id}'],
    ['The export of {n} invoices failed.', '/invoices'],
    ['Connection to the archive was refused.', '/invoices/{id}/edit'],
    ['Unable to lock stock item {id}.', '/stock/{id}'],
    ['Customer {name} could not be loaded.', '/customers/{slug}'],
    ['Delivery {id} is missing a carrier: error.', '/deliveries/{id}'],
  ].map(([text = '', path = ''], i): Problem => ({
    name: `once in the ERP ${i}`,
    host: ERP,
    paths: [path],
    title: { en: ['Acme ERP'] },
    shows: { en: [text] },
  })),
  ...[
    ['The deal {no} could not be closed.', '/deals/{id}'],
    ['Access denied: you may not see contact {id}.', '/contacts/{uuid}'],
    ['Upload failed: virus found in {file}.', '/contacts/{uuid}/files'],
    ['The mail to {email} could not be sent.', '/mails/{id}'],
    ['Calendar error: {date} is not available.', '/calendar/{date}'],
  ].map(([text = '', path = ''], i): Problem => ({
    name: `once in the CRM ${i}`,
    host: CRM,
    paths: [path],
    title: { en: ['VendorCRM'] },
    shows: { en: [text] },
  })),
  ...[
    ['Fehler: Der Antrag {id} wurde bereits genehmigt.', '/urlaub/{id}'],
    ['Der Kalender konnte nicht geladen werden.', '/kalender'],
    ['Die Buchung vom {date} konnte nicht gelöscht werden.', '/zeit/{date}'],
    ['Sitzung abgelaufen!', '/anmeldung'],
  ].map(([text = '', path = ''], i): Problem => ({
    name: `once in HR ${i}`,
    host: HR,
    paths: [path],
    title: { de: ['Personalportal'] },
    shows: { de: [text] },
  })),
  ...[
    ['/api/orders/{id}', '/orders', 'Orders – Acme ERP', ERP],
    ['/api/export', '/contacts', 'Contacts – VendorCRM', CRM],
    ['/api/tasks', '/dashboard', 'Dashboard – Acme ERP', ERP],
    ['/api/report/list', '/report/view', 'Turnover {month} – Insight', BI],
  ].map(([call = '', path = '', title = '', host = ''], i): Problem => ({
    name: `a request that fails once ${i}`,
    host,
    paths: [path],
    title: { en: [title] },
    calls: [[500, call]],
  })),
  ...[
    ['Comments cannot be sorted', '/pages/{id}', WIKI, ''],
    ['Comments are shown twice', '/spaces/{id}/overview', WIKI, ''],
    ['Spool request {id} has no owner', '', '', 'SAP GUI'],
    ['Exchange rate of {date} is missing', '', '', 'SAP GUI'],
    ['Filter is forgotten', '/#/archive', DESK, ''],
  ].map(([typed = '', path = '', host = '', system = ''], i): Problem => ({
    name: `typed once ${i}`,
    host,
    paths: [path],
    title: { en: [host === '' ? '' : 'Start'] },
    typed: { en: [typed] },
    ...(system === '' ? {} : { system }),
  })),
];
