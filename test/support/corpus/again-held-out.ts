import type { Problem } from './again-problem.ts';

const LAB = 'lab.clinic.example';
const FREIGHT = 'app.freight.example';
const CAMPUS = 'campus.university.example';
const CLAIMS = 'claims.insurer.example';
const TOWN = 'service.town.example';

/**
 * Problems of other trades, written after the rules were made and never used to make them: what the rules do with words
 * and addresses that nobody thought of.
 */
export const HELD_OUT: readonly Problem[] = [
  {
    name: 'sample cannot be released',
    host: LAB,
    paths: ['/samples/{id}/release'],
    title: { en: ['Sample {id}'], de: ['Probe {id}'] },
    shows: {
      en: ['Sample {id} cannot be released because a signature of {person} is missing.'],
      de: ['Probe {id} kann nicht freigegeben werden, weil die Unterschrift von {person} fehlt.'],
    },
    calls: [[409, '/api/samples/{id}/release']],
  },
  {
    name: 'analyser is offline',
    host: LAB,
    paths: ['/samples/{id}/release'],
    title: { en: ['Sample {id}'], de: ['Probe {id}'] },
    shows: {
      en: ['Error: analyser {n} has been offline since {time}.'],
      de: ['Fehler: Analysegerät {n} ist seit {time} Uhr offline.'],
    },
    calls: [[503, '/api/devices/{id}']],
  },
  {
    name: 'findings do not open',
    host: LAB,
    paths: ['/patients/{uuid}/findings'],
    title: { en: ['Findings'], de: ['Befunde'] },
    shows: {
      en: ['The findings of {person} could not be displayed.'],
      de: ['Die Befunde von {person} konnten nicht angezeigt werden.'],
    },
    status: 500,
  },
  {
    name: 'truck is not located',
    host: FREIGHT,
    paths: ['/tours/{no}/map'],
    title: { en: ['Tour {no}'] },
    shows: { en: ['GPS position of truck {id} is not available.', 'Position of truck {id} not available'] },
  },
  {
    name: 'map tiles fail',
    host: FREIGHT,
    paths: ['/tours/{no}/map'],
    title: { en: ['Tour {no}'] },
    calls: [[502, '/tiles/{n}/{n}/{n}.png']],
  },
  {
    name: 'customs declaration is rejected',
    host: FREIGHT,
    paths: ['/customs/{uuid}'],
    title: { en: ['Declaration'], de: ['Zollanmeldung'] },
    shows: {
      en: ['Customs rejected the declaration: tariff code unknown! (CUS_TARIFF_UNKNOWN)'],
      de: ['Zoll hat die Anmeldung abgelehnt: Fehler, Warennummer unbekannt (CUS_TARIFF_UNKNOWN)'],
    },
  },
  {
    name: 'customs weight is wrong',
    host: FREIGHT,
    paths: ['/customs/{uuid}'],
    title: { en: ['Declaration'], de: ['Zollanmeldung'] },
    shows: {
      en: ['Customs rejected the declaration: invalid gross weight! (CUS_WEIGHT_RANGE)'],
      de: ['Zoll hat die Anmeldung abgelehnt: Fehler, Rohgewicht ungültig (CUS_WEIGHT_RANGE)'],
    },
  },
  {
    name: 'exam registration is closed',
    host: CAMPUS,
    paths: ['/{lang}/exams/{id}/register'],
    title: { en: ['Register for exam'], de: ['Prüfungsanmeldung'] },
    shows: {
      en: ['Error: registration for exam {no} closed on {date}.'],
      de: ['Fehler: Die Frist für die Prüfung {no} endete am {date}.'],
    },
    calls: [[410, '/rest/exams/{id}/registrations']],
  },
  {
    name: 'exam is full',
    host: CAMPUS,
    paths: ['/{lang}/exams/{id}/register'],
    title: { en: ['Register for exam'], de: ['Prüfungsanmeldung'] },
    shows: {
      en: ['Error: exam {no} has no free seats left ({n} of {n}).'],
      de: ['Fehler: Für die Prüfung {no} gibt es keine freien Plätze ({n} von {n}).'],
    },
    calls: [[409, '/rest/exams/{id}/registrations']],
  },
  {
    name: 'lecture recording stops',
    host: CAMPUS,
    paths: ['/lectures/{slug}/recording'],
    title: { en: ['Recording'], de: ['Aufzeichnung'] },
    typed: {
      en: ['Recording stops after a minute', 'The recording stops after one minute'],
      de: ['Aufzeichnung stoppt nach einer Minute', 'Die Aufzeichnung stoppt nach {n} Minuten'],
    },
  },
  {
    name: 'claim is locked',
    host: CLAIMS,
    paths: ['/claims/{no}/review'],
    title: { en: ['Claim {no}'], de: ['Schaden {no}'] },
    shows: {
      en: ['Claim {no} is locked by {person}, access denied.'],
      de: ['Schaden {no} wird von {person} bearbeitet, Zugriff verweigert.'],
    },
    calls: [[423, '/v2/claims/{no}']],
  },
  {
    name: 'claim amount is too high',
    host: CLAIMS,
    paths: ['/claims/{no}/review'],
    title: { en: ['Claim {no}'], de: ['Schaden {no}'] },
    shows: {
      en: ['Not allowed: the amount of {amount} exceeds your limit. Access denied.'],
      de: ['Nicht erlaubt: Der Betrag von {amount} übersteigt Ihr Limit.'],
    },
    calls: [[403, '/v2/claims/{no}/pay']],
  },
  {
    name: 'appraiser list is empty',
    host: CLAIMS,
    paths: ['/appraisers'],
    title: { en: ['Appraisers'], de: ['Gutachter'] },
    typed: { en: ['No appraisers are listed'], de: ['Keine Gutachter in der Liste'] },
  },
  {
    name: 'appointments are gone',
    host: TOWN,
    paths: ['/termine/{date}'],
    title: { de: ['Termine am {date}'] },
    shows: {
      de: [
        'Für diesen Tag sind leider keine Termine verfügbar. Das Problem ist bekannt.',
        'Keine Termine verfügbar!',
      ],
    },
  },
  {
    name: 'form is not sent',
    host: TOWN,
    paths: ['/formulare/{slug}/absenden'],
    title: { de: ['Formular'] },
    shows: { de: ['Das Formular konnte nicht abgeschickt werden (Vorgang {hex}).'] },
    calls: [[500, '/api/formulare/{id}']],
  },
  {
    name: 'fee is not calculated',
    host: TOWN,
    paths: ['/formulare/{slug}/absenden'],
    title: { de: ['Formular'] },
    shows: { de: ['Die Gebühr konnte nicht ermittelt werden (Vorgang {hex}).'] },
    calls: [[500, '/api/gebuehren']],
  },
];
