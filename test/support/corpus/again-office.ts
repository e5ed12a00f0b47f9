import type { Problem } from './again-problem.ts';

const ERP = 'erp.acme.example';
const CRM = 'crm.vendor.example';
const GEN_EN = 'Something went wrong. Please try again later.';
const GEN_DE = 'Es ist ein Fehler aufgetreten. Bitte versuchen Sie es später noch einmal.';

/** Of an ERP and a CRM, with their near misses beside them: the same page with another error, the same error elsewhere. */
export const OFFICE: readonly Problem[] = [
  {
    name: 'invoice is not saved',
    host: ERP,
    paths: ['/invoices/{id}/edit'],
    title: { en: ['Invoice {no} – Acme ERP'], de: ['Rechnung {no} – Acme ERP'] },
    shows: {
      en: ['Invoice {no} could not be saved.', 'Error: invoice {no} could not be saved ({time}).'],
      de: [
        'Rechnung {no} konnte nicht gespeichert werden.',
        'Fehler: Die Rechnung {no} konnte nicht gespeichert werden.',
      ],
    },
    calls: [[500, '/api/invoices/{id}']],
    typed: {
      en: ['Cannot save the invoice', 'Saving the invoice fails'],
      de: ['Rechnung lässt sich nicht speichern'],
    },
  },
  {
    name: 'VAT number is refused',
    host: ERP,
    paths: ['/invoices/{id}/edit'],
    title: { en: ['Invoice {no} – Acme ERP'], de: ['Rechnung {no} – Acme ERP'] },
    shows: {
      en: ['The VAT number "DE{id}{id}" is invalid!'],
      de: ['Die Umsatzsteuer-ID „DE{id}{id}“ ist ungültig: Bitte erneut eingeben.'],
    },
    calls: [[422, '/api/invoices/{id}/validate']],
  },
  {
    name: 'no permission for invoices',
    host: ERP,
    paths: ['/invoices/{id}/edit'],
    title: { en: ['Invoice {no} – Acme ERP'], de: ['Rechnung {no} – Acme ERP'] },
    shows: {
      en: ['Access denied: you may not change invoice {no}.'],
      de: ['Zugriff verweigert: Sie dürfen die Rechnung {no} nicht ändern.'],
    },
    calls: [[403, '/api/invoices/{id}']],
  },
  {
    name: 'invoice list times out',
    host: ERP,
    paths: ['/invoices', '/{lang}/invoices'],
    title: { en: ['Invoices – Acme ERP'], de: ['Rechnungen – Acme ERP'] },
    shows: {
      en: ['The request timed out after {n} seconds.', 'Request timed out ({n} s).'],
      de: ['Zeitüberschreitung: keine Antwort nach {n} Sekunden.'],
    },
    calls: [[504, '/api/invoices']],
  },
  {
    name: 'order list times out',
    host: ERP,
    paths: ['/orders', '/{lang}/orders'],
    title: { en: ['Orders – Acme ERP'], de: ['Bestellungen – Acme ERP'] },
    shows: {
      en: ['The request timed out after {n} seconds.', 'Request timed out ({n} s).'],
      de: ['Zeitüberschreitung: keine Antwort nach {n} Sekunden.'],
    },
    calls: [[504, '/api/orders']],
  },
  {
    name: 'order does not print',
    host: ERP,
    paths: ['/orders/{id}/print'],
    title: { en: ['Print order {id} – Acme ERP'], de: ['Bestellung {id} drucken – Acme ERP'] },
    shows: {
      en: ['Printing failed: the printer "{person}" is not available.'],
      de: ['Drucken fehlgeschlagen: Der Drucker „{person}“ ist nicht verfügbar.'],
    },
  },
  {
    name: 'orders of a customer do not load',
    host: ERP,
    paths: ['/customers/{slug}/orders'],
    title: { en: ['{name}: Orders – Acme ERP'], de: ['{name}: Bestellungen – Acme ERP'] },
    shows: {
      en: ['The orders of {name} could not be loaded.'],
      de: ['Die Bestellungen von {name} konnten nicht geladen werden.'],
    },
    calls: [[500, '/api/customers/{id}/orders']],
  },
  {
    name: 'customer exists already',
    host: ERP,
    paths: ['/customers/new'],
    title: { en: ['New customer – Acme ERP'], de: ['Neuer Kunde – Acme ERP'] },
    shows: {
      en: ['Error: a customer with the e-mail address {email} already exists.'],
      de: ['Fehler: Ein Kunde mit der E-Mail-Adresse {email} existiert bereits.'],
    },
    calls: [[409, '/api/customers']],
  },
  {
    name: 'charts stay empty',
    host: ERP,
    paths: ['/dashboard'],
    title: { en: ['Dashboard – Acme ERP'], de: ['Übersicht – Acme ERP'] },
    calls: [[500, '/api/charts/{n}']],
    typed: { en: ['The charts stay empty'], de: ['Diagramme bleiben leer'] },
  },
  {
    name: 'news do not load',
    host: ERP,
    paths: ['/dashboard'],
    title: { en: ['Dashboard – Acme ERP'], de: ['Übersicht – Acme ERP'] },
    calls: [[404, '/api/news']],
  },
  {
    name: 'report ends with ERP-4103',
    host: ERP,
    paths: ['/reports/{uuid}'],
    title: { en: ['Report – Acme ERP'], de: ['Bericht – Acme ERP'] },
    shows: {
      en: ['Report generation failed.|Error code: ERP_CALC_OVERFLOW'],
      de: ['Der Bericht konnte nicht erstellt werden.|Fehlercode: ERP_CALC_OVERFLOW'],
    },
  },
  {
    name: 'report ends with ERP-4417',
    host: ERP,
    paths: ['/reports/{uuid}'],
    title: { en: ['Report – Acme ERP'], de: ['Bericht – Acme ERP'] },
    shows: {
      en: ['Report generation failed.|Error code: ERP_NO_TEMPLATE'],
      de: ['Der Bericht konnte nicht erstellt werden.|Fehlercode: ERP_NO_TEMPLATE'],
    },
  },
  {
    name: 'stock page breaks',
    host: ERP,
    paths: ['/stock/{id}'],
    title: { en: ['Stock {id} – Acme ERP'], de: ['Lagerbestand {id} – Acme ERP'] },
    shows: { en: [`${GEN_EN}|Request ID: {hex}`], de: [`${GEN_DE}|Request ID: {hex}`] },
    status: 500,
  },
  {
    name: 'delivery page breaks',
    host: ERP,
    paths: ['/deliveries/{id}'],
    title: { en: ['Delivery {id} – Acme ERP'], de: ['Lieferung {id} – Acme ERP'] },
    shows: { en: [`${GEN_EN}|Request ID: {hex}`], de: [`${GEN_DE}|Request ID: {hex}`] },
    status: 500,
  },
  {
    name: 'invoice is not saved in the other system',
    host: CRM,
    paths: ['/invoices/{id}/edit'],
    title: { en: ['Invoice {no} – VendorCRM'], de: ['Rechnung {no} – VendorCRM'] },
    shows: {
      en: ['Invoice {no} could not be saved.'],
      de: ['Rechnung {no} konnte nicht gespeichert werden.'],
    },
    calls: [[500, '/api/invoices/{id}']],
  },
  {
    name: 'contact exists already',
    host: CRM,
    paths: ['/customers/new'],
    title: { en: ['New customer – VendorCRM'], de: ['Neuer Kunde – VendorCRM'] },
    shows: {
      en: ['Error: a customer with the e-mail address {email} already exists.'],
      de: ['Fehler: Ein Kunde mit der E-Mail-Adresse {email} existiert bereits.'],
    },
  },
  {
    name: 'upload is too large',
    host: CRM,
    paths: ['/contacts/{uuid}/files'],
    title: { en: ['Files of {person} – VendorCRM'], de: ['Dateien von {person} – VendorCRM'] },
    shows: {
      en: ['Upload failed: the file "{file}" is too large ({n} MB).'],
      de: ['Hochladen fehlgeschlagen: Die Datei „{file}“ ist zu groß ({n} MB).'],
    },
    calls: [[413, '/api/upload']],
  },
  {
    name: 'upload of that type is refused',
    host: CRM,
    paths: ['/contacts/{uuid}/files'],
    title: { en: ['Files of {person} – VendorCRM'], de: ['Dateien von {person} – VendorCRM'] },
    shows: {
      en: ['Upload failed: this file type is not supported ({file}).'],
      de: ['Hochladen fehlgeschlagen: Dieser Dateityp wird nicht unterstützt ({file}).'],
    },
    calls: [[415, '/api/upload']],
  },
  {
    name: 'synchronisation breaks',
    host: CRM,
    paths: ['/contacts'],
    title: { en: ['Contacts – VendorCRM'], de: ['Kontakte – VendorCRM'], fr: ['Contacts – VendorCRM'] },
    calls: [[502, '/api/sync/{uuid}']],
  },
  {
    name: 'contact search breaks',
    host: CRM,
    paths: ['/contacts'],
    title: { en: ['Contacts – VendorCRM'], de: ['Kontakte – VendorCRM'], fr: ['Contacts – VendorCRM'] },
    calls: [[500, '/api/search']],
  },
];
