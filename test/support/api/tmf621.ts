/**
 * `TroubleTicket_FVO` and what we use of it, from TMF621-Trouble_Ticket-v5.0.1.oas.yaml of the TM Forum
 * (tmforum-apis/TMF621_TroubleTicket, Apache-2.0), without its prose. Each `allOf` with `Extensible`, `Addressable` or
 * `Entity` is written out, so that names that the description does not know are refused.
 */
const text = { type: 'string' };
const instant = {
  type: 'string',
  pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$`,
};
const extensible = { '@type': text, '@baseType': text, '@schemaLocation': text };
const entity = { ...extensible, href: text, id: text };

const object = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required: ['@type', ...required],
  additionalProperties: false,
});

const externalIdentifier = object({ ...extensible, owner: text, externalIdentifierType: text, id: text }, [
  'id',
]);
const note = object({ ...extensible, id: text, author: text, date: instant, text }, []);
const quantity = { type: 'object', properties: { amount: { type: 'number' }, units: text } };
const timePeriod = { type: 'object', properties: { startDateTime: instant, endDateTime: instant } };
const attachment = object(
  {
    ...entity,
    name: text,
    description: text,
    url: text,
    content: text,
    size: quantity,
    validFor: timePeriod,
    attachmentType: text,
    mimeType: text,
  },
  ['attachmentType', 'mimeType'],
);
const attachmentRef = object({ ...entity, name: text, '@referredType': text, description: text, url: text }, [
  'id',
]);
const status = {
  type: 'string',
  enum: ['acknowledged', 'rejected', 'pending', 'held', 'inProgress', 'cancelled', 'closed', 'resolved'],
};

export const TMF621_TICKET = object(
  {
    ...entity,
    name: text,
    description: text,
    severity: text,
    ticketType: text,
    attachment: { type: 'array', items: { oneOf: [attachment, attachmentRef] } },
    requestedResolutionDate: instant,
    expectedResolutionDate: instant,
    resolutionDate: instant,
    externalIdentifier: { type: 'array', items: externalIdentifier },
    note: { type: 'array', items: note },
    priority: text,
    status,
    statusChangeDate: instant,
    statusChangeReason: text,
  },
  ['description', 'severity', 'ticketType'],
);
